import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, officeCaller, personCaller } from '@causeway/kit/testing';
import type { Caller } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import { codesOf, party, tellParties } from '../testing/asking.js';
import { askNow } from '../testing/links.js';
import { access, drLi, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

const HOUR = 3_600_000;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(
    open,
    party({ instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' } }),
  );
  const lagoon = { ...drLi('g-2'), organization: 'o-lagoon' } as Caller;
  open.repository.recordAccess([
    access('e-1', 'p-1', { at: TEST_NOW - 2 * HOUR, caller: drLi(), abroad: true }),
    access('e-2', 'p-2', { at: TEST_NOW - HOUR, caller: lagoon, abroad: true }),
  ]);
  open.repository.takeDeposits([
    {
      position: 1,
      at: TEST_NOW,
      receipt: 'd-1',
      patient: 'p-1',
      organization: 'o-shenzhen',
      practitionerRole: 'r-li',
      grant: 'g-1',
      purpose: 'TREAT',
      counts: { RAD_REPORT: 1 },
      isTest: false,
    },
  ]);
});

afterEach(() => {
  open.close();
});

const NODE = `id at direction instrument { type reference } categories { category count }
  organization { id } organizationNames { language text } system systemNames { text }
  purpose { code } grant event`;

const ask = (args = '', caller: Caller = officeCaller('COMMISSIONER')): Promise<ExecutionResult> =>
  askNow(
    open,
    `{ transfers${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { ${NODE} } } } }`,
    { caller },
  );

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

async function page(args = '', caller?: Caller): Promise<Page> {
  const { data } = await ask(args, caller);
  return data?.['transfers'] as Page;
}

const organizations = ({ edges }: Page) => edges.map(({ node }) => node['organization']);

describe('transfers', () => {
  it('tells what crossed, newest first', async () => {
    const { totalCount, edges } = await page();
    expect(totalCount).toBe(3);
    expect(edges.map(({ node }) => node)).toMatchObject([
      {
        at: new Date(TEST_NOW).toISOString(),
        direction: 'MAINLAND_TO_HK',
        instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' },
        categories: [{ category: 'RAD_REPORT', count: 1 }],
        organization: { id: 'o-shenzhen' },
        grant: 'g-1',
      },
      { direction: 'HK_TO_MAINLAND', instrument: null, event: 'e-2', organizationNames: [] },
      {
        categories: [
          { category: 'PERSON', count: 0 },
          { category: 'ALLERGY_ADR', count: 2 },
        ],
        organizationNames: party().names,
        system: null,
        systemNames: [],
        purpose: { code: 'TREAT' },
        event: 'e-1',
      },
    ]);
  });

  it.each([
    ['(direction: MAINLAND_TO_HK)', 1],
    ['(direction: HK_TO_MAINLAND)', 2],
    ['(organization: "o-lagoon")', 1],
    ['(organization: "o-lagoon", direction: MAINLAND_TO_HK)', 0],
    [`(from: "${new Date(TEST_NOW - HOUR).toISOString()}")`, 2],
    [`(to: "${new Date(TEST_NOW - HOUR).toISOString()}")`, 2],
    [`(from: "${new Date(TEST_NOW - HOUR + 1).toISOString()}")`, 1],
    ['(from: "2026-06-01", to: "2026-06-01")', 3],
    ['(to: "2026-05-31")', 0],
  ])('%s are %d', async (args, total) => {
    const { totalCount, edges } = await page(args);
    expect([totalCount, edges.length]).toEqual([total, total]);
  });

  it('are paged', async () => {
    const first = await page('(first: 2)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...organizations(first), ...organizations(second)]).toEqual([
      { id: 'o-shenzhen' },
      { id: 'o-lagoon' },
      { id: 'o-shenzhen' },
    ]);
  });

  it('are told to auditors too', async () => {
    expect((await page('', officeCaller('AUDITOR'))).totalCount).toBe(3);
  });

  it.each<readonly [string, Caller]>([
    ['the Secretary for Health', officeCaller('SECRETARY_FOR_HEALTH')],
    ['a patient', personCaller('p-1')],
    ['a professional', drLi()],
  ])('are not told to %s', async (_case, caller) => {
    expect(codesOf(await ask('', caller))).toEqual(['FORBIDDEN']);
  });
});
