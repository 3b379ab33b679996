import { afterAll, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import { TEST_KEY, TEST_NOW, gatewayOf } from '@causeway/kit/testing';
import { openPatients } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import type { OwnUse, SubgraphName } from '@causeway/schema';
import { committedSubgraphs } from '@causeway/schema/compose-files';
import { Kind, parse } from 'graphql';
import type { FieldDefinitionNode, TypeNode } from 'graphql';

const options = { path: ':memory:', keys: [TEST_KEY], clock: () => TEST_NOW };
const subgraphs = {
  patients: openPatients(options),
  providers: openProviders(options),
  consents: openConsents(options),
  records: openRecords(options),
};

afterAll(() => {
  for (const subgraph of Object.values(subgraphs)) subgraph.close();
});

const REFUSAL = 'Expected a call of the gateway itself';

/** A value for each built-in type of arguments, as GraphQL writes it. */
const SENSELESS: Readonly<Record<string, string>> = {
  ID: '"senseless"',
  String: '"senseless"',
  Int: '-1',
  Float: '-1',
};

const OWN_USES = ['facts', 'audit', 'relay', 'courier'] as const satisfies readonly OwnUse[];

/** Every root field that is hidden from clients, as the committed SDLs have it, with an operation that asks for it. */
const hidden = committedSubgraphs().flatMap(({ name, sdl }) =>
  parse(sdl).definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION)
      return [];
    if (type.name.value !== 'Query' && type.name.value !== 'Mutation') return [];
    const operation = type.name.value.toLowerCase();
    return (type.fields ?? [])
      .filter(({ directives }) => directives?.some((one) => one.name.value === 'inaccessible'))
      .map((field) => ({
        subgraph: name as SubgraphName,
        field: field.name.value,
        query: `${operation} { ${callOf(field)} }`,
      }));
  }),
);

describe('The fields of the gateway itself', () => {
  it('are found in every subgraph', () => {
    expect(new Set(hidden.map(({ subgraph }) => subgraph))).toEqual(
      new Set(Object.keys(subgraphs)),
    );
  });

  it.each(hidden)('$field of $subgraph refuses a caller', async ({ subgraph, query }) => {
    const { data, errors } = await gatewayOf(subgraphs[subgraph])(query, { use: 'data' });
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors?.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      [REFUSAL, 'FORBIDDEN'],
    ]);
  });

  it.each(hidden)('$field of $subgraph serves one use alone', async ({ subgraph, query }) => {
    const ask = gatewayOf(subgraphs[subgraph]);
    const refusing = [];
    for (const use of OWN_USES) {
      const { errors = [] } = await ask(query, { use, caller: null });
      if (errors.some(({ message }) => message === REFUSAL)) refusing.push(use);
    }
    expect(refusing).toHaveLength(OWN_USES.length - 1);
  });
});

/** The selection of a field, with a value of the right type, and no sense, for every argument. */
function callOf({ name, arguments: args = [] }: FieldDefinitionNode): string {
  const given = args.map((arg) => `${arg.name.value}: ${senselessValue(arg.type)}`);
  return given.length === 0 ? name.value : `${name.value}(${given.join(', ')})`;
}

function senselessValue(type: TypeNode): string {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return senselessValue(type.type);
    case Kind.LIST_TYPE:
      return `[${senselessValue(type.type)}]`;
    case Kind.NAMED_TYPE:
      return SENSELESS[type.name.value] ?? '{ senseless: true }';
  }
}
