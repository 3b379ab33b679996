import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import { access, consent, grant, openEmpty, own, party } from './testing/open.js';
import type { OpenConsents } from './testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  for (const n of [1, 2, 3]) {
    open.repository.putConsent(consent(`c-${n}`, `p-${n}`));
    open.repository.putGrant(grant(`g-${n}`, `p-${n}`));
    open.repository.recordAccess([access(`e-${n}`, `p-${n}`)]);
  }
});

afterEach(() => {
  open.close();
});

async function resolve(
  type: string,
  ids: readonly string[],
  permits: readonly Permit[],
): Promise<unknown> {
  const { data, errors } = await open.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { id } } }`,
    { permits, variables: { representations: ids.map((id) => ({ __typename: type, id })) } },
  );
  expect(errors).toBeUndefined();
  return data?.['_entities'];
}

/** The id of the notification of a patient's one access. */
async function notificationOf(patient: string): Promise<string> {
  const { data } = await open.ask(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Patient { accessNotifications { edges { node { id } } } } } }',
    {
      permits: [own(patient)],
      variables: { representations: [{ __typename: 'Patient', id: patient }] },
    },
  );
  const [found] = data?.['_entities'] as [
    { accessNotifications: { edges: [{ node: { id: string } }] } },
  ];
  return found.accessNotifications.edges[0].node.id;
}

describe('references', () => {
  it.each([
    ['Consent', 'c'],
    ['CrossBorderGrant', 'g'],
    ['AuditEvent', 'e'],
  ])(
    'answers each %s in the order asked, with null for the missing and those without a permit',
    async (type, letter) => {
      const ids = [3, 9, 2, 1, 3].map((n) => `${letter}-${n}`);
      const permits = [own('p-1'), own('p-3'), own('p-9')];
      open.statements.length = 0;
      expect(await resolve(type, ids, permits)).toEqual([
        { id: `${letter}-3` },
        null,
        null,
        { id: `${letter}-1` },
        { id: `${letter}-3` },
      ]);
      expect(open.statements).toHaveLength(1);
      expect(await resolve(type, ids, [])).toEqual([null, null, null, null, null]);
      expect(await resolve(type, ids, [permit('p-1')])).toEqual([null, null, null, null, null]);
    },
  );

  it('answers notifications to their patient alone', async () => {
    const ids = [await notificationOf('p-2'), 'n-nobody', await notificationOf('p-1')];
    expect(await resolve('AccessNotification', ids, [own('p-1')])).toEqual([
      null,
      null,
      { id: ids[2] },
    ]);
    const clinic = party('p-1', 'o-clinic', { scopes: ['NOTIFICATION'] });
    expect(await resolve('AccessNotification', ids, [clinic])).toEqual([null, null, null]);
  });

  it('answers the key of a patient with a permit, without a statement', async () => {
    open.statements.length = 0;
    expect(await resolve('Patient', ['p-2', 'p-1', 'p-nobody'], [permit('p-1')])).toEqual([
      null,
      { id: 'p-1' },
      null,
    ]);
    expect(open.statements).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['Consent', 'c-1', 'o-clinic'],
    ['CrossBorderGrant', 'g-1', 'o-shenzhen'],
  ])('answers a %s to a party to it, and to no other', async (type, id, organization) => {
    expect(await resolve(type, [id], [party('p-1', organization)])).toEqual([{ id }]);
    expect(await resolve(type, [id], [party('p-1', 'o-other')])).toEqual([null]);
    expect(await resolve(type, [id], [party('p-2', organization)])).toEqual([null]);
    // A party to records of one patient is none to another's, though the fetch has permits for both.
    const both = [party('p-1', 'o-other'), party('p-2', organization)];
    expect(await resolve(type, [id], both)).toEqual([null]);
  });

  it('answers events to an office by its scope', async () => {
    const office = (scope: 'AUDIT' | 'GRANT') =>
      permit('p-1', { scopes: [scope], administrativeBasis: 'OFFICE' });
    expect(await resolve('AuditEvent', ['e-1', 'e-2'], [office('AUDIT')])).toEqual([
      { id: 'e-1' },
      null,
    ]);
    expect(await resolve('AuditEvent', ['e-1'], [office('GRANT')])).toEqual([null]);
  });
});

describe('a request that the gateway did not sign', () => {
  it('is refused before anything is read', async () => {
    open.statements.length = 0;
    const { status, body } = await open.handle({
      method: 'POST',
      path: '/graphql',
      headers: {},
      body: JSON.stringify({
        query: '{ myPatients { id } }',
        extensions: { causeway: { use: 'data', caller: null, permits: [own('p-1')], now: 0 } },
      }),
    });
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(open.statements).toEqual([]);
  });
});
