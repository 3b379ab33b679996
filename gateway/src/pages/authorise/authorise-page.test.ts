import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { servePages } from '../testing/served-pages.js';
import type { ServedPages } from '../testing/served-pages.js';
import { csrfIn } from '../testing/visitor.js';

let pages: ServedPages;

const PATH = '/authorise';

const EMPTY = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

const HOSPITAL = { id: 'o-lotus', name: 'Lotus <Bay> Hospital' };

const REQUEST = {
  id: 'r-1',
  state: 'REQUESTED',
  requester: HOSPITAL,
  asked: {
    scopes: ['ALLERGY_ADR', 'MEDICATION'],
    lookBack: 'P2Y',
    permissions: ['READ', 'DEPOSIT'],
    includesRestricted: true,
  },
  duration: 'P7D',
  answerBy: '2026-11-29T04:00:00Z',
  authorised: null,
  period: null,
  explanation: 'Lotus Bay asks, because of <a rash>.',
};

/** What the graph answers where nothing else is said. */
const USUAL: Readonly<Record<string, object>> = {
  Me: { me: { id: 'p-chan', represents: [] } },
  Providers: {
    recognitions: {
      edges: [
        { node: { subject: { __typename: 'Organization', ...HOSPITAL } } },
        {
          node: {
            subject: {
              __typename: 'PublicHealthRecordSystem',
              members: [HOSPITAL, { id: 'o-bamboo', name: 'Bamboo Cove Hospital' }],
            },
          },
        },
        { node: { subject: null } },
      ],
    },
  },
  Requests: { grantRequests: [REQUEST] },
  Overview: { patient: { id: 'p-chan', crossBorderGrants: EMPTY } },
  Trail: { patient: { id: 'p-chan', auditEvents: EMPTY } },
  Name: { patient: { id: 'p-son', name: [{ text: '陳子傑', language: 'zh-Hant' }] } },
};

beforeAll(async () => {
  pages = await servePages();
});

afterAll(() => pages.close());

beforeEach(() => {
  pages.asked.length = 0;
  pages.answers.clear();
  for (const [name, data] of Object.entries(USUAL)) answer(name, data);
});

const answer = (name: string, data: object) => pages.answers.set(name, { data: { ...data } });

const askedFor = (name: string) =>
  pages.asked
    .filter(({ document }) => document.includes(` ${name}`))
    .map(({ variables }) => variables);

describe("the patient's page", () => {
  it('shows what is asked, in plain words and as text', async () => {
    const { page } = await pages.signedIn(PATH);
    expect(page.text).toContain('Lotus Bay asks, because of &lt;a rash&gt;.');
    expect(page.text).toContain('Lotus &lt;Bay&gt; Hospital');
    expect(page.text).toContain('Answer by 29 November 2026');
    expect(page.text).not.toMatch(/<a rash|<Bay/);
  });

  it('asks in the language of the visitor, for them alone, as themself', async () => {
    const { visitor } = await pages.signedIn(PATH);
    pages.asked.length = 0;
    await visitor.get(`${PATH}?language=zh-Hans`);
    expect(askedFor('Requests')).toEqual([
      { patient: 'p-chan', language: 'ZH_HANS', name: 'zh-Hans' },
    ]);
    expect(askedFor('Me')).toEqual([]);
    expect(new Set(pages.asked.map(({ purpose }) => purpose))).toEqual(new Set(['PATRQT']));
  });

  it('lets each recognised provider be chosen once, members of systems among them, by name', async () => {
    const { page } = await pages.signedIn(PATH);
    expect([...page.text.matchAll(/<option value="(o-[^"]+)"/g)].map(([, id]) => id)).toEqual([
      'o-bamboo',
      'o-lotus',
    ]);
  });

  it('offers no more than was asked for, and restricted records never by itself', async () => {
    const { page } = await pages.signedIn(PATH);
    const values = (name: string) =>
      [
        ...page.text.matchAll(new RegExp(`name="${name}"\\s+value="([^"]+)"(?:\\s+checked)?`, 'g')),
      ].map(([text, value]) => [value, text.endsWith('checked')]);
    expect(values('scope')).toEqual([
      ['ALLERGY_ADR', true],
      ['MEDICATION', true],
    ]);
    expect(values('permission')).toEqual([
      ['READ', true],
      ['DEPOSIT', true],
    ]);
    expect(values('restricted')).toEqual([['yes', false]]);
    expect([...page.text.matchAll(/<option value="(P\w+)"/g)].map(([, span]) => span)).toEqual([
      'P6M',
      'P1Y',
      'P2Y',
    ]);
    expect(page.text).toMatch(/max="7"/);
  });

  it('says nothing of restricted records where none were asked for', async () => {
    const asked = { ...REQUEST.asked, includesRestricted: false };
    answer('Requests', { grantRequests: [{ ...REQUEST, asked }] });
    expect((await pages.signedIn(PATH)).page.text).not.toContain('name="restricted"');
  });

  it('shows requests that wait, and grants in force, and no others', async () => {
    const states = ['REQUESTED', 'LINK_ISSUED', 'REDEEMED', 'REVOKED', 'EXPIRED', 'LAPSED'];
    const grants = states.map((state) => ({
      node: { id: `g-${state}`, state, requester: HOSPITAL, scopes: ['MEDICATION'], period: null },
    }));
    answer('Overview', { patient: { id: 'p-chan', crossBorderGrants: { edges: grants } } });
    answer('Requests', { grantRequests: [{ ...REQUEST, state: 'DECLINED' }] });
    const { page } = await pages.signedIn(PATH);
    expect([...page.text.matchAll(/name="grant" value="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'g-LINK_ISSUED',
      'g-LINK_ISSUED',
      'g-REDEEMED',
    ]);
    expect(page.text).not.toContain('name="request"');
  });

  it("tells who did what, less the visitor's own looks", async () => {
    const event = (id: string, requested: string, who: string) => ({
      node: { id, requested, agent: [{ who, requestor: true }], summary: `${id} happened.` },
    });
    const edges = [
      event('own-look', 'READ', 'Patient/p-chan'),
      event('own-change', 'AUTHORISE', 'Patient/p-chan'),
      event('other-look', 'READ', 'PractitionerRole/pr-li'),
    ];
    answer('Trail', { patient: { id: 'p-chan', auditEvents: { ...EMPTY, edges } } });
    const { page } = await pages.signedIn(PATH);
    expect([...page.text.matchAll(/<li>(\S+) happened/g)].map(([, id]) => id)).toEqual([
      'own-change',
      'other-look',
    ]);
  });

  it('is for persons alone', async () => {
    answer('Me', { me: null });
    const { page } = await pages.signedIn(PATH);
    expect([page.status, page.text]).toEqual([
      403,
      expect.stringContaining('This page is for patients and those who act for them.'),
    ]);
  });
});

describe('what a patient does', () => {
  it.each<readonly [string, string, object, Readonly<Record<string, string>>, object, string]>([
    [
      'a code',
      'IssueRequestCode',
      {
        issueRequestCode: {
          code: '7KQ2-9XTM-4HVD',
          qrCode: '<svg/>',
          expiresAt: '2026-11-22T04:10:00Z',
        },
      },
      { organization: 'o-lotus' },
      { patient: 'p-chan', organization: 'o-lotus' },
      '7KQ2-9XTM-4HVD',
    ],
    [
      'a link',
      'IssueLink',
      {
        issueLink: {
          link: 'https://x.example/link#shlink:/k',
          qrCode: '<svg/>',
          expiresAt: '2026-11-23T04:00:00Z',
        },
      },
      { grant: 'g-1' },
      { patient: 'p-chan', grant: 'g-1' },
      'data:image/svg+xml;base64,PHN2Zy8+',
    ],
    [
      'a revocation',
      'RevokeGrant',
      { revokeGrant: { id: 'g-1', state: 'REVOKED' } },
      { grant: 'g-1' },
      { patient: 'p-chan', id: 'g-1' },
      'You have revoked it.',
    ],
    [
      'a refusal',
      'DeclineGrant',
      { declineGrant: { id: 'r-1', state: 'DECLINED' } },
      { request: 'r-1', answer: 'decline' },
      { patient: 'p-chan', request: 'r-1' },
      'You have declined.',
    ],
  ])('is %s', async (_what, operation, data, fields, variables, words) => {
    answer(operation, data);
    const { visitor, page } = await pages.signedIn(PATH);
    const actions: Readonly<Record<string, string>> = {
      IssueRequestCode: 'request-code',
      IssueLink: 'issue-link',
      RevokeGrant: 'revoke',
      DeclineGrant: 'answer',
    };
    await visitor.post(`${PATH}/${actions[operation] ?? ''}`, { ...fields, csrf: csrfIn(page) });
    expect(askedFor(operation)).toEqual([variables]);
    expect((await visitor.get(PATH)).text).toContain(words);
  });

  it('is an authorisation of what they have left ticked, and of no more', async () => {
    answer('AuthoriseGrant', { authoriseGrant: { id: 'r-1', state: 'AUTHORISED' } });
    const { visitor, page } = await pages.signedIn(PATH);
    await visitor.post(`${PATH}/answer`, {
      csrf: csrfIn(page),
      request: 'r-1',
      answer: 'authorise',
      scope: 'ALLERGY_ADR',
      permission: 'READ',
      lookBack: 'P1Y',
      days: '2',
    });
    expect(askedFor('AuthoriseGrant')).toEqual([
      {
        patient: 'p-chan',
        input: {
          request: 'r-1',
          scopes: ['ALLERGY_ADR'],
          permissions: ['READ'],
          lookBack: 'P1Y',
          duration: 'P2D',
          includesRestricted: false,
        },
      },
    ]);
    expect((await visitor.get(PATH)).text).toContain('You have authorised it.');
  });

  it('is shown until the next is done, and not to another session', async () => {
    answer('IssueLink', {
      issueLink: { link: 'LINK-TEXT', qrCode: '<svg/>', expiresAt: '2026-11-23T04:00:00Z' },
    });
    const { visitor, page } = await pages.signedIn(PATH);
    const csrf = csrfIn(page);
    await visitor.post(`${PATH}/issue-link`, { csrf, grant: 'g-1' });
    expect((await visitor.get(`${PATH}?language=en`)).text).toContain('LINK-TEXT');
    expect((await pages.signedIn(PATH)).page.text).not.toContain('LINK-TEXT');
    pages.answers.set('RevokeGrant', { data: { revokeGrant: null } });
    await visitor.post(`${PATH}/revoke`, { csrf, grant: 'g-2' });
    const after = await visitor.get(PATH);
    expect(after.text).not.toContain('LINK-TEXT');
    expect(after.text).toContain('That is not there, or not yours to change.');
  });
});

describe('somebody who may speak for others', () => {
  beforeEach(() => {
    const represents = [
      { patient: 'p-son', role: 'SDM' },
      { patient: 'p-father', role: 'CAREGIVER' },
    ];
    answer('Me', { me: { id: 'p-chan', represents } });
  });

  it('chooses for whom, and all that follows is for that patient', async () => {
    const { visitor, page } = await pages.signedIn(PATH);
    expect(page.text).toContain('陳子傑, for whom you decide');
    expect(page.text).toContain('A person you care for');
    expect(askedFor('Name')).toEqual([{ patient: 'p-son' }]);
    const csrf = csrfIn(page);
    await visitor.post(`${PATH}/for-whom`, { csrf, patient: 'p-father' });
    pages.asked.length = 0;
    await visitor.get(PATH);
    expect(askedFor('Requests')).toMatchObject([{ patient: 'p-father' }]);
    await visitor.post(`${PATH}/for-whom`, { csrf, patient: 'p-chan' });
    pages.asked.length = 0;
    await visitor.get(PATH);
    expect(askedFor('Requests')).toMatchObject([{ patient: 'p-chan' }]);
  });

  it('cannot choose anybody else', async () => {
    const { visitor, page } = await pages.signedIn(PATH);
    await visitor.post(`${PATH}/for-whom`, { csrf: csrfIn(page), patient: 'p-stranger' });
    pages.asked.length = 0;
    expect((await visitor.get(PATH)).text).toContain('That is not there, or not yours to change.');
    expect(askedFor('Requests')).toMatchObject([{ patient: 'p-chan' }]);
  });

  it('sees by the requests what became of them, where they read nothing of the patient', async () => {
    answer('Overview', { patient: null });
    answer('Trail', { patient: null });
    const authorised = { ...REQUEST, id: 'g-1', state: 'AUTHORISED', authorised: REQUEST.asked };
    answer('Requests', { grantRequests: [authorised] });
    const { page } = await pages.signedIn(PATH);
    expect(page.text).toContain('Authorised; no link is issued yet');
    expect(page.text).not.toContain('Who saw what');
  });

  it('is told where they may not act now', async () => {
    answer('Requests', { grantRequests: null });
    answer('Overview', { patient: null });
    const { page } = await pages.signedIn(PATH);
    expect(page.text).toContain('You may not act for this person now.');
    expect(page.text).not.toContain('action="/authorise/request-code"');
  });
});
