/**
 * What is taken back while an operation runs: at each of its subgraph requests in turn, something is changed just
 * before that request goes out. The bound that is shown is the last reading of the facts that the change is of: a
 * change that is there when they are read counts for every later fetch, and for all that is released.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { without } from '@causeway/kit';
import { confidentialityOf, latestInstant } from '@causeway/schema';
import {
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  PATIENT_CHAN,
  idOf,
  openStores,
  world,
} from '@causeway/seeds';
import type { NewRecord } from '@causeway/records';
import type { OpenStores } from '@causeway/seeds';
import type { SubgraphName } from '@causeway/schema';
import { labelled, recordsOf } from '../support/records.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, SubgraphAsked, TestGraph } from '../support/start-graph.js';

/** Three subgraphs, one after the other, with a count that only the records subgraph can make. */
const RECORD = `query ($id: ID!) { patient(id: $id) {
  name { text }
  allergyIntolerances(first: 100) { totalCount edges { cursor node { id code { text } author { id name } } } }
  recordSummary { allergyAdr { count } }
} }`;

const NOTHING = '{"data":{"patient":null}}\n';

let graph: TestGraph;
let stores: OpenStores;
/** A record that Dr Li may read. */
let allergy: NewRecord;

beforeAll(async () => {
  const folder = copyOfSeededWorld(TODAY);
  graph = await startGraph({ folder });
  stores = openStores(folder.path, () => graph.time.now);
  allergy = recentAllergy();
});

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(async () => {
  stores.close();
  await graph.close();
});

const read = (): Promise<Answered> => graph.ask('dr-li', RECORD, { id: PATIENT_CHAN });

/** Changes of one instant would be one change. */
const tick = (): void => {
  graph.time.now += 1_000;
};

/** Something that is taken back while a read runs. */
interface Change {
  /** The subgraph whose facts tell of it; null for the clock, which is read once all facts are there. */
  readonly owner: SubgraphName | null;
  make(): void;
  /** Gives it again, for the next turn. */
  undo(): void;
}

type NamedChange = Change & { readonly what: string };

const seededGrant = world(new Date(TODAY)).grants.find(({ id }) => id === GRANT_LI);

const grantOfLi = () => {
  if (seededGrant === undefined) throw new Error('Expected the grant of Dr Li');
  return without(seededGrant, 'slug');
};

const recognitionOfLi = (): string => {
  const [recognition] = stores.providers.recognitionsOf([LIANHUA_BAY_HOSPITAL]);
  if (recognition === undefined) throw new Error('Expected a recognition of the hospital');
  return recognition.id;
};

function recentAllergy(): NewRecord {
  const found = recordsOf(stores, PATIENT_CHAN, 'AllergyIntolerance').find(
    ({ security, clinicalDate }) =>
      confidentialityOf(security) === 'N' && clinicalDate?.startsWith('2026') === true,
  );
  if (found === undefined) throw new Error('Expected an allergy within the window');
  return found;
}

const restriction = (status: 'active' | 'inactive', record: string) => ({
  id: idOf('test/restriction'),
  origin: 'LAYER' as const,
  patient: PATIENT_CHAN,
  kind: 'RESTRICTION' as const,
  status,
  grantor: `Patient/${PATIENT_CHAN}`,
  grantee: [],
  dateTime: null,
  period: { start: null, end: null },
  decision: 'permit' as const,
  provision: [{ type: 'deny' as const, records: [record] }],
});

/** After these there is no permit at all. */
const ENDS: readonly NamedChange[] = [
  {
    what: 'a revocation of the grant',
    owner: 'consents',
    make: () => stores.consents.putGrant({ ...grantOfLi(), state: 'REVOKED' }),
    undo: () => stores.consents.putGrant(grantOfLi()),
  },
  {
    what: 'the end of the encounter',
    owner: 'consents',
    make: () => {
      const { encounter, ...grant } = grantOfLi();
      stores.consents.putGrant({ ...grant, encounter: encounter && { ...encounter, open: false } });
    },
    undo: () => stores.consents.putGrant(grantOfLi()),
  },
  {
    what: 'a suspension of the recognition',
    owner: 'providers',
    make: () =>
      stores.providers.setRecognitionStatus(recognitionOfLi(), {
        status: 'SUSPENDED',
        reason: 'A test',
        suspension: { start: '2026-11-22', end: '2026-11-30' },
      }),
    undo: () =>
      stores.providers.setRecognitionStatus(recognitionOfLi(), {
        status: 'RECOGNISED',
        reason: null,
        suspension: null,
      }),
  },
  {
    what: 'a withdrawal of joining',
    owner: 'patients',
    make: () => stores.patients.setJoiningStatus(PATIENT_CHAN, 'WITHDRAWN'),
    undo: () => stores.patients.setJoiningStatus(PATIENT_CHAN, 'ACTIVE'),
  },
];

/** After these one record is withheld, and the count with it. */
const NARROWS: readonly NamedChange[] = [
  {
    what: 'a restriction of one record',
    owner: 'consents',
    make: () => stores.consents.putConsent(restriction('active', allergy.id)),
    undo: () => stores.consents.putConsent(restriction('inactive', allergy.id)),
  },
  {
    what: 'a label of one record',
    owner: 'records',
    make: () => stores.records.putRecords([labelled(allergy, 'V')]),
    undo: () => stores.records.putRecords([allergy]),
  },
];

/** Asks, with the change made just before the request at a place goes out. */
async function readWhile(change: Change, place: number) {
  let position = -1;
  tick();
  graph.intercept = (_name, _request, answer) => {
    position += 1;
    if (position === place) change.make();
    return answer();
  };
  const answer = await read();
  const asked = [...graph.asked];
  tick();
  change.undo();
  return { answer, asked };
}

const isFactsOf =
  (owner: SubgraphName | null) =>
  ({ subgraph, context }: SubgraphAsked): boolean =>
    context.use === 'facts' && (owner === null || subgraph === owner);

/** The places of a read's requests, and the last place at which a change still counts. */
async function placesOf({ owner }: Change) {
  await read();
  const asked = [...graph.asked];
  return { places: asked.map((_, place) => place), bound: asked.findLastIndex(isFactsOf(owner)) };
}

/** The data requests that went out although facts had told of the change. */
const tooLate = (asked: readonly SubgraphAsked[], place: number, { owner }: Change) => {
  const told = asked.findIndex((one, position) => position >= place && isFactsOf(owner)(one));
  return asked.slice(told).filter(({ context }) => context.use === 'data');
};

/** Makes a change that ends the permit at each place of a read in turn. */
async function expectEndAtEachPlace(change: Change): Promise<void> {
  const { text: whole } = await read();
  const { places, bound } = await placesOf(change);
  expect(places.length).toBeGreaterThan(12);
  for (const place of places) {
    const { answer, asked } = await readWhile(change, place);
    if (place <= bound) {
      expect([place, answer.text]).toEqual([place, NOTHING]);
      expect([place, tooLate(asked, place, change)]).toEqual([place, []]);
    } else {
      expect([NOTHING, whole]).toContain(answer.text);
    }
  }
  expect((await read()).text).toBe(whole);
}

describe('between any two requests of a read,', () => {
  it.each(ENDS)(
    '$what stops the next fetch, and releases nothing of what was fetched',
    expectEndAtEachPlace,
  );

  it('the end of the grant’s period stops the next fetch, and releases nothing of what was fetched', async () => {
    const present = graph.time.now;
    const end = latestInstant(grantOfLi().period.end) ?? 0;
    const restart = (): void => {
      graph.time.now = end - 10_000;
    };
    restart();
    await expectEndAtEachPlace({
      owner: null,
      make: () => {
        graph.time.now += 15_000;
      },
      undo: restart,
    });
    graph.time.now = present;
  });

  it.each(NARROWS)('$what takes the record away, and whatever counts it', async (change) => {
    const { text: whole } = await read();
    expect(whole).toContain(allergy.id);
    const { places, bound } = await placesOf(change);
    expect(bound).toBeGreaterThan(0);
    const narrowed = (await readWhile(change, 0)).answer.text;
    expect(narrowed).not.toContain(allergy.id);
    for (const place of places) {
      const { answer } = await readWhile(change, place);
      if (place <= bound) expect([place, answer.text]).toEqual([place, narrowed]);
      else expect([narrowed, whole]).toContain(answer.text);
    }
    expect((await read()).text).toBe(whole);
  });
});
