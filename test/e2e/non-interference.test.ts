/**
 * Two worlds that differ only in what a caller may not read: every answer is the same byte for byte, status and
 * headers included, and so is every request that a subgraph gets.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CHILD_CHAN, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import { HIDDEN_CHANGES } from '../support/hidden-changes.js';
import { heardOf, startHiddenWorld, withoutRandomIds } from '../support/hidden-worlds.js';
import { TODAY } from '../support/seeded-world.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const FOLDER = new URL('../../schema/operations/', import.meta.url);

/** The example queries. */
const OPERATIONS = readdirSync(FOLDER)
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
  .filter((text) => getOperationAST(parse(text))?.operation === OperationTypeNode.QUERY);

const patientWith = (selection: string, variables = ''): string =>
  `query ($id: ID!${variables}) { patient(id: $id) { ${selection} } }`;

const page = (list: string, args: string, node = 'id status clinicalDate'): string =>
  `${list}(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${node} } } }`;

/** More ways to learn of records than the examples take: filters, order, counts, summaries, links. */
const QUESTIONS: readonly string[] = [
  ...OPERATIONS,
  patientWith(
    `recordSummary { ${[
      'allergyAdr',
      'medication',
      'labReport',
      'diagnosis',
      'encounter',
      'radImage',
      'birth',
    ]
      .map((scope) => `${scope} { count latest }`)
      .join(' ')} }`,
  ),
  patientWith(
    [
      page('allergyIntolerances', 'first: 100', 'id encounter { id } provenance { id }'),
      page('laboratoryReports', 'first: 100', 'id result { id status } basedOn { id }'),
    ].join(' '),
  ),
  patientWith(
    [
      page('laboratoryObservations', 'last: 3'),
      page('medicationRequests', 'first: 3, period: { start: "2019-01-01", end: "2019-12-31" }'),
    ].join(' '),
  ),
  patientWith(page('allergyIntolerances', 'first: 5, restricted: true')),
  patientWith(page('allergyIntolerances', 'first: 5, status: ["changed"]')),
  patientWith(
    page('laboratoryReports', 'first: 5, code: [{ code: "24331-1" }, { code: "56888-1" }]'),
  ),
  patientWith(
    'consents(first: 50) { totalCount edges { node { id kind status } } } crossBorderGrants { totalCount edges { node { id state } } }',
  ),
  patientWith(
    'relatedPersons { id } telecom { value } address { text } hkid identifier { value } generalPractitioner { id } joiningStatus',
  ),
];

const PATIENTS = [PATIENT_CHAN, CHILD_CHAN, UNKNOWN_PATIENT];

const PERSONAS = ['auditor', 'dr-li', 'dr-wong', 'pharmacist-ng', 'dr-lee', 'dr-zhao'] as const;

const PATIENCE = 120_000;

/** What a caller, and whoever listens to the subgraphs, learn from one question. */
interface Told {
  readonly question: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly asked: readonly unknown[];
}

/** Asks one caller's questions. */
class Listener {
  readonly #graph: TestGraph;
  readonly #persona: PersonaName;
  #now: number;

  constructor(graph: TestGraph, persona: PersonaName) {
    this.#graph = graph;
    this.#persona = persona;
    this.#now = TODAY + (1 + PERSONAS.findIndex((name) => name === persona)) * 3_600_000;
  }

  /** Everything that one caller can learn. */
  async listen(): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const id of PATIENTS) {
      for (const text of QUESTIONS) {
        if (id !== PATIENT_CHAN && !text.includes('patient(id: $id)')) continue;
        const period = { start: '2024-01-01', end: '2026-12-31' };
        told.push((await this.#ask(text, { id, period })).told);
      }
    }
    told.push(...(await this.#pages('allergyIntolerances', ['first', 'after', 'endCursor'])));
    told.push(...(await this.#pages('medicationRequests', ['last', 'before', 'startCursor'])));
    return told;
  }

  async #pages(
    list: string,
    [count, beyond, end]: readonly [string, string, 'endCursor' | 'startCursor'],
  ): Promise<readonly Told[]> {
    const text = patientWith(page(list, `${count}: 1, ${beyond}: $cursor`), ', $cursor: String');
    const id = PATIENT_CHAN;
    const told: Told[] = [];
    let cursor: string | null = null;
    do {
      const { answer, told: one } = await this.#ask(text, { id, cursor });
      told.push(one);
      cursor = cursorIn(answer, list, end);
    } while (cursor !== null && told.length < 100);
    return told;
  }

  async #ask(text: string, variables: object) {
    // Each question has its second, the same in all worlds, so that the events of an audit trail have one order.
    this.#now += 1_000;
    this.#graph.time.now = this.#now;
    const answer = await this.#graph.ask(this.#persona, text, variables);
    return { answer, told: this.#told(text, answer) };
  }

  #told(question: string, { status, headers, text }: Answered): Told {
    return {
      question,
      status,
      headers: [...headers],
      text: withoutRandomIds(text),
      asked: heardOf(this.#graph.asked),
    };
  }
}

function cursorIn(
  { data }: Answered,
  list: string,
  end: 'endCursor' | 'startCursor',
): string | null {
  const patient = (data?.['patient'] ?? null) as Record<
    string,
    { readonly pageInfo: Readonly<Record<typeof end, string | null>> } | null
  > | null;
  return patient?.[list]?.pageInfo[end] ?? null;
}

/** What may not be noticed by the same callers is changed in one world. */
const WORLDS = [...Map.groupBy(HIDDEN_CHANGES, ({ from }) => from.join(', ')).entries()].map(
  ([names, changes]) => ({ names, changes, what: changes.map(({ what }) => what).join('; ') }),
);

describe('two worlds are one', () => {
  const before = new Map<PersonaName, readonly Told[]>();

  beforeAll(async () => {
    const graph = await startHiddenWorld([]);
    for (const persona of PERSONAS)
      before.set(persona, await new Listener(graph, persona).listen());
    await graph.close();
  }, PATIENCE);

  it('by answers that say something, and others that say nothing', () => {
    const counted = (persona: PersonaName) =>
      (before.get(persona) ?? []).filter(({ text }) => text.includes('"totalCount":')).length;
    expect(counted('dr-li')).toBeGreaterThan(20);
    expect(counted('dr-wong')).toBeGreaterThan(40);
    // The registers of organisations, recognitions and duties.
    expect(counted('dr-zhao')).toBe(3);
  });

  it.each(WORLDS)(
    'to $names where $what',
    async ({ changes }) => {
      const world = await startHiddenWorld(changes);
      try {
        for (const persona of PERSONAS.filter((name) => changes[0]?.from.includes(name))) {
          const told = await new Listener(world, persona).listen();
          for (const [n, after] of told.entries())
            expect([persona, after]).toEqual([persona, before.get(persona)?.[n]]);
          expect(told.length).toBe(before.get(persona)?.length);
        }
      } finally {
        await world.close();
      }
    },
    PATIENCE,
  );
});
