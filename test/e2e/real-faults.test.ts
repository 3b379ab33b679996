/**
 * What really fails: processes that are killed or stand still at each step of a read, a disk without room, databases
 * full of rubbish. Nothing is released that is not on record as released, nothing is half recorded, and once all is
 * well again so are the answers.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import type { SubgraphName } from '@causeway/schema';
import { PATIENT_CHAN } from '@causeway/seeds';
import { openConsentsDatabase } from '../../subgraphs/consents/src/database.js';
import { startMortalFleet } from '../support/mortal-fleet.js';
import type { MortalFleet } from '../support/mortal-fleet.js';
import { copyOfSeededWorld } from '../support/seeded-world.js';
import type { WorldFolder } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { SubgraphAsked, TestGraph } from '../support/start-graph.js';

const RECORD =
  'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances(first: 1) { totalCount edges { node { author { id name } } } } } }';

const PATIENCE = 120_000;

/** How long a request may take here (ms): what stands still is waited for, a third of it for facts. */
const DEADLINE = 6_000;

let folder: WorldFolder;
let fleet: MortalFleet;
let graph: TestGraph;
/** The answer, and the requests it takes, while all is well. */
let whole: string;
let usual: readonly SubgraphAsked[];

const ask = () => graph.ask('dr-wong', RECORD, { id: PATIENT_CHAN });

beforeAll(async () => {
  folder = copyOfSeededWorld(Date.now());
  fleet = await startMortalFleet(folder.path);
  graph = await startGraph({ mode: 'http', folder, subgraphs: () => fleet, deadline: DEADLINE });
  // The first answers of a process take their time.
  for (let warm = 0; warm < 3; warm += 1) whole = (await ask()).text;
  usual = [...graph.asked];
  expect(whole).toContain('CHAN');
}, PATIENCE);

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(() => graph.close(), PATIENCE);

interface Written {
  readonly events: number;
  readonly released: number;
  readonly ends: number;
  readonly notices: number;
  readonly waiting: number;
}

/** How many rows there are of what recording writes. */
function written(): Written {
  const other = openConsentsDatabase(join(folder.path, 'consents.sqlite'));
  const counts = other.db.get<Written>(
    `select (select count(*) from audit_event) as events, (select count(*) from audit_event where release = 'RELEASED') as released, (select sum(sequence) from audit_head) as ends, (select count(*) from access_notification) as notices, (select count(*) from outbox) as waiting`,
  );
  other.close();
  return counts;
}

/** How many records of each scope the last event says were released. */
function lastCounts(): unknown {
  const other = openConsentsDatabase(join(folder.path, 'consents.sqlite'));
  const { counts } = other.db.get<{ counts: string }>(
    `select counts from audit_event order by rowid desc limit 1`,
  );
  other.close();
  return JSON.parse(counts);
}

/** Every event has its end of chain, every release its notice and its place in the outbox. */
const owed = ({ events, released, ends, notices, waiting }: Written): readonly number[] => [
  events - ends,
  released - notices,
  notices - waiting,
];

function isIntact(): boolean {
  const path = join(folder.path, 'consents.sqlite');
  const consents = openConsents({ path, keys: [], clock: Date.now });
  const trail = consents.repository.verifyTrail({ noted: null, onProgress: () => undefined });
  consents.close();
  return trail.state === 'INTACT';
}

/** What came of a request while something was wrong. */
interface Told {
  readonly text: string;
  /** Whether it was refused as a whole, since nobody could decide. */
  readonly isNothing: boolean;
  readonly codes: readonly unknown[];
}

async function askAmid(): Promise<Told> {
  const { data, errors, text } = await ask();
  const codes = [...new Set(errors.map(({ extensions }) => extensions?.['code']))];
  return { text, codes, isNothing: data === null && codes.join() === 'POLICY_UNAVAILABLE' };
}

/** That all is well again: answered as before, and recorded once and wholly. */
async function expectRecovery(owing: readonly number[]): Promise<void> {
  let text = '';
  for (let tries = 0; text !== whole && tries < 10; tries += 1) ({ text } = await ask());
  expect(text).toBe(whole);
  expect(owed(written())).toEqual(owing);
  expect(isIntact()).toBe(true);
}

/** What may be released where a subgraph is gone: nothing at all, or all but its own. */
function expectNoMore(name: SubgraphName, { isNothing, text, codes }: Told): void {
  if (isNothing) return;
  expect([name, codes]).toEqual([
    name,
    [expect.stringMatching(/^(SUBGRAPH_FAILED|DEADLINE_EXCEEDED)$/)],
  ]);
  expect(text).not.toBe(whole);
}

/** The place of a read at which a subgraph is asked for the last time to some use. */
const lastOf = (name: SubgraphName, use: SubgraphAsked['context']['use']): number =>
  usual.findLastIndex(({ subgraph, context }) => subgraph === name && context.use === use);

/** Does something just before the request at a place goes out. */
function at(place: number, act: () => unknown): void {
  let position = -1;
  graph.intercept = async (_name, _request, answer) => {
    const own = (position += 1);
    if (own === place) {
      graph.intercept = (_subgraph, _other, passed) => passed();
      await act();
    }
    return answer();
  };
}

/** The place of a read at which records are asked for facts for the first time. */
const firstFactsOfRecords = (): number =>
  usual.findIndex(({ subgraph, context }) => subgraph === 'records' && context.use === 'facts');

/** A step of a read: the subgraph, and what it is asked for. */
const STEPS = [
  ['patients', 'facts'],
  ['patients', 'data'],
  ['providers', 'facts'],
  ['consents', 'facts'],
  ['consents', 'audit'],
  ['records', 'facts'],
  ['records', 'data'],
] as const;

describe('a process', () => {
  it.each(STEPS)(
    'of %s that stands still before the last request for %s opens nothing',
    async (name, use) => {
      const before = written();
      at(lastOf(name, use), () => process.kill(fleet.pidOf(name), 'SIGSTOP'));
      try {
        const told = await askAmid();
        expectNoMore(name, told);
        // What was released is on record as that before it left, and what was not is not.
        const isReleased = told.text.includes('CHAN');
        expect(written().released).toBe(before.released + (isReleased ? 1 : 0));
      } finally {
        process.kill(fleet.pidOf(name), 'SIGCONT');
      }
      await expectRecovery(owed(before));
    },
    PATIENCE,
  );

  it.each([
    ['first', firstFactsOfRecords],
    ['last', () => lastOf('records', 'facts')],
  ])(
    'of records that stands still before the %s facts has its records withheld, and the rest released on record',
    async (_which, place) => {
      const before = written();
      at(place(), () => process.kill(fleet.pidOf('records'), 'SIGSTOP'));
      const begun = performance.now();
      const { data, errors } = await ask();
      const taken = performance.now() - begun;
      process.kill(fleet.pidOf('records'), 'SIGCONT');
      expect(data).toEqual({
        patient: { name: expect.any(Array), allergyIntolerances: null },
      });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['SUBGRAPH_FAILED']);
      expect(taken).toBeLessThan(DEADLINE);
      expect(written()).toMatchObject({
        events: before.events + 1,
        released: before.released + 1,
      });
      expect(lastCounts()).toEqual({ PERSON: 1 });
      await expectRecovery(owed(before));
    },
    PATIENCE,
  );

  it.each(STEPS)(
    'of %s that is killed before the last request for %s opens nothing',
    async (name, use) => {
      const owing = owed(written());
      at(lastOf(name, use), () => fleet.kill(name));
      const told = await askAmid();
      expectNoMore(name, told);
      await fleet.start(name);
      await expectRecovery(owing);
    },
    PATIENCE,
  );
});

describe('the disk of the audit trail', () => {
  it(
    'without room releases nothing, and nothing is half recorded',
    async () => {
      const owing = owed(written());
      const pid = String(fleet.pidOf('consents'));
      const limit = (bytes: string): unknown =>
        execFileSync('prlimit', ['--pid', pid, `--fsize=${bytes}:unlimited`]);
      const { size } = statSync(join(folder.path, 'consents.sqlite-wal'));
      const { events } = written();
      for (const room of [0, 1_000, 5_000, 9_000]) {
        const answers: Told[] = [];
        limit(String(size + room));
        for (let more = 0; more < 8; more += 1) answers.push(await askAmid());
        limit('unlimited');
        expect(answers.some(({ isNothing }) => isNothing)).toBe(true);
        expect(answers.filter(({ text, isNothing }) => text !== whole && !isNothing)).toEqual([]);
        expect(owed(written())).toEqual(owing);
      }
      expect(written().events).toBeGreaterThanOrEqual(events);
      await expectRecovery(owing);
    },
    PATIENCE,
  );
});

describe('a database full of rubbish', () => {
  it.each(['patients', 'providers'] as const)(
    'of %s opens nothing',
    async (name) => {
      await fleet.kill(name);
      const path = join(folder.path, `${name}.sqlite`);
      const file = openSync(path, 'r+');
      const rubbish = Buffer.alloc(4_096, 'rubbish ');
      // The first page tells that it is a database; what is in it is told by the others.
      for (let page = 4_096; page < statSync(path).size; page += 4_096)
        writeSync(file, rubbish, 0, 4_096, page);
      closeSync(file);
      const { released } = written();
      await fleet.start(name).catch(() => undefined);
      expect(await askAmid()).toMatchObject({ isNothing: true });
      expect(written().released).toBe(released);
      expect(isIntact()).toBe(true);
    },
    PATIENCE,
  );
});
