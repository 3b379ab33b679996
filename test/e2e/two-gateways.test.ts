/**
 * Two gateways in processes of their own over the same subgraphs: what is taken back through one of them counts for the
 * very next fetch of the other, also inside an operation that is under way there. Nothing is told between gateways: the
 * bound is the last reading of the facts, as within one.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { without } from '@causeway/kit';
import type { SubgraphName } from '@causeway/schema';
import { confidentialityOf } from '@causeway/schema';
import { GRANT_LI, LIANHUA_BAY_HOSPITAL, PATIENT_CHAN, openStores, world } from '@causeway/seeds';
import type { OpenStores, PersonaName } from '@causeway/seeds';
import { LONGEST_NIGHT, clearOfMidnight } from '../support/clear-of-midnight.js';
import { startOtherGateway } from '../support/other-gateway.js';
import type { OtherGateway } from '../support/other-gateway.js';
import { labelled, recordsOf } from '../support/records.js';
import { copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, SubgraphAsked, TestGraph } from '../support/start-graph.js';

const RECORD = `query ($id: ID!) { patient(id: $id) {
  name { text }
  allergyIntolerances(first: 100) { totalCount edges { cursor node { id code { text } author { id name } } } }
  recordSummary { allergyAdr { count } }
} }`;

const REVOKE =
  'mutation ($patient: ID!, $grant: ID!) { revokeGrant(patient: $patient, id: $grant) { state } }';
const WITHDRAW = 'mutation ($patient: ID!) { withdrawFromEHealth(patient: $patient) { id } }';
const SUSPEND =
  'mutation ($id: ID!, $until: DateTime!) { suspendRecognition(id: $id, reason: "A test", until: $until) { status } }';
const RESTRICT =
  'mutation ($patient: ID!) { restrictAccess(patient: $patient, input: { scopes: [ALLERGY_ADR] }) { id } }';
const LIFT =
  'mutation ($patient: ID!, $id: ID!) { liftRestriction(patient: $patient, id: $id) { id } }';

const NOTHING = '{"data":{"patient":null}}\n';
const PATIENCE = 120_000;

/** The one that reads, in this process. */
let graph: TestGraph;
/** The one that changes. */
let other: OtherGateway;
let stores: OpenStores;

beforeAll(async () => {
  await clearOfMidnight();
  const folder = copyOfSeededWorld(Date.now());
  graph = await startGraph({ mode: 'http', folder });
  other = await startOtherGateway(graph, folder.path);
  stores = openStores(folder.path, Date.now);
}, PATIENCE + LONGEST_NIGHT);

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(async () => {
  stores.close();
  await other.close();
  await graph.close();
}, PATIENCE);

const read = (): Promise<Answered> => graph.ask('dr-li', RECORD, { id: PATIENT_CHAN });

async function change(
  who: PersonaName,
  query: string,
  variables: object = {},
): Promise<Readonly<Record<string, { readonly id?: string }>>> {
  const text = await other.ask(who, query, { patient: PATIENT_CHAN, ...variables });
  const { data, errors } = JSON.parse(text) as {
    readonly data: Readonly<Record<string, { readonly id?: string }>> | null;
    readonly errors?: unknown;
  };
  if (data === null || errors !== undefined) throw new Error(`Expected a change, got: ${text}`);
  return data;
}

const revoke = () => change('patient-chan', REVOKE, { grant: GRANT_LI });

/** Gives the grant again as it was seeded, for the next turn. */
function giveAgain(): void {
  const { grants, consents } = world(new Date(graph.time.now));
  const grant = grants.find(({ id }) => id === GRANT_LI);
  const consent = consents.find(({ id }) => id === grant?.consent);
  if (grant === undefined || consent === undefined) throw new Error('Expected the grant of Dr Li');
  const grantor = `Patient/${consent.grantor}`;
  stores.consents.putConsent({ ...without(consent, 'inactiveSince'), grantor, origin: 'LAYER' });
  stores.consents.putGrant(without(grant, 'slug'));
}

/** Reads, and makes a change just before the request at a place goes out: it is over before that goes. */
async function readWhile(place: number, owner: SubgraphName, make: () => unknown) {
  let position = -1;
  let changed = Number.POSITIVE_INFINITY;
  graph.intercept = async (_name, _request, answer) => {
    const own = (position += 1);
    if (own === place) {
      await make();
      changed = position + 1;
    }
    return answer();
  };
  const answer = await read();
  graph.intercept = (_name, _request, passed) => passed();
  const asked = [...graph.asked];
  // Others that went out while the change was made may have been ahead of it.
  const told = asked.findIndex(
    (one, at) => (at === place || at >= changed) && isFactsOf(owner)(one),
  );
  return {
    text: answer.text,
    /** Whether the facts were read that tell of the change. */
    isTold: told >= 0,
    /** The data requests that went out although facts had told of it. */
    tooLate: told < 0 ? [] : asked.slice(told).filter(isData),
  };
}

const isFactsOf =
  (owner: SubgraphName) =>
  ({ subgraph, context }: SubgraphAsked): boolean =>
    context.use === 'facts' && subgraph === owner;

const isData = ({ context }: SubgraphAsked): boolean => context.use === 'data';

/** What a read releases, and the requests that it takes. */
async function usualRead() {
  const { text: whole } = await read();
  const usual = [...graph.asked];
  expect(usual.filter(isData).length).toBeGreaterThan(2);
  return {
    whole,
    usual,
    lastData: usual.findLastIndex(isData),
    /** Each step: facts, data or audit; what goes out together is one. */
    steps: [...usual.keys()].filter(
      (place) => usual[place]?.context.use !== usual[place - 1]?.context.use,
    ),
  };
}

describe('through another gateway,', () => {
  it(
    'a revocation stops the next fetch at each step of a read, and releases nothing of what was fetched',
    async () => {
      const { whole, steps, lastData } = await usualRead();
      for (const place of steps) {
        const { text, isTold, tooLate } = await readWhile(place, 'consents', revoke);
        // Before the release they are read once more.
        if (place <= lastData) expect([place, isTold]).toEqual([place, true]);
        if (isTold) expect([place, text, tooLate]).toEqual([place, NOTHING, []]);
        else expect([NOTHING, whole]).toContain(text);
        expect([place, (await read()).text]).toEqual([place, NOTHING]);
        expect([place, graph.dataRequests()]).toEqual([place, []]);
        giveAgain();
      }
      expect((await read()).text).toBe(whole);
    },
    PATIENCE,
  );

  it(
    'a restriction takes a scope away at each step of a read',
    async () => {
      const { whole, steps, lastData } = await usualRead();
      for (const place of steps) {
        let restriction = '';
        const { text, isTold } = await readWhile(place, 'consents', async () => {
          restriction = (await change('patient-chan', RESTRICT))['restrictAccess']?.id ?? '';
        });
        if (place <= lastData) expect([place, isTold]).toEqual([place, true]);
        if (isTold)
          expect([place, text]).toEqual([place, expect.not.stringMatching(/"edges":\[\{/)]);
        await change('patient-chan', LIFT, { id: restriction });
      }
      expect((await read()).text).toBe(whole);
    },
    PATIENCE,
  );

  it(
    'a label of one record, set by the owner of records, takes it away at each step of a read',
    async () => {
      const { whole, steps, lastData } = await usualRead();
      const allergy = recordsOf(stores, PATIENT_CHAN, 'AllergyIntolerance').find(
        ({ id, security }) => confidentialityOf(security) === 'N' && whole.includes(id),
      );
      if (allergy === undefined) throw new Error('Expected an allergy that is shown');
      for (const place of steps) {
        const { text, isTold } = await readWhile(place, 'records', () =>
          stores.records.putRecords([labelled(allergy, 'V')]),
        );
        if (place <= lastData) expect([place, isTold]).toEqual([place, true]);
        if (isTold) expect([place, text.includes(allergy.id)]).toEqual([place, false]);
        stores.records.putRecords([allergy]);
      }
      expect((await read()).text).toBe(whole);
    },
    PATIENCE,
  );

  it(
    'a revocation that races reads leaves none that read its facts afterwards',
    async () => {
      const { whole } = await usualRead();
      let late = 0;
      for (let round = 0; round < 5; round += 1) {
        let lastReading = 0;
        graph.intercept = (_name, request, answer) => {
          if (request.body.includes('consentFacts')) lastReading = performance.now();
          return answer();
        };
        let committed = Number.POSITIVE_INFINITY;
        const pause = new Promise((resolve) => setTimeout(resolve, round * 10));
        const revoking = pause.then(revoke).then(() => {
          committed = performance.now();
        });
        for (let after = 0; after < 2;) {
          const { text } = await read();
          if (lastReading > committed) {
            expect(text).toBe(NOTHING);
            late += 1;
            after += 1;
          } else expect([NOTHING, whole]).toContain(text);
        }
        await revoking;
        giveAgain();
      }
      expect(late).toBe(10);
    },
    PATIENCE,
  );

  it(
    'a suspension of the recognition, and then a withdrawal of the patient’s, stop the next fetch',
    async () => {
      const { usual, lastData } = await usualRead();
      const [recognition] = stores.providers.recognitionsOf([LIANHUA_BAY_HOSPITAL]);
      const until = new Date(Date.now() + 9 * 86_400_000).toISOString();
      // Just before the facts are read that the last fetch goes by.
      const before = (owner: SubgraphName): number =>
        usual.slice(0, lastData).findLastIndex(isFactsOf(owner));
      const suspended = await readWhile(before('providers'), 'providers', () =>
        change('commissioner', SUSPEND, { id: recognition?.id, until }),
      );
      expect(suspended).toEqual({ text: NOTHING, isTold: true, tooLate: [] });
      stores.providers.setRecognitionStatus(recognition?.id ?? '', {
        status: 'RECOGNISED',
        reason: null,
        suspension: null,
      });
      giveAgain();
      expect((await read()).text).not.toBe(NOTHING);
      const withdrawn = await readWhile(before('patients'), 'patients', () =>
        change('patient-chan', WITHDRAW),
      );
      expect(withdrawn).toEqual({ text: NOTHING, isTold: true, tooLate: [] });
      expect((await read()).text).toBe(NOTHING);
      expect(graph.dataRequests()).toEqual([]);
    },
    PATIENCE,
  );
});
