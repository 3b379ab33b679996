import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import { TEST_KEY, TEST_NOW, gatewayOf, permit, professionalCaller } from '@causeway/kit/testing';
import { openPatients } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import { SCOPES } from '@causeway/schema';
import type { AccessEvent, SubgraphName } from '@causeway/schema';
import { committedSubgraphs } from '@causeway/schema/compose-files';
import { loadWorld, world } from '@causeway/seeds';
import {
  allergy,
  bundleOf,
  deposit,
  depositPermit,
  receiptIn,
} from '../../subgraphs/records/src/testing/deposits.js';

const options = { path: ':memory:', keys: [TEST_KEY], clock: () => TEST_NOW };
const subgraphs = {
  patients: openPatients(options),
  providers: openProviders(options),
  consents: openConsents(options),
  records: openRecords(options),
};
const whole = world(new Date(TEST_NOW));
const byType = Map.groupBy(whole.records, ({ resource }) => resource.resourceType);
/** The world with two records of each type. */
const seeded = {
  ...whole,
  records: [...byType.values()].flatMap((records) => records.slice(0, 2)),
};
const permits = seeded.patients.map(({ id }) =>
  permit(id, { scopes: SCOPES, confidentiality: ['N', 'R', 'V'] }),
);

/** The entities that each subgraph resolves, as `subgraph Type`, with the ids of two that are there. */
const known = new Map<string, readonly [string, string]>();

beforeAll(async () => {
  loadWorld(seeded, {
    patients: subgraphs.patients.repository,
    providers: subgraphs.providers.repository,
    consents: subgraphs.consents.repository,
    records: subgraphs.records.repository,
  });
  const know = (
    subgraph: SubgraphName,
    type: string,
    entries: readonly { readonly id: string }[],
  ): void => {
    const [first, second = first] = entries.map(({ id }) => id);
    if (first !== undefined && second !== undefined)
      known.set(`${subgraph} ${type}`, [first, second]);
  };
  for (const subgraph of ['patients', 'consents', 'records'] as const)
    know(subgraph, 'Patient', seeded.patients);
  know('patients', 'RelatedPerson', seeded.relatedPersons);
  know('providers', 'Organization', seeded.organizations);
  know('providers', 'Practitioner', seeded.practitioners);
  know('providers', 'PractitionerRole', seeded.practitionerRoles);
  know('providers', 'PublicHealthRecordSystem', seeded.systems);
  know('providers', 'Recognition', seeded.recognitions);
  know('consents', 'Consent', seeded.consents);
  know('consents', 'CrossBorderGrant', seeded.grants);
  for (const [type, records] of byType) know('records', type, records);
  know('providers', 'DepositDuty', await duties());
  know('records', 'DepositReceipt', await depositsFor(seeded.patients[0]?.id ?? ''));
  const { auditEvents, accessNotifications } = await recordedFor(seeded.patients[0]?.id ?? '');
  know('consents', 'AuditEvent', auditEvents);
  know('consents', 'AccessNotification', accessNotifications);
});

afterAll(() => {
  for (const subgraph of Object.values(subgraphs)) subgraph.close();
});

const entities = committedSubgraphs().flatMap(({ name, sdl }) =>
  [...sdl.matchAll(/^type (\w+) .*@key\(fields: "id"\)/gm)].map(([, type = '']) => ({
    name,
    type,
  })),
);

describe('_entities', () => {
  it.each(entities)(
    'of $name answers $type in the order asked, with null for the missing',
    async ({ name, type }) => {
      const [first, second] = known.get(`${name} ${type}`) ?? [];
      expect([first, second]).toEqual([expect.any(String), expect.any(String)]);
      const ids = [second, randomUUID(), first, second];
      const { data, errors } = await ask(name as SubgraphName, type, ids);
      expect(errors).toBeUndefined();
      expect(data?.['_entities']).toEqual([
        { __typename: type, id: second },
        null,
        { __typename: type, id: first },
        { __typename: type, id: second },
      ]);
    },
  );

  it('answers nothing about a patient without a permit', async () => {
    for (const { name, type } of entities.filter((entity) => entity.name !== 'providers')) {
      const ids = known.get(`${name} ${type}`) ?? [];
      const { data } = await ask(name as SubgraphName, type, ids, []);
      expect([name, type, data?.['_entities']]).toEqual([name, type, [null, null]]);
    }
  });
});

function ask(
  name: SubgraphName,
  type: string,
  ids: readonly (string | undefined)[],
  permitted = permits,
) {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${type} { id } } }`;
  const of = ids.map((id) => ({ __typename: type, id }));
  return gatewayOf(subgraphs[name])(query, { variables: { of }, permits: permitted });
}

/** The duties to deposit, as the register lists them. */
async function duties(): Promise<readonly { readonly id: string }[]> {
  const { data } = await gatewayOf(subgraphs.providers)(
    '{ depositDuties { edges { node { id } } } }',
    { permits: [] },
  );
  const { edges } = data?.['depositDuties'] as { edges: { node: { id: string } }[] };
  return edges.map(({ node }) => node);
}

/** Two deposits for a patient. */
async function depositsFor(patient: string): Promise<readonly { readonly id: string }[]> {
  const bundle = bundleOf(allergy({ patient: { reference: `Patient/${patient}` } }));
  const given = { patient, permit: { ...depositPermit(), patient } };
  const made = ['key-0001', 'key-0002'].map((key) =>
    deposit({ ask: gatewayOf(subgraphs.records) }, bundle, { ...given, key }),
  );
  return (await Promise.all(made)).map(receiptIn);
}

/** Two accesses from abroad to a patient's record, recorded; with what the patient is then told. */
async function recordedFor(patient: string) {
  const event = (): AccessEvent => ({
    id: randomUUID(),
    at: TEST_NOW,
    patient,
    caller: professionalCaller(),
    action: 'READ',
    outcome: 'PERMIT',
    gate: null,
    reason: null,
    release: 'RELEASED',
    operation: { name: null, digest: 'digest' },
    scopes: ['PERSON'],
    counts: {},
    basis: [],
    abroad: true,
  });
  const gateway = gatewayOf(subgraphs.consents);
  await gateway('mutation ($events: [AccessEventInput!]!) { recordAccess(events: $events) }', {
    use: 'audit',
    variables: { events: [event(), event()] },
  });
  const { data } = await gateway(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Patient {
      auditEvents { edges { node { id } } } accessNotifications { edges { node { id } } }
    } } }`,
    { variables: { of: [{ __typename: 'Patient', id: patient }] }, permits },
  );
  const [found] = data?.['_entities'] as readonly Record<
    string,
    { edges: { node: { id: string } }[] }
  >[];
  return {
    auditEvents: found?.['auditEvents']?.edges.map(({ node }) => node) ?? [],
    accessNotifications: found?.['accessNotifications']?.edges.map(({ node }) => node) ?? [],
  };
}
