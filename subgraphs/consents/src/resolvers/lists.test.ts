import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { consent, consentOfGrant, grant, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { idsOf, select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const HOUR = 3_600_000;

describe('Patient.consents', () => {
  it('answers the patient with all there is of a consent', async () => {
    open.repository.putConsent(
      {
        ...consent('c-1', 'p-1', {
          decision: 'deny',
          period: { start: '2026-01-01', end: null },
          provision: [
            {
              type: 'permit',
              category: ['MEDICATION'],
              actor: ['o-clinic'],
              dataPeriod: { start: '2025-01-01', end: null },
              provision: [
                { type: 'deny', code: [{ system: 'http://snomed.info/sct', code: '1' }] },
              ],
            },
          ],
        }),
        category: [{ text: 'Sharing' }],
        sourceReference: 'DocumentReference/d-1',
        policyBasis: { reference: null, url: 'https://invented.example/policy' },
        verification: [
          {
            outcome: 'VERIFIED',
            verificationType: null,
            verifiedBy: 'Organization/o-clinic',
            verifiedWith: null,
            verificationDate: ['2026-01-02'],
          },
        ],
      },
      TEST_NOW - HOUR,
    );
    open.repository.putConsent(consent('c-2', 'p-1'));
    const [patient] = await select(
      open,
      `consents(first: 1, status: INACTIVE) { edges { node {
        id version status kind category { text } subject { id } grantor grantee { id } dateTime period { start end }
        decision provision { type category actor dataPeriod { start end } period { start } provision { type code { system code } } }
        sourceReference policyBasis { reference url } verification { outcome verifiedBy verificationDate }
        supersededBy { id status }
      } } }`,
      [own('p-1')],
    );
    expect(patient?.['consents']).toEqual({
      edges: [
        {
          node: {
            id: 'c-1',
            version: 2,
            status: 'INACTIVE',
            kind: 'SHARING',
            category: [{ text: 'Sharing' }],
            subject: { id: 'p-1' },
            grantor: 'Patient/p-1',
            grantee: [{ id: 'o-clinic' }],
            dateTime: '2026-01-01T09:00:00+08:00',
            period: { start: '2026-01-01', end: null },
            decision: 'DENY',
            provision: [
              {
                type: 'PERMIT',
                category: ['MEDICATION'],
                actor: ['o-clinic'],
                dataPeriod: { start: '2025-01-01', end: null },
                period: null,
                provision: [
                  { type: 'DENY', code: [{ system: 'http://snomed.info/sct', code: '1' }] },
                ],
              },
            ],
            sourceReference: 'DocumentReference/d-1',
            policyBasis: { reference: null, url: 'https://invented.example/policy' },
            verification: [
              {
                outcome: 'VERIFIED',
                verifiedBy: 'Organization/o-clinic',
                verificationDate: ['2026-01-02'],
              },
            ],
            supersededBy: { id: 'c-2', status: 'ACTIVE' },
          },
        },
      ],
    });
  });

  it('answers newest first, page by page in both directions, without the former versions', async () => {
    for (const [index, letter] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      const dateTime = `2026-01-0${index + 1}`;
      const stated = { dateTime, grantee: [`o-${letter}`] };
      open.repository.putConsent(consent(letter, 'p-1', stated), TEST_NOW - HOUR);
      open.repository.putConsent(consent(letter, 'p-1', { ...stated, grantor: null }));
    }
    const page = async (args: string) => {
      const [patient] = await select(
        open,
        `consents(${args}) { edges { node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
        [own('p-1')],
      );
      const { edges, totalCount, pageInfo } = patient?.['consents'] as {
        edges: { node: { id: string } }[];
        totalCount: number;
        pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean };
      };
      expect(totalCount).toBe(5);
      return { ids: edges.map(({ node }) => node.id).join(''), ...pageInfo };
    };
    const first = await page('first: 2');
    expect(first).toMatchObject({ ids: 'ed', hasNextPage: true, hasPreviousPage: false });
    const second = await page(`first: 2, after: "${first.endCursor}"`);
    expect(second).toMatchObject({ ids: 'cb', hasNextPage: true, hasPreviousPage: true });
    expect(await page(`first: 2, after: "${second.endCursor}"`)).toMatchObject({
      ids: 'a',
      hasNextPage: false,
    });
    expect(await page('last: 2')).toMatchObject({ ids: 'ba', hasPreviousPage: true });
    expect(await page(`last: 5, before: "${second.startCursor}"`)).toMatchObject({
      ids: 'ed',
      hasPreviousPage: false,
    });
    expect(
      await page(`after: "${first.startCursor}", before: "${second.endCursor}"`),
    ).toMatchObject({ ids: 'dc' });
  });

  it('tells consents of one instant apart, so that no page loses or repeats one', async () => {
    for (const letter of 'abc') {
      open.repository.putConsent(consent(letter, 'p-1', { grantee: [`o-${letter}`] }));
    }
    const [patient] = await select(open, 'consents(first: 2) { pageInfo { endCursor } }', [
      own('p-1'),
    ]);
    const { endCursor } = (patient?.['consents'] as { pageInfo: { endCursor: string } }).pageInfo;
    expect(await idsOf(open, 'consents(first: 2)', [own('p-1')])).toEqual(['c b', 3]);
    expect(await idsOf(open, `consents(first: 2, after: "${endCursor}")`, [own('p-1')])).toEqual([
      'a',
      3,
    ]);
  });

  it.each([
    ['consents(kind: RESTRICTION)', 'c-restriction'],
    ['consents(kind: [SHARING, JOINING])', 'c-sharing c-joining'],
    ['consents(status: [INACTIVE])', 'c-joining'],
    ['consents(kind: [SHARING, RESTRICTION], status: ACTIVE)', 'c-sharing c-restriction'],
    ['consents(kind: [])', ''],
  ])('filters %s, rows and count alike', async (field, ids) => {
    open.repository.putConsent(
      consent('c-joining', 'p-1', { kind: 'JOINING', status: 'inactive' }),
    );
    open.repository.putConsent(consent('c-restriction', 'p-1', { kind: 'RESTRICTION' }));
    open.repository.putConsent(consent('c-sharing', 'p-1'));
    const expected = ids === '' ? [] : ids.split(' ');
    expect(await idsOf(open, field, [own('p-1')])).toEqual([ids, expected.length]);
  });
});

describe('Patient.crossBorderGrants', () => {
  it('answers all there is of a grant', async () => {
    open.repository.putConsent(consentOfGrant('g-1', 'p-1'));
    open.repository.putGrant(grant('g-1', 'p-1'));
    const [patient] = await select(
      open,
      `crossBorderGrants { edges { node {
        id patient { id } requester { id } practitionerRole { id } purpose { system code } scopes lookBack permissions
        includesRestricted period { start end } encounter { id organization { id } status }
        link { id status expiresAt remainingAttempts } state stateHistory { state since } consent { id kind }
      } } }`,
      [own('p-1')],
    );
    expect(patient?.['crossBorderGrants']).toEqual({
      edges: [
        {
          node: {
            id: 'g-1',
            patient: { id: 'p-1' },
            requester: { id: 'o-shenzhen' },
            practitionerRole: { id: 'r-li' },
            purpose: {
              system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
              code: 'TREAT',
            },
            scopes: ['ALLERGY_ADR', 'MEDICATION'],
            lookBack: 'P3Y',
            permissions: ['READ'],
            includesRestricted: false,
            period: { start: '2026-05-01', end: '2026-06-30' },
            encounter: { id: 'e-g-1', organization: { id: 'o-shenzhen' }, status: 'OPEN' },
            link: {
              id: 'l-g-1',
              status: 'USED',
              expiresAt: '2026-06-30T00:00:00+08:00',
              remainingAttempts: 4,
            },
            state: 'REDEEMED',
            stateHistory: [
              { state: 'REQUESTED', since: '2026-05-01T09:00:00+08:00' },
              { state: 'AUTHORISED', since: '2026-05-01T09:05:00+08:00' },
              { state: 'REDEEMED', since: '2026-06-01T09:00:00+08:00' },
            ],
            consent: { id: 'c-g-1', kind: 'CROSS_BORDER' },
          },
        },
      ],
    });
  });

  it('filters by state', async () => {
    open.repository.putGrant(grant('g-1', 'p-1'));
    open.repository.putGrant(grant('g-2', 'p-1', { state: 'EXPIRED' }));
    expect(await idsOf(open, 'crossBorderGrants(state: [EXPIRED, REVOKED])', [own('p-1')])).toEqual(
      ['g-2', 1],
    );
  });
});
