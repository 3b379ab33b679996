/**
 * Real bundles as deposits, as they are and brought into the shape that a depositor gives them. The folder with the
 * data is `CAUSEWAY_CORPUS`; it lies outside the clone.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_KEY, TEST_NOW, gatewayOf, permit } from '@causeway/kit/testing';
import { RECORD_TYPES, openRecords } from '@causeway/records';
import type { RecordsSubgraph } from '@causeway/records';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { Caller } from '@causeway/schema';

const fhir = join(process.env['CAUSEWAY_CORPUS'] ?? '', 'fhir');

interface Bundle {
  readonly resourceType: 'Bundle';
  readonly entry: readonly { readonly resource?: Json; readonly fullUrl?: string }[];
}

type Json = Record<string, unknown>;

/** The bundles of a folder, by their paths in it. */
function bundlesIn(folder: string): readonly (readonly [string, Bundle])[] {
  const root = join(fhir, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map(
      (path) =>
        [
          relative(fhir, join(root, path)),
          JSON.parse(readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, '')) as Json,
        ] as const,
    )
    .filter(
      (found): found is readonly [string, Bundle & Json] =>
        found[1]['resourceType'] === 'Bundle' && Array.isArray(found[1]['entry']),
    );
}

const caller: Caller = {
  kind: 'professional',
  subject: 's-li',
  client: 'c-1',
  tokenId: 't-1',
  purpose: 'TREAT',
  practitionerRole: 'r-li',
  organization: 'o-sz',
  grant: 'g-1',
};

const permits = [
  permit('p-chan', {
    action: 'DEPOSIT',
    scopes: ['DEPOSIT'],
    depositable: CLINICAL_SCOPES,
    administrativeBasis: 'PARTY',
    parties: ['o-sz'],
    abroad: true,
    encounter: { id: 'e-1', organization: 'o-sz' },
    grant: 'g-1',
    jurisdiction: 'CN-GD',
  }),
];

const DEPOSIT =
  'mutation ($input: DepositRecordsInput!) { depositRecords(input: $input) { resources { id } } }';

const TYPES: ReadonlySet<unknown> = new Set(RECORD_TYPES);

/** Elements that name whose, whose encounter and by whom a record is: the depositor says these anew. */
const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'patient']);
const LEFT_OUT: ReadonlySet<string> = new Set([
  'encounter',
  'context',
  'contained',
  'performer',
  'author',
  'custodian',
  'authenticator',
  'recorder',
  'asserter',
  'requester',
  'serviceProvider',
  'participant',
]);

/** A bundle as the depositor would make it: one encounter's records of the patient, without anything else. */
function reshaped({ entry }: Bundle): Json {
  const kept = entry.filter(({ resource }) => {
    const type = resource?.['resourceType'];
    return (
      TYPES.has(type) && type !== 'Encounter' && type !== 'Provenance' && type !== 'Appointment'
    );
  });
  const names = new Set(
    kept.flatMap(({ fullUrl, resource }) => [
      fullUrl,
      `${String(resource?.['resourceType'])}/${String(resource?.['id'])}`,
    ]),
  );
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: kept.map(({ fullUrl, resource = {} }) => ({
      ...(fullUrl !== undefined && { fullUrl }),
      resource: Object.fromEntries(
        Object.entries(resource)
          .filter(([name]) => !LEFT_OUT.has(name))
          .map(([name, value]) => [
            name,
            SUBJECTS.has(name) ? { reference: 'Patient/p-chan' } : withoutOthers(value, names),
          ]),
      ),
    })),
  };
}

/** A reference to what is left out keeps what it displays. */
function withoutOthers(value: unknown, names: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutOthers(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const { reference } = value as Json;
  if (typeof reference === 'string' && !names.has(reference)) {
    const { display } = value as Json;
    return { display: typeof display === 'string' ? display : 'left out' };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withoutOthers(each, names)]),
  );
}

/** What came of a bundle: how many records, or why none, without where it stands. */
interface Outcome {
  readonly path: string;
  readonly records: number;
  readonly refusal: string | null;
}

let records: RecordsSubgraph;
beforeAll(() => {
  records = openRecords({ path: ':memory:', keys: [TEST_KEY], clock: () => TEST_NOW });
});
afterAll(() => {
  records.close();
});

async function depositAll(
  bundles: readonly (readonly [string, unknown])[],
): Promise<readonly Outcome[]> {
  const ask = gatewayOf(records);
  const outcomes: Outcome[] = [];
  for (const [path, bundle] of bundles) {
    const input = {
      patient: 'p-chan',
      idempotencyKey: `corpus-${outcomes.length}-${path.length}`,
      bundle,
    };
    const { data, errors } = await ask(DEPOSIT, { caller, permits, variables: { input } });
    const receipt = data?.['depositRecords'] as
      { resources: readonly unknown[] } | null | undefined;
    const code = String(errors?.[0]?.extensions['code']);
    outcomes.push({
      path,
      records: receipt?.resources.length ?? 0,
      refusal: receipt == null ? `${code} ${errors?.[0]?.message ?? ''}` : null,
    });
  }
  return outcomes;
}

const stored = (): number => records.repository.statedOfPatient('p-chan').length;

/** How many bundles each folder has at least that are taken in the shape of a deposit. */
const TAKEN: readonly (readonly [string, number])[] = [
  ['ips', 22],
  ['synthea', 53],
];

describe.each(TAKEN)('the bundles of %s', (folder, expected) => {
  const bundles = bundlesIn(folder);

  it('are all rejected as they are, with a place, and nothing is stored', async () => {
    const before = stored();
    const outcomes = await depositAll(bundles);
    for (const { refusal } of outcomes) expect(refusal).toMatch(/^DEPOSIT_REJECTED Bundle\S*: /);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(stored()).toBe(before);
  }, 240_000);

  it('are taken in whole in the shape of a deposit, or rejected with a place', async () => {
    const before = stored();
    const made = bundles.map(([path, bundle]) => [path, reshaped(bundle)] as const);
    const outcomes = await depositAll(made);
    const taken = outcomes.filter(({ refusal }) => refusal === null);
    for (const [index, { records: count, refusal }] of outcomes.entries()) {
      const entries = (made[index]?.[1]['entry'] ?? []) as readonly unknown[];
      if (refusal === null) expect(count).toBe(entries.length);
      else expect(refusal).toMatch(/^DEPOSIT_REJECTED Bundle\S*: /);
    }
    const deposited = taken.reduce((sum, { records: count }) => sum + count, 0);
    expect(taken.length).toBeGreaterThanOrEqual(expected);
    expect(stored() - before).toBeGreaterThanOrEqual(deposited);
  }, 240_000);
});
