/** The typed client's examples, each against the graph over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PatientRecordDocument, refusalAt } from '@causeway/client';
import type { PatientRecordQuery, Refusal } from '@causeway/client';
import { PATIENT_CHAN } from '@causeway/seeds';
import { ask as askApolloClient } from '../../schema/client/examples/with-apollo-client.js';
import type { GraphCaller } from '../../schema/client/examples/caller.js';
import { ask as askFetch } from '../../schema/client/examples/with-fetch.js';
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
