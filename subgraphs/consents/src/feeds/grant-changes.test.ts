import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { revokeGrant } from '../testing/changes.js';
import { askNow, codeOf, putGrantOf } from '../testing/links.js';
import { change, drLi, grant, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

describe('the changes of grants', () => {
  it('are told in their order, each grant at its last change, and nothing of how', async () => {
    putGrantOf(open, grant('g-1', 'p-1'));
    putGrantOf(open, grant('g-2', 'p-2'));
    expect(open.repository.lastGrantChange()).toBe(2);
    await change(open, revokeGrant('g-1'), 'p-1');
    expect(open.repository.grantChanges(0, 10)).toEqual([
      { position: 2, grant: 'g-2', patient: 'p-2' },
      { position: expect.any(Number), grant: 'g-1', patient: 'p-1' },
    ]);
    expect(open.repository.grantChanges(2, 10)).toEqual([
      { position: open.repository.lastGrantChange(), grant: 'g-1', patient: 'p-1' },
    ]);
  });

  it('are for the relay alone, and bounded', async () => {
    const relay = { use: 'relay', caller: null } as const;
    expect(
      await askNow(open, '{ lastGrantChange grantChanges(after: 0, first: 1) }', relay),
    ).toEqual({ data: { lastGrantChange: 0, grantChanges: [] } });
    const caller = { caller: drLi(null) };
    expect(codeOf(await askNow(open, '{ lastGrantChange }', caller))).toBe('FORBIDDEN');
    const page = '{ grantChanges(after: 0, first: 1001) }';
    expect(codeOf(await askNow(open, page, relay))).toBe('BAD_USER_INPUT');
  });

  it('cannot be subscribed to in the subgraph itself: the gateway asks queries', async () => {
    const asked = await askNow(open, 'subscription { myGrant { id } }', { caller: drLi(null) });
    expect(asked).toEqual({ data: { myGrant: null } });
  });
});
