/**
 * What could be learnt beside the answer: each channel by a question of its own, over a socket, in worlds that differ in
 * what the caller may not read. Compared are every byte of the answer, what the subgraphs were asked and in how many
 * exchanges, and what was counted.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOST_KINDS, PrometheusMetrics } from '@causeway/gateway';
import type { HostKind } from '@causeway/gateway';
import {
  CHILD_CHAN,
  NOT_JOINED_TANG,
  PATIENT_CHAN,
  SUSPENDED_LEUNG,
  UNKNOWN_PATIENT,
  WITHDRAWN_CHEUNG,
} from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { HIDDEN_CHANGES } from '../support/hidden-changes.js';
import type { HiddenChange } from '../support/hidden-changes.js';
import { heardOf, startHiddenWorld } from '../support/hidden-worlds.js';
import { metricCounts } from '../support/metric-counts.js';
import { operationsIn } from '../support/operations-in.js';
import { rawAnswer } from '../support/raw-answer.js';
import { TODAY } from '../support/seeded-world.js';
import type { TestGraph } from '../support/start-graph.js';

const PAGE =
  'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }';

/** A question for each channel. */
const CHANNELS: Readonly<Record<string, string>> = {
  counts: 'allergyIntolerances { totalCount } medicationRequests { totalCount }',
  summaries: 'recordSummary { allergyAdr { count latest } diagnosis { count latest } }',
  'cursors and hasNextPage': `allergyIntolerances(first: 1) { ${PAGE} }`,
  'how full a page is': `laboratoryReports(first: 5) { ${PAGE} }`,
  'the last page': `medicationRequests(last: 3) { ${PAGE} }`,
  'a filter by status': `allergyIntolerances(first: 5, status: ["changed"]) { ${PAGE} }`,
  'a filter by period': `medicationRequests(first: 5, period: { start: "2019-01-01", end: "2019-12-31" }) { ${PAGE} }`,
  'a search by code': `laboratoryReports(first: 5, code: [{ code: "24331-1" }, { code: "56888-1" }]) { ${PAGE} }`,
  'the texts and paths of errors':
    'hkid conditions { totalCount } imagingStudies { totalCount } allergyIntolerances(restricted: true) { totalCount }',
  'links of records':
    'allergyIntolerances(first: 9) { edges { node { id encounter { id } provenance { id } } } } laboratoryReports(first: 9) { edges { node { id result { id } basedOn { id } } } }',
};

/** Those with a permit for part of the record, at home and abroad, and one with none; hosts share what decides. */
const LISTENERS: Readonly<Record<HostKind, readonly PersonaName[]>> = {
  lean: ['dr-li', 'dr-wong', 'dr-lee'],
  apollo: ['dr-li'],
};

const PATIENCE = 60_000;

type Counts = ReadonlyMap<string, number>;

/** All that somebody could learn of one question, whoever they are. */
interface Learnt {
  readonly channel: string;
  readonly answer: string;
  readonly heard: readonly unknown[];
  /** How many operations went to which subgraph, exchange by exchange. */
  readonly exchanges: readonly string[];
  readonly counted: Counts;
}

/** A served world whose subgraphs and counts are listened to. */
class World {
  readonly #graph: TestGraph;
  readonly #metrics: PrometheusMetrics;
  #exchanges: string[] = [];

  private constructor(graph: TestGraph, metrics: PrometheusMetrics) {
    this.#graph = graph;
    this.#metrics = metrics;
    graph.intercept = (name, { body }, answer) => {
      this.#exchanges.push(`${name} ${operationsIn(body).operations.length}`);
      return answer();
    };
  }

  static async start(kind: HostKind, changes: readonly HiddenChange[] = []): Promise<World> {
    const metrics = new PrometheusMetrics();
    const graph = await startHiddenWorld(changes, {
      metrics,
      exchanges: 'shared',
      isServed: true,
      serve: { kind },
    });
    return new World(graph, metrics);
  }

  /** The bytes of an answer; what the permit covers is told with it. */
  async answer(who: PersonaName, selection: string, id = PATIENT_CHAN): Promise<string> {
    return rawAnswer(this.#graph.url ?? '', await this.#graph.headersOf(who), {
      query: `query ($id: ID!) { patient(id: $id) { ${selection} } }`,
      variables: { id },
      extensions: { consent: true },
    });
  }

  /** What is learnt of every channel, one after the other. */
  async listen(who: PersonaName): Promise<readonly Learnt[]> {
    const learnt: Learnt[] = [];
    this.#graph.time.now = TODAY + 3_600_000;
    for (const [channel, selection] of Object.entries(CHANNELS)) {
      // The instants of the events of an audit trail are to be the same in all worlds.
      this.#graph.time.now += 1_000;
      // Whoever asks first has it planned.
      await this.answer(who, selection);
      learnt.push({ channel, ...(await this.learn(who, selection)) });
    }
    return learnt;
  }

  /** What is learnt of one question, and counted because of it. */
  async learn(who: PersonaName, selection: string, id = PATIENT_CHAN) {
    this.#graph.asked.length = 0;
    this.#exchanges = [];
    const before = await this.counts();
    const answer = await this.answer(who, selection, id);
    const counted = since(before, await this.counts());
    return { answer, heard: heardOf(this.#graph.asked), exchanges: [...this.#exchanges], counted };
  }

  /** What was counted. */
  counts(): Promise<Counts> {
    return metricCounts(this.#metrics);
  }

  close(): Promise<void> {
    return this.#graph.close();
  }
}

describe.each(HOST_KINDS)('over HTTP, by the host %s:', (kind) => {
  let world: World;
  const learnt = new Map<PersonaName, readonly Learnt[]>();

  beforeAll(async () => {
    world = await World.start(kind);
    for (const who of [...LISTENERS[kind], 'patient-chan'] as const)
      learnt.set(who, await world.listen(who));
  }, PATIENCE);

  afterAll(() => world.close());

  it('every channel carries something, and every reading counts something', () => {
    for (const { answer, heard, exchanges, counted } of learnt.get('dr-li') ?? []) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toContain('"consent":');
      expect(exchanges).toHaveLength(heard.length);
      expect(
        counted.get(
          'causeway_fetch_duration_seconds_count{subgraph="consents",use="audit",outcome="answered"}',
        ),
      ).toBe(1);
    }
    const told = (learnt.get('dr-li') ?? []).map(({ answer }) => answer).join('');
    for (const word of ['"hasNextPage":true', '"totalCount":0', 'NOT_SHARABLE', '"latest":"'])
      expect(told).toContain(word);
  });

  it.each(LISTENERS[kind])(
    'no channel tells %s of what they may not read',
    async (who) => {
      const hidden = HIDDEN_CHANGES.filter(({ from }) => from.includes(who));
      expect(hidden.length).toBeGreaterThan(5);
      const other = await World.start(kind, hidden);
      try {
        const told = await other.listen(who);
        for (const [n, each] of told.entries()) expect(each).toEqual(learnt.get(who)?.[n]);
        // The patient may read all of it, and is told another thing by each channel; nothing of 2019 is hidden at home.
        const own = await other.listen('patient-chan');
        const same = own.filter(
          ({ answer }, n) => answer === learnt.get('patient-chan')?.[n]?.answer,
        );
        expect(['a filter by period']).toEqual(
          expect.arrayContaining(same.map(({ channel }) => channel)),
        );
      } finally {
        await other.close();
      }
    },
    PATIENCE,
  );

  it.each(['dr-lee', 'dr-zhao', 'dr-li', 'pharmacist-ng', 'auditor'] as const)(
    'a patient whom %s may not read is as one who is not there',
    async (who) => {
      const selection = 'name { text } laboratoryReports { totalCount }';
      await world.answer(who, selection, UNKNOWN_PATIENT);
      const absent = await world.learn(who, selection, UNKNOWN_PATIENT);
      expect(absent.answer).toContain('"patient":null');
      expect(absent.exchanges.length).toBeGreaterThan(0);
      for (const id of [CHILD_CHAN, WITHDRAWN_CHEUNG, SUSPENDED_LEUNG, NOT_JOINED_TANG]) {
        const denied = await world.learn(who, selection, id);
        expect(named(denied, id)).toEqual(named(absent, UNKNOWN_PATIENT));
      }
    },
  );

  it('who shares an exchange is told what they are told alone', async () => {
    const selection = CHANNELS['links of records'] ?? '';
    const callers = ['dr-li', 'patient-chan', 'dr-wong', 'dr-lee'] as const;
    const alone: string[] = [];
    for (const who of callers) alone.push(await world.answer(who, selection));
    expect(new Set(alone).size).toBe(callers.length);
    for (let isShared = false; !isShared;) {
      const before = await world.counts();
      const together = await Promise.all(callers.map((who) => world.answer(who, selection)));
      expect(together).toEqual(alone);
      const counted = since(before, await world.counts());
      isShared =
        (counted.get('causeway_batch_size_count{batch="fetches"}') ?? 0) <
        (counted.get('causeway_batch_size_sum{batch="fetches"}') ?? 0);
    }
  });

  it('counts are by what was done, and for nobody', async () => {
    const series = [...(await world.counts()).keys()];
    const labels = new Set(series.flatMap((one) => one.match(/\w+(?==")/g) ?? []));
    expect([...labels].sort()).toEqual([
      'batch',
      'cache',
      'le',
      'operation',
      'outcome',
      'subgraph',
      'use',
    ]);
  });
});

/** By how much counts have grown, where they have. */
function since(before: Counts, after: Counts): Counts {
  const grown = [...after].map(
    ([series, count]) => [series, count - (before.get(series) ?? 0)] as const,
  );
  return new Map(grown.filter(([, growth]) => growth !== 0));
}

/** What was learnt of a patient, with another word for their id. */
function named(learnt: Omit<Learnt, 'channel'>, id: string): unknown {
  const { answer, heard, exchanges, counted } = learnt;
  const told = JSON.parse(JSON.stringify([answer, heard]).replaceAll(id, 'the patient')) as unknown;
  return { told, exchanges, counted };
}
