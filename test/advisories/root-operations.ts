/** An operation for every root field about patients, made from the schema, so that none is forgotten. */
import { readFileSync } from 'node:fs';
import { readLabels } from '@causeway/schema';
import type { RootField } from '@causeway/schema';
import { SUPERGRAPH_PATH } from '@causeway/schema/compose-files';
import { UNKNOWN_PATIENT } from '@causeway/seeds';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLInputType,
  GraphQLOutputType,
} from 'graphql';
import { API } from './secret-world.js';

/** A root field, where it leads, and an operation that asks for all it might say of the patient `$id`. */
export interface RootOperation {
  readonly name: string;
  readonly leadsTo: RootField['kind'];
  readonly text: string;
}

/** Every root field of queries and mutations. */
export function rootOperations(): readonly RootOperation[] {
  const labels = readLabels(readFileSync(SUPERGRAPH_PATH, 'utf8'));
  return (['query', 'mutation'] as const).flatMap((operation) => {
    const type = operation === 'query' ? API.getQueryType() : API.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field): RootOperation => {
      const leadsTo = labels.root(operation, field.name)?.kind;
      if (leadsTo === undefined) throw new Error(`Expected a label of ${field.name}, found none`);
      const body = `${field.name}${argumentsOf(field)}${selectionOf(field.type, 3)}`.replace(
        /^patient\(id: "[^"]*"\)/,
        'patient(id: $id)',
      );
      const variables = body.includes('$id') ? '($id: ID!)' : '';
      return { name: field.name, leadsTo, text: `${operation} ${variables} { ${body} }` };
    });
  });
}

/** Each leaf, as deep as told; deeper still whatever is a patient. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named) || depth === 0) return ' { __typename }';
  if (named.name === 'Patient') return ' { id name { text } hkid }';
  const fields = Object.values(named.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .filter(({ type: of }) => depth > 1 || isLeafType(getNamedType(of)))
    .map((field) => `${field.name}${selectionOf(field.type, depth - 1)}`);
  return ` { __typename ${fields.join(' ')} }`;
}

function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isRequiredArgument).map(written);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function written(position: GraphQLArgument | GraphQLInputField): string {
  return `${position.name}: ${valueOf(position.name, position.type)}`;
}

const TEXTS: Readonly<Record<string, string>> = {
  Date: '2026-11-22',
  DateTime: '2026-11-22',
  reason: 'A reason that is long enough',
  lookBack: 'P1Y',
  duration: 'P1D',
  within: 'P1D',
  code: 'AAAA-AAAA-AAAA',
  passcode: '12345678',
};

function valueOf(name: string, type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${valueOf(name, bare.ofType)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]?.name ?? '';
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map(written).join(', ')} }`;
  }
  if (bare.name === 'ID') return name === 'patient' ? '$id' : `"${UNKNOWN_PATIENT}"`;
  if (bare.name === 'Int') return '1';
  if (bare.name === 'Boolean') return 'true';
  if (bare.name === 'FhirBundle') return '{ resourceType: "Bundle", type: "collection" }';
  return JSON.stringify(TEXTS[bare.name] ?? TEXTS[name] ?? 'text');
}
