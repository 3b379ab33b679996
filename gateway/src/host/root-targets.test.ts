import { describe, expect, it } from '@jest/globals';
import type { RootField } from '@causeway/schema';
import { Kind, OperationTypeNode, buildSchema } from 'graphql';
import { selection } from '../enforcement/testing/records.js';
import { rootTargets } from './root-targets.js';

const SCHEMA = buildSchema(`
  type Query { patient(id: ID!): String anybody(id: ID = "chan"): String inner(input: Input): String me: String }
  input Input { subject: Subject } input Subject { id: ID }
`);

function targetOf(
  text: string,
  leadsTo: RootField | undefined,
  {
    token = null,
    variables = {},
  }: { token?: string | null; variables?: Record<string, unknown> } = {},
) {
  const [node] = selection(text).selections;
  if (node?.kind !== Kind.FIELD) throw new Error('Expected a field');
  const field = { key: 'key', node: node, demands: [], selection: null };
  const roots = new Map([['key', { field, leadsTo }]]);
  return rootTargets(roots, OperationTypeNode.QUERY, SCHEMA, token, variables).get('key');
}

const byId: RootField = { kind: 'patientId', argument: ['id'], action: 'READ' };
const byInput: RootField = {
  kind: 'patientId',
  argument: ['input', 'subject', 'id'],
  action: 'DEPOSIT',
};
const to = (patient: string, action = 'READ') => ({ kind: 'patient', patient, action });
const NOBODY = { kind: 'nobody' };

describe('a root field leads to', () => {
  it.each<readonly [string, string, RootField, Record<string, unknown>, object]>([
    ['the patient of its argument', 'patient(id: "chan")', byId, {}, to('chan')],
    ['the patient of a variable', 'patient(id: $id)', byId, { id: 'wong' }, to('wong')],
    ['the patient of a default', 'anybody', byId, {}, to('chan')],
    [
      'the patient within an input object',
      'inner(input: { subject: { id: "chan" } })',
      byInput,
      {},
      to('chan', 'DEPOSIT'),
    ],
    [
      'the patient within a variable',
      'inner(input: $in)',
      byInput,
      { in: { subject: { id: 'chan' } } },
      to('chan', 'DEPOSIT'),
    ],
    ['nobody where the argument is null', 'anybody(id: null)', byId, {}, NOBODY],
    ['nobody where the variable is not given', 'inner(input: $in)', byInput, {}, NOBODY],
    [
      'nobody where an object on the way is null',
      'inner(input: { subject: null })',
      byInput,
      {},
      NOBODY,
    ],
    ['nobody where the id is none', 'patient(id: "no id; of FHIR")', byId, {}, NOBODY],
    ['nobody where the id is empty', 'patient(id: "")', byId, {}, NOBODY],
    ['nobody where the id is too long', `patient(id: "${'a'.repeat(65)}")`, byId, {}, NOBODY],
    ['nobody’s data', 'me', { kind: 'open' }, {}, { kind: 'open' }],
    ['whom nobody knows before the fetch', 'me', { kind: 'unnamed' }, {}, { kind: 'unnamed' }],
  ])('%s', (_name, text, leadsTo, variables, expected) => {
    expect(targetOf(text, leadsTo, { variables })).toEqual(expected);
  });

  it('the patient that the token stands for, or nobody', () => {
    expect(targetOf('me', { kind: 'token' }, { token: 'chan' })).toEqual(to('chan'));
    expect(targetOf('me', { kind: 'token' })).toEqual(NOBODY);
  });

  it('somewhere, or the operation is not answered', () => {
    expect(() => targetOf('me', undefined)).toThrow('Expected a labelled root field, got key');
    expect(() => targetOf('elsewhere', byId)).toThrow('Expected a labelled root field, got key');
  });
});
