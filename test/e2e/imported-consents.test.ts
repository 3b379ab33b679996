/** Consents from elsewhere through the whole graph: what they deny, what subgraphs are asked, and what the trail says. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SCOPE_SYSTEM } from '@causeway/consents';
import { CLINICAL_SCOPES } from '@causeway/schema';
import { PATIENT_CHAN, idOf, openStores } from '@causeway/seeds';
import type { OpenStores } from '@causeway/seeds';
import { consentEntry } from '@causeway/seeds/import';
import type { ConsentContext } from '@causeway/seeds/import';
import Database from 'better-sqlite3';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { SubgraphAsked, TestGraph } from '../support/start-graph.js';

const ID = idOf('test/imported-consent');

const PERIOD = { start: '2026-01-01', end: '2026-12-31' };

const OBSERVATIONS = `query ($id: ID!) {
  patient(id: $id) { id observations(first: 100) { totalCount edges { node { id clinicalDate } } } }
}`;

const REASONS = `query ($id: ID!) {
  patient(id: $id) { encounters(first: 100) { edges { node { clinicalDate reasonCode { text } } } } }
}`;

let graph: TestGraph;
let stores: OpenStores;
let path: string;

beforeAll(async () => {
  const folder = copyOfSeededWorld(TODAY);
  path = folder.path;
  graph = await startGraph({ folder });
  stores = openStores(path, () => graph.time.now);
});

afterEach(() => {
  put({ status: 'inactive' });
});

afterAll(async () => {
  stores.close();
  await graph.close();
});

/** Takes a Consent of FHIR as an import does. */
function put(
  resource: Readonly<Record<string, unknown>>,
  resolve: ConsentContext['resolve'] = () => null,
): void {
  graph.time.now += 1_000;
  stores.consents.putConsent(
    consentEntry(
      { resourceType: 'Consent', status: 'active', ...resource },
      {
        id: ID,
        patient: PATIENT_CHAN,
        source: { namespace: 'urn:test', id: 'Consent/1' },
        resolve,
      },
    ),
  );
  graph.time.now += 1_000;
}

/** Whether the hospital sees the patient, and the dates of the observations it sees. */
async function seen(): Promise<readonly string[] | null> {
  const { data, errors } = await graph.ask('dr-wong', OBSERVATIONS, { id: PATIENT_CHAN });
  expect(errors).toEqual([]);
  const patient = data?.['patient'] as {
    observations: {
      totalCount: number;
      edges: { node: { clinicalDate: string } }[];
    };
  } | null;
  if (patient === null) return null;
  const dates = patient.observations.edges.map(({ node }) => node.clinicalDate);
  expect(patient.observations.totalCount).toBe(dates.length);
  return dates;
}

/** Why the patient was seen, which is a diagnosis told by an encounter. */
interface Told {
  readonly clinicalDate: string;
  readonly reasonCode: readonly unknown[] | null;
}

const DIAGNOSES = { resourceType: [{ system: SCOPE_SYSTEM, code: 'DIAGNOSIS' }] };

async function reasons(): Promise<readonly Told[]> {
  const { data, errors } = await graph.ask('dr-wong', REASONS, { id: PATIENT_CHAN });
  expect(errors).toEqual([]);
  const { patient } = data as { patient: { encounters: { edges: { node: Told }[] } } };
  return patient.encounters.edges.map(({ node }) => node);
}

/** Whether a fetch asked for the reasons of encounters. */
function isReasonAsked({ query, variables }: SubgraphAsked): boolean {
  const [, variable] = /reasonCode @include\(if: \$(\w+)\)/.exec(query) ?? [];
  return variable === undefined ? query.includes('reasonCode') : variables[variable] === true;
}

/** What the last event of the trail says of the outcome and why. */
function lastEvent(): unknown {
  const sqlite = new Database(join(path, 'consents.sqlite'), { readonly: true });
  try {
    return sqlite
      .prepare('select outcome, gate, reason from audit_event order by recorded_at desc limit 1')
      .get();
  } finally {
    sqlite.close();
  }
}

describe('a consent from elsewhere', () => {
  it('that cannot be interpreted denies, before a record is asked for, and is named in the trail', async () => {
    put({ decision: 'permit', provision: [{ expression: { language: 'text/cql' } }] });
    expect(await seen()).toBeNull();
    expect(graph.dataRequests()).toEqual([]);
    expect(lastEvent()).toEqual({
      outcome: 'DENY',
      gate: 'PROVISION',
      reason: `not interpreted: consent ${ID}`,
    });
  });

  it('of which an exception cannot be interpreted is named where something is permitted', async () => {
    const exception = { expression: { language: 'text/cql' } };
    put({
      decision: 'permit',
      provision: [{ dataPeriod: PERIOD, provision: [exception] }],
    });
    const dates = await seen();
    expect(dates?.some((date) => date.startsWith('2026'))).toBe(false);
    expect(lastEvent()).toEqual({
      outcome: 'PERMIT',
      gate: null,
      reason: `not interpreted: consent ${ID}`,
    });
  });

  it('that permits a part denies the rest, in the subgraph already', async () => {
    const before = await seen();
    put({ provision: { type: 'permit', dataPeriod: PERIOD } });
    const after = await seen();
    expect(after).toEqual(before?.filter((date) => date.startsWith('2026')));
    expect(after?.length).toBeGreaterThan(0);
    expect(before?.length).toBeGreaterThan(after?.length ?? 0);
    expect(graph.dataRequests().flatMap(({ context }) => context.permits)).toContainEqual(
      expect.objectContaining({
        exclusions: [{ category: CLINICAL_SCOPES, except: [{ dataPeriod: PERIOD }] }],
      }),
    );
    expect(lastEvent()).toEqual({ outcome: 'PERMIT', gate: null, reason: null });
  });

  it('that denies a category denies what other records tell of it, without a word and unasked', async () => {
    const before = await reasons();
    expect(before.some(({ reasonCode }) => reasonCode !== null)).toBe(true);
    expect(graph.dataRequestsTo('records').map(isReasonAsked)).toContain(true);
    put({ decision: 'permit', provision: [DIAGNOSES] });
    expect(await reasons()).toEqual(before.map((one) => ({ ...one, reasonCode: null })));
    expect(graph.dataRequestsTo('records').map(isReasonAsked)).not.toContain(true);
  });

  it('that denies a category of a time denies what records of that time tell of it', async () => {
    const before = await reasons();
    const isDenied = ({ clinicalDate }: Told): boolean => clinicalDate.startsWith('2026');
    const denied = before.filter((one) => isDenied(one) && one.reasonCode !== null);
    expect(denied.length).toBeGreaterThan(0);
    expect(denied.length).toBeLessThan(before.filter(({ reasonCode }) => reasonCode).length);
    put({ decision: 'permit', provision: [{ ...DIAGNOSES, dataPeriod: PERIOD }] });
    expect(await reasons()).toEqual(
      before.map((one) => (isDenied(one) ? { ...one, reasonCode: null } : one)),
    );
  });

  it('of what is related to something denies every record, and not whose they are', async () => {
    const data = [{ meaning: 'related', reference: { reference: 'Encounter/1' } }];
    put({ decision: 'permit', provision: [{ data }] }, () => ({ type: 'Encounter', id: 'e-1' }));
    expect(await seen()).toEqual([]);
  });
});
