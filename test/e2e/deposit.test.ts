/**
 * Deposits through the whole graph, under a grant that permits them: what each subgraph is asked, what stands in the
 * way, and that nothing is read by them. How a patient comes to authorise one is the story's.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { without } from '@causeway/kit';
import type { AccessEvent } from '@causeway/schema';
import {
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  PATIENT_CHAN,
  PERSONAS,
  idOf,
  openStores,
  world,
} from '@causeway/seeds';
import type { OpenStores, PersonaClaims, PersonaName } from '@causeway/seeds';
import { coded } from '../support/coded.js';
import { recordsOf } from '../support/records.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const HOUR = 3_600_000;

const DEPOSIT = `mutation Deposit($input: DepositRecordsInput!) {
  depositRecords(input: $input) { id resources { category } }
}`;

let graph: TestGraph;
let stores: OpenStores;

beforeAll(async () => {
  const folder = copyOfSeededWorld(TODAY);
  graph = await startGraph({ folder, isServed: true });
  stores = openStores(folder.path, () => graph.time.now);
});

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(async () => {
  stores.close();
  await graph.close();
});

/** Changes of one instant would be one change. */
const tick = (): void => {
  graph.time.now += 1_000;
};

const seeded = world(new Date(TODAY)).grants.find(({ id }) => id === GRANT_LI);
if (seeded?.encounter == null) throw new Error('Expected the grant of Dr Li, with its encounter');
const { encounter } = seeded;

type Grant = Parameters<OpenStores['consents']['putGrant']>[0];

/** The grant of Dr Li as it is to be, with the deposit authorised for an hour unless told. */
const putGrant = (changes: Partial<Grant> = {}): void => {
  tick();
  stores.consents.putGrant({
    ...without(seeded, 'slug'),
    permissions: ['READ', 'DEPOSIT'],
    deposit: { until: new Date(graph.time.now + HOUR).toISOString() },
    ...changes,
  });
  tick();
};

/** An objection of the patient to deposits by the hospital of Dr Li. */
const putObjection = (status: 'active' | 'inactive'): void => {
  tick();
  stores.consents.putConsent({
    id: idOf('test/objection'),
    origin: 'LAYER',
    patient: PATIENT_CHAN,
    kind: 'DEPOSIT_OBJECTION',
    status,
    grantor: `Patient/${PATIENT_CHAN}`,
    grantee: [LIANHUA_BAY_HOSPITAL],
    dateTime: null,
    period: { start: null, end: null },
    decision: 'deny',
    provision: [],
  });
  tick();
};

const bundle = (visit: string | null) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'AllergyIntolerance',
        patient: { reference: `Patient/${PATIENT_CHAN}` },
        ...(visit !== null && { encounter: { reference: `Encounter/${visit}` } }),
        recordedDate: new Date(TODAY).toISOString().slice(0, 10),
        code: { coding: [{ system: 'http://snomed.info/sct', code: '91936005' }] },
      },
    },
  ],
});

let keys = 0;

const inputOf = (visit: string | null = encounter.id) => {
  keys += 1;
  return {
    patient: PATIENT_CHAN,
    idempotencyKey: `test-key-${String(keys)}`,
    bundle: bundle(visit),
  };
};

const deposit = (
  who: PersonaName = 'dr-li',
  query = DEPOSIT,
  input = inputOf(),
): Promise<Answered> => graph.ask(who, query, { input });

const held = (): number => recordsOf(stores, PATIENT_CHAN, 'AllergyIntolerance').length;

const events = (): readonly AccessEvent[] =>
  graph.asked
    .filter(({ context }) => context.use === 'audit')
    .flatMap(({ variables }) => variables['events'] as AccessEvent[]);

const nothing = '{"data":{"depositRecords":null}}\n';

describe('a deposit from abroad', () => {
  it('is taken under a grant for it, on record before and after, by one data request to the records', async () => {
    putGrant();
    const before = held();
    const answer = await deposit();
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      depositRecords: { resources: [{ category: 'ALLERGY_ADR' }] },
    });
    expect(held()).toBe(before + 1);
    const order = graph.asked.flatMap(({ subgraph, context, variables }) => {
      if (context.use === 'data') return [subgraph];
      const recorded = context.use === 'audit' ? (variables['events'] as AccessEvent[]) : [];
      return recorded.map(({ release }) => release);
    });
    expect(order).toEqual(['INTENDED', 'records', 'RELEASED']);
    expect(events()).toMatchObject([
      {
        action: 'DEPOSIT',
        outcome: 'PERMIT',
        abroad: true,
        scopes: [],
        basis: [seeded.consent, GRANT_LI],
      },
      { action: 'DEPOSIT', outcome: 'PERMIT', abroad: true, scopes: ['DEPOSIT'] },
    ]);
  });

  it('goes out with a permit that holds no clinical scope, and names the encounter', async () => {
    putGrant();
    await deposit();
    expect(graph.dataRequestsTo('records').map(({ context }) => context.permits)).toMatchObject([
      [
        {
          action: 'DEPOSIT',
          scopes: ['DEPOSIT'],
          depositable: ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'],
          encounter: { id: encounter.id, organization: LIANHUA_BAY_HOSPITAL },
          grant: GRANT_LI,
          jurisdiction: 'CN-GD',
        },
      ],
    ]);
  });

  it('reads nothing of the patient, by whatever way its receipt leads there', async () => {
    putGrant();
    const answer = await deposit(
      'dr-li',
      `mutation Deposit($input: DepositRecordsInput!) { depositRecords(input: $input) {
        id
        patient { id name { text } allergyIntolerances { totalCount } depositReceipts { totalCount } }
      } }`,
    );
    expect(answer.data).toMatchObject({ depositRecords: { patient: null } });
    expect(graph.dataRequests().map(({ subgraph }) => subgraph)).toEqual(['records']);
  });

  it.each<readonly [string, () => void, () => void]>([
    [
      'no code was presented',
      () => {
        putGrant({ deposit: null });
      },
      () => undefined,
    ],
    [
      'the authorisation is over',
      () => {
        putGrant({ deposit: { until: new Date(graph.time.now).toISOString() } });
      },
      () => undefined,
    ],
    [
      'the grant is to read',
      () => {
        putGrant({ permissions: ['READ'] });
      },
      () => undefined,
    ],
    [
      'the encounter is closed',
      () => {
        putGrant({ encounter: { ...encounter, open: false } });
      },
      () => undefined,
    ],
    [
      'the grant was revoked',
      () => {
        putGrant({ state: 'REVOKED' });
      },
      () => undefined,
    ],
    [
      'the patient objected',
      () => {
        putGrant();
        putObjection('active');
      },
      () => {
        putObjection('inactive');
      },
    ],
  ])('is not dispatched where %s', async (_name, make, undo) => {
    make();
    const before = held();
    const answer = await deposit();
    undo();
    expect(answer.text).toBe(nothing);
    expect(graph.dataRequests()).toEqual([]);
    expect(events()).toMatchObject([{ action: 'DEPOSIT', outcome: 'DENY', release: 'WITHHELD' }]);
    expect(held()).toBe(before);
  });

  it.each(['dr-he', 'dr-zhao', 'patient-chan', 'auditor'] as const)(
    'is not made by %s',
    async (who) => {
      putGrant();
      const answer = await deposit(who);
      expect(answer.text).toBe(nothing);
      expect(graph.dataRequests()).toEqual([]);
      expect(events()).toMatchObject([{ action: 'DEPOSIT', outcome: 'DENY' }]);
    },
  );

  it('is not dispatched where it cannot be put on record', async () => {
    putGrant();
    const before = held();
    graph.intercept = (_name, request, answer) =>
      request.body.includes('"use":"audit"') ? Promise.reject(new Error('disk full')) : answer();
    const answer = await deposit();
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([
      coded('POLICY_UNAVAILABLE'),
    ]);
    expect(graph.dataRequests()).toEqual([]);
    expect(held()).toBe(before);
  });
});

describe('a revocation while a deposit runs', () => {
  it('stops it at each request before its dispatch, and shows nothing of it after', async () => {
    putGrant();
    await deposit();
    const dispatched = graph.asked.findIndex(({ context }) => context.use === 'data');
    const places = graph.asked.length;
    const facts = graph.asked
      .slice(0, dispatched)
      .findLastIndex(({ subgraph, context }) => context.use === 'facts' && subgraph === 'consents');
    expect(facts).toBeGreaterThan(0);
    for (let place = 0; place < places; place += 1) {
      putGrant();
      const before = held();
      let position = -1;
      graph.intercept = (_name, _request, answer) => {
        position += 1;
        if (position === place) putGrant({ state: 'REVOKED' });
        return answer();
      };
      const answer = await deposit();
      graph.intercept = (_name, _request, next) => next();
      if (place <= facts) {
        expect([place, answer.text, held()]).toEqual([place, nothing, before]);
        expect(graph.dataRequests()).toEqual([]);
      } else {
        expect(held()).toBe(before + 1);
        expect(events().map(({ release }) => release)[0]).toBe('INTENDED');
      }
    }
  });

  it('in parallel leaves each deposit whole or undone, and none after it', async () => {
    putGrant();
    const before = held();
    const deposits = Array.from({ length: 8 }, () => deposit());
    putGrant({ state: 'REVOKED' });
    const answers = await Promise.all(deposits);
    const after = held();
    const shown = answers.filter(({ text }) => text !== nothing);
    expect(shown.length).toBeLessThanOrEqual(after - before);
    expect(after - before).toBeLessThanOrEqual(deposits.length);
    expect((await deposit()).text).toBe(nothing);
    expect(held()).toBe(after);
  });
});

describe('a deposit whose client has gone', () => {
  it('is made, and on record', async () => {
    putGrant();
    const before = held();
    const gone = new AbortController();
    graph.asked.length = 0;
    graph.intercept = (name, request, answer) => {
      if (name === 'records' && request.body.includes('"use":"data"')) gone.abort();
      return answer();
    };
    const asking = fetch(`${graph.url ?? ''}/graphql`, {
      method: 'POST',
      signal: gone.signal,
      headers: { 'content-type': 'application/json', ...(await graph.headersOf('dr-li')) },
      body: JSON.stringify({ query: DEPOSIT, variables: { input: inputOf() } }),
    });
    await expect(asking).rejects.toThrow('abort');
    const deadline = Date.now() + 5_000;
    while (events().length < 2 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(events().map(({ release }) => release)).toEqual(['INTENDED', 'RELEASED']);
    expect(held()).toBe(before + 1);
  });
});

describe('a deposit at home', () => {
  it('is taken from a provider that has the patient under care', async () => {
    const before = held();
    const answer = await deposit('dr-wong', DEPOSIT, inputOf(null));
    expect(answer.errors).toEqual([]);
    expect(held()).toBe(before + 1);
    expect(events()).toMatchObject([
      { release: 'INTENDED' },
      { abroad: false, release: 'RELEASED' },
    ]);
  });

  it('for a test is for invented patients alone', async () => {
    const wong = PERSONAS.find(({ name }) => name === 'dr-wong');
    if (wong === undefined) throw new Error('Expected Dr Wong');
    const tester: PersonaClaims = { ...wong.claims, purpose_of_use: ['HTEST'] };
    const input = inputOf(null);
    const answer = await graph.ask(tester, DEPOSIT, { input }, { purpose: 'HTEST' });
    expect(answer.text).toBe(nothing);
    expect(events()).toMatchObject([{ outcome: 'DENY', gate: 'JOINING' }]);
  });
});
