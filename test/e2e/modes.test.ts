import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN, PERSONA_NAMES, UNKNOWN_PATIENT } from '@causeway/seeds';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import type { TestGraph } from '../support/start-graph.js';
import { startGraph } from '../support/start-graph.js';

const FOLDER = new URL('../../schema/operations/', import.meta.url);

/** The example queries; mutations make ids and times that differ from run to run. */
const QUERIES = readdirSync(FOLDER)
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }))
  .filter(({ text }) => getOperationAST(parse(text))?.operation === OperationTypeNode.QUERY);

const PATIENCE = 120_000;

let inProcess: TestGraph;
let http: TestGraph;

beforeAll(async () => {
  const day = Date.now();
  inProcess = await startGraph({ mode: 'in-process', day });
  http = await startGraph({ mode: 'http', day, exchanges: 'shared' });
}, PATIENCE);

afterAll(async () => {
  await Promise.all([inProcess.close(), http.close()]);
});

/**
 * What an answer about the audit trail, or the register of transfers made beside it, begins with. Ids and instants differ from run to run, and chance orders the
 * events of one operation, hence also which patients a page meets and how many events that makes.
 */
const beginningOf = (text: string): string => text.split('totalCount')[0] ?? '';

/** What is asked about is what these very questions leave behind. */
const isOfRecord = (question: string): boolean => /auditEvents|transfers/.test(question);

/** What a graph answered, and what its subgraphs were asked, less what time and chance bring. */
const told = async (graph: TestGraph, ...question: Parameters<TestGraph['ask']>) => {
  graph.time.now = Date.now();
  const answer = await graph.ask(...question);
  const { status, headers } = answer;
  const text = isOfRecord(question[1]) ? beginningOf(answer.text) : answer.text;
  const asked = graph.asked.map(({ subgraph, query, variables, context }) => ({
    subgraph,
    query,
    variables: context.use === 'audit' ? null : variables,
    context: {
      ...context,
      now: 0,
      wait: 0,
      caller: context.caller && { ...context.caller, tokenId: '' },
    },
  }));
  const names = [...headers].filter(([name]) => name !== 'content-length');
  return { status, text, headers: names, asked };
};

describe('one process and five', () => {
  it('are one process and five', () => {
    expect(inProcess.processes.size).toBe(1);
    expect(http.processes.size).toBe(5);
  });

  it.each(
    PERSONA_NAMES.flatMap((persona) =>
      QUERIES.map(({ name, text }) => [persona, name, text] as const),
    ),
  )(
    'answer %s the same, byte for byte, after asking the subgraphs the same: %s',
    async (persona, _name, text) => {
      for (const id of [PATIENT_CHAN, UNKNOWN_PATIENT]) {
        const variables = { id, patient: id };
        expect(await told(http, persona, text, variables)).toEqual(
          await told(inProcess, persona, text, variables),
        );
      }
    },
    PATIENCE,
  );
});
