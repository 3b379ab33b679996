import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, Office } from '@causeway/schema';
import { access, care, consent, drLi, grant, openEmpty, own, party } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const HOUR = 3_600_000;

const phrs: Caller = {
  kind: 'system',
  subject: 's-gd',
  client: 'c-gd',
  tokenId: 't-gd',
  purpose: 'TREAT',
  system: 'phrs-gd',
  practitionerRole: 'r-li',
  organization: 'o-shenzhen',
  grant: 'g-1',
};

const officer = (office: Office): Caller => ({
  kind: 'office',
  subject: 's-office',
  client: 'c-office',
  tokenId: 't-office',
  purpose: 'HOPERAT',
  office,
});

describe('Query.myGrant', () => {
  const QUERY = '{ myGrant { id state patient { id } requester { id } } }';
  const permits = [party('p-1', 'o-shenzhen', { abroad: true, scopes: ['PERSON', 'GRANT'] })];

  beforeEach(() => {
    open.repository.putGrant(grant('g-1', 'p-1'));
    open.repository.putGrant(grant('g-2', 'p-2'));
    open.repository.putGrant(grant('g-zhuhai', 'p-1', { organization: 'o-zhuhai' }));
  });

  it.each([
    ['a professional', drLi()],
    ['a system', phrs],
  ])('answers %s the grant that the token is bound to', async (_case, caller) => {
    const { data } = await open.ask(QUERY, { caller, permits });
    expect(data).toEqual({
      myGrant: {
        id: 'g-1',
        state: 'REDEEMED',
        patient: { id: 'p-1' },
        requester: { id: 'o-shenzhen' },
      },
    });
  });

  it.each<[string, Caller, typeof permits]>([
    ['a token without a grant', drLi(null), permits],
    ['a grant of a patient without a permit', drLi('g-2'), permits],
    ['a grant to another organisation', drLi('g-zhuhai'), permits],
    [
      "a grant to another organisation, whatever the permit's parties",
      drLi('g-zhuhai'),
      [party('p-1', 'o-zhuhai')],
    ],
    ['a grant that does not exist', drLi('g-nobody'), permits],
    ['no permit', drLi(), []],
    ['a permit without the scope', drLi(), [party('p-1', 'o-shenzhen', { scopes: ['PERSON'] })]],
    ['a person', personCaller('p-1'), [own('p-1')]],
    ['an office', officer('AUDITOR'), permits],
  ])('answers null for %s', async (_case, caller, given) => {
    expect(await open.ask(QUERY, { caller, permits: given })).toEqual({ data: { myGrant: null } });
  });
});

describe('Query.myPatients', () => {
  const ask = (caller: Caller, args = '', selection = 'id') =>
    open.ask(`{ myPatients${args} { ${selection} } }`, { caller, permits: [] });

  beforeEach(() => {
    const { repository } = open;
    repository.putCareRelation(care('p-3', 'o-1'));
    repository.putCareRelation(care('p-1', 'o-1'));
    repository.putCareRelation(care('p-1', 'o-1', { id: 'care-again' }));
    repository.putCareRelation(care('p-2', 'o-1', { period: { start: null, end: '2026-06-01' } }));
    repository.putCareRelation(care('p-4', 'o-2'));
    repository.putCareRelation(
      care('p-5', 'o-1', { period: { start: '2020-01-01', end: '2026-05-31' } }),
    );
    repository.putCareRelation(care('p-6', 'o-1', { period: { start: '2026-06-02', end: null } }));
    repository.putCareRelation(care('p-7', 'o-1'), TEST_NOW - HOUR);
    repository.putCareRelation(
      care('p-7', 'o-1', { period: { start: '2026-01-01', end: '2026-05-01' } }),
    );
  });

  it("answers the keys of the patients now under the care of the caller's organisation, each once", async () => {
    expect(await ask(professionalCaller('o-1'))).toEqual({
      data: { myPatients: [{ id: 'p-1' }, { id: 'p-2' }, { id: 'p-3' }] },
    });
  });

  it('answers page by page', async () => {
    const caller = professionalCaller('o-1');
    expect(await ask(caller, '(first: 2)')).toEqual({
      data: { myPatients: [{ id: 'p-1' }, { id: 'p-2' }] },
    });
    expect(await ask(caller, '(first: 2, after: "p-2")')).toEqual({
      data: { myPatients: [{ id: 'p-3' }] },
    });
  });

  it.each([0, 101])('refuses %d patients at once', async (first) => {
    const { errors } = await ask(professionalCaller('o-1'), `(first: ${first})`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('answers nothing but keys without a permit', async () => {
    open.repository.putConsent(consent('c-1', 'p-1', { grantee: ['o-1'] }));
    const selection =
      'id consents { totalCount } crossBorderGrants { totalCount } auditEvents { totalCount } accessNotifications { totalCount }';
    expect(await ask(professionalCaller('o-1'), '(first: 1)', selection)).toEqual({
      data: {
        myPatients: [
          {
            id: 'p-1',
            consents: null,
            crossBorderGrants: null,
            auditEvents: null,
            accessNotifications: null,
          },
        ],
      },
    });
  });

  it.each([
    ['a person', personCaller('p-1')],
    ['a system', phrs],
    ['an office', officer('COMMISSIONER')],
  ])('answers null to %s', async (_case, caller) => {
    expect(await ask(caller)).toEqual({ data: { myPatients: null } });
  });
});

describe('Query.auditEvents', () => {
  const QUERY = (args = ''): string =>
    `{ auditEvents${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { id patient { id consents { totalCount } } entity { what } } } } }`;

  interface Answer {
    readonly auditEvents: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly edges: readonly {
        readonly node: { readonly id: string; readonly patient: unknown; readonly entity: unknown };
      }[];
    };
  }

  const read = async (args?: string, office: Office = 'AUDITOR') => {
    const { data, errors } = await open.ask(QUERY(args), { caller: officer(office) });
    expect(errors).toBeUndefined();
    return (data as unknown as Answer).auditEvents;
  };

  const idsOf = ({ edges }: Answer['auditEvents']): string =>
    edges.map(({ node }) => node.id).join(' ');

  beforeEach(() => {
    open.repository.recordAccess([
      access('e-1', 'p-1'),
      access('e-2', 'p-2', { at: TEST_NOW + HOUR }),
      access('e-3', 'nobody', { at: TEST_NOW + 2 * HOUR, outcome: 'DENY', release: 'WITHHELD' }),
    ]);
  });

  it.each(['AUDITOR', 'COMMISSIONER'] as const)(
    'answers the %s the events of all patients, newest first, ids that do not exist too',
    async (office) => {
      const events = await read('', office);
      expect(idsOf(events)).toBe('e-3 e-2 e-1');
      expect(events.totalCount).toBe(3);
      expect(events.edges[0]?.node).toMatchObject({
        patient: { id: 'nobody', consents: null },
        entity: expect.arrayContaining([{ what: 'Patient/nobody' }]),
      });
    },
  );

  it('answers page by page, filtered', async () => {
    const first = await read('(first: 1, outcome: PERMIT)');
    expect([idsOf(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual(['e-2', 2, true]);
    const second = await read(`(first: 1, outcome: PERMIT, after: "${first.pageInfo.endCursor}")`);
    expect([idsOf(second), second.pageInfo.hasNextPage]).toEqual(['e-1', false]);
    expect(idsOf(await read('(period: { end: "2026-06-01T12:00:00+08:00" })'))).toBe('e-1');
    expect(idsOf(await read('(last: 2)'))).toBe('e-2 e-1');
  });

  it('answers the Secretary for Health nothing', async () => {
    expect(await read('', 'SECRETARY_FOR_HEALTH')).toMatchObject({ totalCount: 0, edges: [] });
  });

  it.each([
    ['a person', personCaller('p-1')],
    ['a professional', drLi()],
    ['a system', phrs],
  ])('is refused to %s, whatever their permits', async (_case, caller) => {
    open.statements.length = 0;
    const { data, errors } = await open.ask(QUERY(), { caller, permits: [own('p-1')] });
    expect(data).toEqual({ auditEvents: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(open.statements).toEqual([]);
  });
});
