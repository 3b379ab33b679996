/** The typed client's examples, each against the graph over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PatientRecordDocument,
  WatchGrantsDocument,
  refusalAt,
  refusalsOf,
} from '@causeway/client';
import type { PatientRecordQuery, Refusal, WatchGrantsSubscription } from '@causeway/client';
import { GRANT_LI, PATIENT_CHAN } from '@causeway/seeds';
import { ask as askApolloClient } from '../../schema/client/examples/with-apollo-client.js';
import type { GraphCaller } from '../../schema/client/examples/caller.js';
import { ask as askFetch } from '../../schema/client/examples/with-fetch.js';
import { subscribe as subscribeApolloClient } from '../../schema/client/examples/subscribe-with-apollo-client.js';
import { subscribe as subscribeFetch } from '../../schema/client/examples/subscribe-with-fetch.js';
import { subscribe as subscribeUrql } from '../../schema/client/examples/subscribe-with-urql.js';
import { ask as askUrql } from '../../schema/client/examples/with-urql.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

interface Seen {
  readonly data: PatientRecordQuery | null | undefined;
  readonly refusals: readonly Refusal[];
}

const variables = { id: PATIENT_CHAN };

const EXAMPLES: readonly (readonly [string, (caller: GraphCaller) => Promise<Seen>])[] = [
  ['fetch', (caller) => askFetch(caller, PatientRecordDocument, variables)],
  ['urql', (caller) => askUrql(caller, PatientRecordDocument, variables)],
  ['Apollo Client', (caller) => askApolloClient(caller, PatientRecordDocument, variables)],
];

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph({ isServed: true });
});

afterAll(() => graph.close());

const caller = async (who: 'dr-li' | 'patient-chan'): Promise<GraphCaller> => {
  const headers = await graph.headersOf(who);
  return {
    url: `${graph.url ?? ''}/graphql`,
    token: (headers['authorization'] ?? '').replace('Bearer ', ''),
    purpose: headers['purpose-of-use'] ?? '',
  };
};

describe.each(EXAMPLES)('the example with %s', (_name, ask) => {
  it('has typed values beside typed refusals', async () => {
    const { data, refusals } = await ask(await caller('dr-li'));
    expect(data?.patient?.allergyIntolerances?.totalCount).toBeGreaterThan(0);
    expect(data?.patient?.hkid).toBeNull();
    expect(refusalAt(refusals, ['patient', 'hkid'])?.code).toBe('NOT_SHARABLE');
    expect(refusalAt(refusals, ['patient', 'conditions', 'totalCount'])).toMatchObject({
      code: 'CONSENT_REQUIRED',
      scope: 'DIAGNOSIS',
      requestable: true,
    });
    expect(refusalAt(refusals, ['patient', 'allergyIntolerances'])).toBeUndefined();
  });

  it('has no refusals for the patient', async () => {
    const { data, refusals } = await ask(await caller('patient-chan'));
    expect(data?.patient?.hkid).toEqual(expect.any(String));
    expect(refusals).toEqual([]);
  });
});

/** The states of the patient's grants as they were told, until they are told for the second time. */
type Watching = (caller: GraphCaller, whenTold: () => Promise<void>) => Promise<readonly Told[]>;

interface Told {
  readonly state: string | undefined;
  readonly refusals: readonly Refusal[];
}

const told = (
  data: WatchGrantsSubscription | null | undefined,
  refusals: readonly Refusal[],
): Told => ({
  state: data?.grants?.edges.find(({ node }) => node?.id === GRANT_LI)?.node?.state,
  refusals,
});

const ofChan = { patient: PATIENT_CHAN };

const watchByFetch: Watching = async (who, whenTold) => {
  const gone = new AbortController();
  const all: Told[] = [];
  for await (const answer of subscribeFetch(who, WatchGrantsDocument, ofChan, gone.signal)) {
    all.push(told(answer.data, answer.refusals));
    if (all.length === 2) break;
    await whenTold();
  }
  return all;
};

const watchByUrql: Watching = (who, whenTold) =>
  new Promise((resolve) => {
    const all: Told[] = [];
    const stop = subscribeUrql(who, WatchGrantsDocument, ofChan, ({ data, error }) => {
      all.push(told(data, refusalsOf({ errors: error?.graphQLErrors ?? [] })));
      if (all.length === 1) void whenTold();
      else {
        stop();
        resolve(all);
      }
    });
  });

const watchByApolloClient: Watching = (who, whenTold) =>
  new Promise((resolve) => {
    const all: Told[] = [];
    const stop = subscribeApolloClient(who, WatchGrantsDocument, ofChan, ({ data, refusals }) => {
      all.push(told(data, refusals));
      if (all.length === 1) void whenTold();
      else {
        stop();
        resolve(all);
      }
    });
  });

const REVOKE = `mutation ($patient: ID!, $id: ID!) {
  revokeGrant(patient: $patient, id: $id) { state }
}`;

const WATCHING = [watchByFetch, watchByUrql, watchByApolloClient];

it('the examples of subscriptions are told what changes, while it changes', async () => {
  const who = await caller('patient-chan');
  let waiting = WATCHING.length;
  const allTold = Promise.withResolvers<undefined>();
  const whenTold = async (): Promise<void> => {
    waiting -= 1;
    if (waiting === 0) allTold.resolve(undefined);
    await allTold.promise;
  };
  const watching = WATCHING.map((watch) => watch(who, whenTold));
  await allTold.promise;
  await graph.ask('patient-chan', REVOKE, { ...ofChan, id: GRANT_LI });
  for (const all of await Promise.all(watching)) {
    expect(all).toEqual([
      { state: 'REDEEMED', refusals: [] },
      { state: 'REVOKED', refusals: [] },
    ]);
  }
});
