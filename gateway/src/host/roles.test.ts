import { describe, expect, it } from '@jest/globals';
import type { Caller, ProviderFacts } from '@causeway/schema';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  officeRequest,
  recognition,
} from '../enforcement/testing/requests.js';
import { FactsUnavailableError } from '../facts/facts-source.js';
import { Roles } from './roles.js';

const ABROAD = '@requiresScopes [["provider:cross-border"]]';
const AUDITOR = '@requiresScopes [["office:auditor"]]';

/** The roles of a request from abroad, over facts that a test may change. */
function holding({
  caller = abroadRequest().caller,
  byToken = [],
  demands = [ABROAD, 'LAB_REPORT'],
}: {
  readonly caller?: Caller;
  readonly byToken?: readonly string[];
  readonly demands?: readonly string[];
} = {}) {
  const world: { facts: ProviderFacts | null; now: number; asked: number } = {
    facts: abroadFacts(),
    now: NOW,
    asked: 0,
  };
  const facts = {
    provider: () => {
      world.asked += 1;
      return Promise.resolve(world.facts);
    },
  };
  return { world, roles: new Roles({ caller, byToken, demands, facts, clock: () => world.now }) };
}

const SUSPENDED = abroadFacts({ recognition: recognition({ status: 'SUSPENDED' }) });

describe('the roles of a request', () => {
  it('are none before they are read', () => {
    const { roles } = holding({ byToken: ['office:auditor'] });
    expect(roles.refused([ABROAD, AUDITOR])).toEqual([ABROAD, AUDITOR]);
  });

  it('are a provider’s by facts, read once between two fetches', async () => {
    const { world, roles } = holding();
    await roles.refresh();
    await roles.refresh();
    expect(world.asked).toBe(1);
    expect(roles.refused([ABROAD, AUDITOR, 'LAB_REPORT'])).toEqual([AUDITOR]);
    roles.expire();
    await roles.refresh();
    expect(world.asked).toBe(2);
    expect(roles.hasChanged).toBe(false);
  });

  it('are lost with the recognition, and not held again in the same attempt', async () => {
    const { world, roles } = holding();
    await roles.refresh();
    world.facts = SUSPENDED;
    roles.expire();
    await roles.refresh();
    expect(roles.refused([ABROAD])).toEqual([ABROAD]);
    expect(roles.hasChanged).toBe(true);
    world.facts = abroadFacts();
    roles.expire();
    await roles.refresh();
    expect(roles.refused([ABROAD])).toEqual([ABROAD]);
  });

  it('are not gained on the way: what was refused stays refused', async () => {
    const { world, roles } = holding();
    world.facts = SUSPENDED;
    await roles.refresh();
    world.facts = abroadFacts();
    roles.expire();
    await roles.refresh();
    expect(roles.refused([ABROAD])).toEqual([ABROAD]);
    expect(roles.hasChanged).toBe(false);
  });

  it('go by the clock of each reading', async () => {
    const { world, roles } = holding();
    world.facts = abroadFacts({
      recognition: recognition({ period: { start: null, end: '2026-11-22' } }),
    });
    await roles.refresh();
    expect(roles.refused([ABROAD])).toEqual([]);
    world.now = Date.parse('2026-11-23T00:00:00+08:00');
    roles.expire();
    await roles.refresh();
    expect(roles.refused([ABROAD])).toEqual([ABROAD]);
  });

  it('are the token’s where no provider is demanded: no facts are read', async () => {
    const { world, roles } = holding({
      caller: officeRequest().caller,
      byToken: ['office:auditor'],
      demands: [AUDITOR],
    });
    await roles.refresh();
    expect(world.asked).toBe(0);
    expect(roles.refused([AUDITOR])).toEqual([]);
  });

  it('cannot be told without facts', async () => {
    const roles = new Roles({
      caller: abroadRequest().caller,
      byToken: [],
      demands: [ABROAD],
      facts: { provider: () => Promise.reject(new FactsUnavailableError('providers')) },
      clock: () => NOW,
    });
    await expect(roles.refresh()).rejects.toThrow(FactsUnavailableError);
    expect(roles.refused([ABROAD])).toEqual([ABROAD]);
  });
});
