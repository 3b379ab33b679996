import { describe, expect, it } from '@jest/globals';
import type { OwnCall } from './own-calls.js';
import { ownFeeds, ownUpkeep } from './own-feeds.js';

/** Calls that are answered by their field, and noted. */
function calls(answers: Readonly<Record<string, unknown>>) {
  const asked: { subgraph: string; use: string; field: string; variables: unknown }[] = [];
  const call: OwnCall = (subgraph, use, _query, field, variables) => {
    asked.push({ subgraph, use, field, variables });
    const answer = answers[field];
    return Promise.resolve(typeof answer === 'function' ? (answer as () => unknown)() : answer);
  };
  return { asked, call };
}

const feed = (call: OwnCall, source: string) => {
  const found = ownFeeds(call).find((one) => one.source === source);
  if (found === undefined) throw new Error(`Expected a feed ${source}`);
  return found;
};

describe('the feeds', () => {
  it('go by the position of the receiver', async () => {
    const { call } = calls({ feedPositions: { providers: 3, patients: 5, records: 7 } });
    expect(await feed(call, 'providers').position()).toBe(3);
    expect(await feed(call, 'records').position()).toBe(7);
    expect(await feed(call, 'patients').position()).toBe(5);
  });

  it.each([
    null,
    {},
    { providers: 1 },
    { providers: '1', patients: 1, records: 1 },
    { providers: 1, patients: 1 },
  ])('do not begin anew where the position is told as %j', async (feedPositions) => {
    const { call } = calls({ feedPositions });
    await expect(feed(call, 'patients').position()).rejects.toThrow('another shape');
  });

  it('hand events over with all that they tell', async () => {
    const event = { position: 4, at: 1, party: { id: 'o-1', novelty: true } };
    const { call, asked } = calls({ partyEvents: [event], applyPartyEvents: 4 });
    const providers = feed(call, 'providers');
    const events = await providers.after(3, 100);
    await providers.take(events);
    expect(asked).toEqual([
      {
        subgraph: 'providers',
        use: 'relay',
        field: 'partyEvents',
        variables: { after: 3, first: 100 },
      },
      {
        subgraph: 'consents',
        use: 'relay',
        field: 'applyPartyEvents',
        variables: { events: [event] },
      },
    ]);
  });

  it('hand deposits from the records to the consents', async () => {
    const event = { position: 1, at: 1, receipt: 'd-1' };
    const { call, asked } = calls({ depositEvents: [event], applyDepositEvents: 1 });
    const records = feed(call, 'records');
    await records.take(await records.after(0, 100));
    expect(asked).toMatchObject([
      { subgraph: 'records', use: 'relay', field: 'depositEvents' },
      { subgraph: 'consents', use: 'relay', field: 'applyDepositEvents' },
    ]);
  });

  it.each([
    ['providers/duties', 'duties', 'providers', 'dutyEvents', 'applyDutyEvents'],
    ['consents/encounters', 'encounters', 'consents', 'encounterEvents', 'applyEncounterEvents'],
  ])('carry %s to the records', async (source, position, from, told, taken) => {
    const event = { position: 5, at: 1 };
    const positions = { duties: 1, encounters: 1, [position]: 4 };
    const { call, asked } = calls({ dutyFeedPositions: positions, [told]: [event], [taken]: 5 });
    const line = feed(call, source);
    expect(await line.position()).toBe(4);
    await line.take(await line.after(4, 10));
    expect(asked).toMatchObject([
      { subgraph: 'records', use: 'relay', field: 'dutyFeedPositions' },
      { subgraph: from, use: 'relay', field: told, variables: { after: 4, first: 10 } },
      { subgraph: 'records', use: 'relay', field: taken, variables: { events: [event] } },
    ]);
  });

  it('tell patients, and nobody else, how far their events were taken in', async () => {
    const { call, asked } = calls({ acknowledgeJoiningEvents: 7 });
    await feed(call, 'patients').acknowledge?.(7);
    expect(asked).toMatchObject([{ subgraph: 'patients', variables: { upTo: 7 } }]);
    expect(feed(call, 'providers').acknowledge).toBeUndefined();
  });
});

describe('the upkeep', () => {
  it('has time settled until nothing is left', async () => {
    let left = 3;
    const { call, asked } = calls({ settleTime: () => (left -= 1) });
    await ownUpkeep(call).settleTime(new AbortController().signal);
    expect(asked).toHaveLength(3);
  });

  it('stops settling when it is told to end', async () => {
    const closing = new AbortController();
    const settleTime = (): number => {
      closing.abort();
      return 1;
    };
    const { call, asked } = calls({ settleTime });
    await ownUpkeep(call).settleTime(closing.signal);
    expect(asked).toHaveLength(1);
  });
});
