/** The root fields of a random graph: of each kind of patient that there is. */
import type { ClinicalScope } from '@causeway/schema';
import type { Draw } from '../draw.js';
import { field } from './building-blocks.js';
import type { AbstractModel, ArgumentModel, FieldModel, TypeModel } from './model.js';

const OF_PATIENT: ArgumentModel = { name: 'patient', type: 'ID!', scopes: [] };

/** What root fields lead to. */
export interface Reachable {
  readonly records: readonly TypeModel[];
  readonly abstract: readonly AbstractModel[];
  readonly scopes: readonly ClinicalScope[];
}

/** Random root fields. */
export function randomRoots(
  draw: Draw,
  { records, abstract, scopes }: Reachable,
): readonly FieldModel[] {
  const one = draw.one(records).name;
  const either = draw.one(abstract).name;
  return [
    field(
      'patient',
      'Patient',
      { kind: 'patient' },
      {
        subgraphs: ['patients'],
        arguments: [{ name: 'id', type: 'ID!', scopes: [] }],
      },
    ),
    field('me', 'Patient', { kind: 'me' }, { subgraphs: ['patients'] }),
    field('myPatients', '[Patient!]', { kind: 'mine' }, { subgraphs: ['consents'] }),
    field('chart', `[${one}!]`, { kind: 'list' }, { arguments: [OF_PATIENT] }),
    field('ledger', `[${either}!]`, { kind: 'list' }, { arguments: [OF_PATIENT] }),
    field(
      'headline',
      'String',
      { kind: 'text' },
      {
        arguments: [OF_PATIENT],
        label: { scopes: [draw.one(scopes)], domestic: draw.chance(0.2) },
      },
    ),
    field(
      'organizations',
      '[Organization!]',
      { kind: 'organizations' },
      {
        subgraphs: ['providers'],
        isOpen: true,
      },
    ),
    field(
      'register',
      '[Organization!]',
      { kind: 'organizations' },
      {
        subgraphs: ['providers'],
        isOpen: true,
        roles: [[draw.one(['office:auditor', 'office:commissioner', 'provider:domestic'])]],
      },
    ),
  ];
}
