/** What the graph says of itself, in logs and metrics, while everybody asks everything and much of it fails. */
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PrometheusMetrics } from '@causeway/gateway';
import { PATIENT_CHAN, PERSONAS, world } from '@causeway/seeds';
import { Kind, OperationTypeNode, parse } from 'graphql';
import type { OperationDefinitionNode, TypeNode } from 'graphql';
import { errorReporter } from '../../start/src/report-error.js';
import { TODAY } from '../support/seeded-world.js';
import { seededSecrets } from '../support/seeded-secrets.js';
import { startGraph } from '../support/start-graph.js';
import type { Intercept, TestGraph } from '../support/start-graph.js';

const FOLDER = new URL('../../schema/operations/', import.meta.url);

const SECRETS = seededSecrets(world(new Date(TODAY)));
const [HKID = ''] = [...SECRETS].filter((secret) => /^[A-Z]{1,2}\d{6}\([\dA]\)$/.test(secret));

interface Stored {
  readonly text: string;
  readonly definition: OperationDefinitionNode;
}

const OPERATIONS: readonly Stored[] = readdirSync(FOLDER).flatMap((file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION &&
    definition.operation !== OperationTypeNode.SUBSCRIPTION
      ? [{ text, definition }]
      : [],
  );
});
const QUERIES = OPERATIONS.filter(
  ({ definition }) => definition.operation === OperationTypeNode.QUERY,
);

/** Answers that fail in every way, each quoting what was asked. */
const FAILURES: readonly Intercept[] = [
  (_name, { body }) => Promise.reject(new Error(body)),
  (_name, { body }) => Promise.reject(new TypeError(`no\n    at ${body} (file:///a.ts:1:1)`)),
  (_name, { body }) => Promise.resolve({ status: 500, body }),
  (_name, { body }) => Promise.resolve({ status: 200, body: `not JSON: ${body}` }),
  (_name, { body }) =>
    Promise.resolve({
      status: 200,
      body: JSON.stringify({ data: null, errors: [{ message: body, extensions: { code: HKID } }] }),
    }),
];

describe('logs and metrics', () => {
  const said: string[] = [];
  const tokens: string[] = [];
  const metrics = new PrometheusMetrics();
  const report = errorReporter({ write: (line) => void said.push(line) });
  const streams = [process.stdout, process.stderr];
  let graph: TestGraph;

  /** Asks, and reports what failed in the gateway and in the subgraphs as a started graph does. */
  const ask = async (who: (typeof PERSONAS)[number]['name'], stored: Stored): Promise<void> => {
    await graph.ask(who, stored.text, variablesOf(stored.definition));
    for (const failure of graph.failures) report(failure);
  };

  beforeAll(async () => {
    for (const stream of streams)
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    graph = await startGraph({ metrics });
    for (const { name } of PERSONAS) tokens.push(...Object.values(await graph.headersOf(name)));
    for (const { name } of PERSONAS) for (const stored of QUERIES) await ask(name, stored);
    for (const stored of OPERATIONS) await ask('dr-wong', stored);
    for (const intercept of FAILURES) {
      graph.intercept = (name, request, answer, signal) =>
        name === 'providers' ? answer() : intercept(name, request, answer, signal);
      for (const stored of QUERIES) await ask('dr-wong', stored);
    }
    await graph.ask('dr-wong', `{ patient(id: "${HKID}" }`);
    await graph.ask('dr-wong', '{ patient(id: {}) { id } }'.replace('{}', `["${HKID}"]`));
    said.push(await metrics.text());
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await graph.close();
  });

  const told = (text: string): readonly string[] =>
    [...SECRETS, ...tokens.filter((token) => token.length > 20)].filter((secret) =>
      text.includes(secret),
    );

  it('tell of what was answered, refused and failed', () => {
    const text = said.join('');
    expect(text).toMatch(/"level":"error"/);
    expect(text).toMatch(/"level":"warn"/);
    for (const outcome of ['answered', 'partial', 'invalid', 'failed'])
      expect(text).toMatch(new RegExp(`outcome="${outcome}"\\} [1-9]`));
  });

  it('tell no name, identifier, id or token', () => {
    expect(told(said.join(''))).toEqual([]);
  });

  it.each([
    ['a name', [...SECRETS].find((secret) => /^[A-Z][a-z]+ [A-Z]/.test(secret)) ?? ''],
    ['a Chinese name', [...SECRETS].find((secret) => /^\p{Script=Han}+$/u.test(secret)) ?? ''],
    ['an identity number', HKID],
    ['an id', PATIENT_CHAN],
  ])('would be seen to tell %s', (_what, secret) => {
    expect(secret).not.toBe('');
    expect(told(`${said.join('')} ${secret}`)).toEqual(expect.arrayContaining([secret]));
  });

  it('would be seen to tell a token', () => {
    const [token = ''] = tokens;
    expect(told(token)).toContain(token);
  });
});

/** Values for the variables of an operation: those that lead somewhere, and those that none expects. */
function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode) {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => [variable.name.value, valueFor(type)]),
  );
}

function valueFor(type: TypeNode): unknown {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return valueFor(type.type);
    case Kind.LIST_TYPE:
      return [valueFor(type.type)];
    case Kind.NAMED_TYPE:
      if (type.name.value === 'ID') return PATIENT_CHAN;
      return type.name.value === 'Int' ? 5 : HKID;
  }
}
