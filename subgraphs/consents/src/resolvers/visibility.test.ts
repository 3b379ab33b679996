import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, permit } from '@causeway/kit/testing';
import {
  access,
  consent,
  consentOfGrant,
  grant,
  importedConsent,
  openEmpty,
  own,
  party,
} from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { idsOf, select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

describe('what a permit lets be seen', () => {
  beforeEach(() => {
    const { repository } = open;
    repository.putConsent(consent('c-clinic', 'p-1', { dateTime: '2026-01-05' }));
    repository.putConsent(
      consent('c-both', 'p-1', { grantee: ['o-lab', 'o-clinic'], dateTime: '2026-01-04' }),
    );
    repository.putConsent(consent('c-lab', 'p-1', { grantee: ['o-lab'], dateTime: '2026-01-03' }));
    repository.putConsent(
      consent('c-restriction', 'p-1', { kind: 'RESTRICTION', dateTime: '2026-01-02' }),
    );
    repository.putConsent(
      importedConsent('c-imported', 'p-1', { decision: 'permit', dateTime: '2026-01-01' }),
    );
    repository.putConsent(consentOfGrant('g-1', 'p-1'));
    repository.putGrant(grant('g-1', 'p-1'));
    repository.putGrant(grant('g-2', 'p-1', { organization: 'o-zhuhai', practitionerRole: null }));
    repository.putConsent(consent('c-other', 'p-2'));
    repository.putGrant(grant('g-other', 'p-2'));
    repository.recordAccess([
      access('e-1', 'p-1'),
      access('e-2', 'p-1', { outcome: 'DENY', release: 'WITHHELD' }),
      access('e-other', 'p-2'),
    ]);
  });

  it('shows the patient everything of their own, and nothing of others', async () => {
    const permits = [own('p-1')];
    const all = 'c-clinic c-both c-lab c-restriction c-g-1 c-imported';
    expect((await idsOf(open, 'consents', permits))?.[0].split(' ').sort()).toEqual(
      all.split(' ').sort(),
    );
    expect(await idsOf(open, 'crossBorderGrants', permits)).toEqual(['g-2 g-1', 2]);
    expect(await idsOf(open, 'auditEvents', permits)).toEqual(['e-2 e-1', 2]);
    expect((await idsOf(open, 'accessNotifications', permits))?.[1]).toBe(1);
  });

  it('shows a party the consents to it alone, and of them no restriction and nothing of another source', async () => {
    expect(await idsOf(open, 'consents', [party('p-1', 'o-clinic')])).toEqual([
      'c-clinic c-both',
      2,
    ]);
    expect(await idsOf(open, 'consents', [party('p-1', 'o-lab')])).toEqual(['c-both c-lab', 2]);
    expect(await idsOf(open, 'consents', [party('p-1', 'o-nobody')])).toEqual(['', 0]);
  });

  it('does not show a party that the patient has refused it', async () => {
    const refusal = { grantee: ['o-dentist'], decision: 'deny' as const };
    open.repository.putConsent(consent('c-refusal', 'p-1', refusal), TEST_NOW - 1);
    expect(await idsOf(open, 'consents', [party('p-1', 'o-dentist')])).toEqual(['', 0]);
    const some = {
      ...refusal,
      provision: [{ type: 'permit' as const, category: ['PERSON' as const] }],
    };
    open.repository.putConsent(consent('c-refusal', 'p-1', some));
    expect(await idsOf(open, 'consents', [party('p-1', 'o-dentist')])).toEqual(['c-refusal', 1]);
  });

  it('shows a party its own grant alone', async () => {
    expect(await idsOf(open, 'crossBorderGrants', [party('p-1', 'o-shenzhen')])).toEqual([
      'g-1',
      1,
    ]);
    expect(await idsOf(open, 'crossBorderGrants', [party('p-1', 'o-clinic')])).toEqual(['', 0]);
  });

  it('takes a party for one only with the patient its permit is for', async () => {
    const permits = [party('p-1', 'o-nobody'), party('p-2', 'o-clinic')];
    expect(await idsOf(open, 'consents', permits)).toEqual(['', 0]);
  });

  it('shows a party that a consent exists, and nothing the patient chose', async () => {
    const selection = `consents { edges { node {
      id status kind subject { id } grantee { id } dateTime period { start }
      category { text } grantor decision provision { type } sourceReference policyBasis { url } verification { outcome }
    } } }`;
    const [patient] = await select(open, selection, [party('p-1', 'o-clinic')]);
    const { edges } = patient?.['consents'] as { edges: { node: unknown }[] };
    expect(edges.map(({ node }) => node)).toContainEqual({
      id: 'c-both',
      status: 'ACTIVE',
      kind: 'SHARING',
      subject: { id: 'p-1' },
      grantee: [{ id: 'o-clinic' }],
      dateTime: '2026-01-04',
      period: null,
      category: null,
      grantor: null,
      decision: null,
      provision: null,
      sourceReference: null,
      policyBasis: null,
      verification: null,
    });
  });

  it('shows a party neither audit trail nor notifications', async () => {
    const permits = [party('p-1', 'o-clinic', { scopes: ['AUDIT', 'NOTIFICATION'] })];
    expect(await idsOf(open, 'auditEvents', permits)).toEqual(['', 0]);
    expect(await idsOf(open, 'accessNotifications', permits)).toEqual(['', 0]);
  });

  it('does not tell abroad which of its staff a grant is for', async () => {
    const selection =
      'crossBorderGrants { edges { node { id requester { id } practitionerRole { id } } } }';
    const grantFor = async (abroad: boolean) =>
      (await select(open, selection, [party('p-1', 'o-shenzhen', { abroad })]))[0]?.[
        'crossBorderGrants'
      ];
    const node = { id: 'g-1', requester: { id: 'o-shenzhen' } };
    expect(await grantFor(true)).toEqual({
      edges: [{ node: { ...node, practitionerRole: null } }],
    });
    expect(await grantFor(false)).toEqual({
      edges: [{ node: { ...node, practitionerRole: { id: 'r-li' } } }],
    });
  });

  it('shows an office what is within its scopes, and no more', async () => {
    const permits = [permit('p-1', { scopes: ['AUDIT'], administrativeBasis: 'OFFICE' })];
    expect(await idsOf(open, 'auditEvents', permits)).toEqual(['e-2 e-1', 2]);
    expect(await idsOf(open, 'consents', permits)).toBeNull();
    expect(await idsOf(open, 'crossBorderGrants', permits)).toBeNull();
    expect(await idsOf(open, 'accessNotifications', permits)).toBeNull();
  });

  it.each(['consents', 'crossBorderGrants', 'auditEvents', 'accessNotifications'])(
    'answers null to a permit without the scope of %s',
    async (field) => {
      expect(await idsOf(open, field, [permit('p-1')])).toBeNull();
    },
  );

  it('answers null of the scope that a permit leaves out, beside the ones it holds', async () => {
    const [patient] = await select(
      open,
      'consents { totalCount } crossBorderGrants { edges { node { id consent { id } } } } accessNotifications { totalCount }',
      [own('p-1', { scopes: ['GRANT'] })],
    );
    expect(patient).toMatchObject({
      consents: null,
      crossBorderGrants: {
        edges: [{ node: { id: 'g-2', consent: null } }, { node: { id: 'g-1', consent: null } }],
      },
      accessNotifications: null,
    });
  });
});
