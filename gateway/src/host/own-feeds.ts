import type { SubgraphName } from '@causeway/schema';
import { z } from 'zod';
import type { Feed } from '../relay/feed.js';
import type { OwnCall } from './own-calls.js';
import { readOwn } from './read-own.js';

/**
 * What subgraphs are told, by the gateway's own calls: the consents subgraph of parties by providers, of joining by
 * patients and of deposits by records; the records subgraph of duties by providers and of encounters by consents.
 */
export function ownFeeds(call: OwnCall): readonly Feed[] {
  const position = async (source: keyof typeof positions.shape): Promise<number> => {
    const answer = await call('consents', 'relay', '{ feedPositions }', 'feedPositions', {});
    return readOwn('consents', positions, answer)[source];
  };
  const dutyPosition = async (source: keyof typeof dutyPositions.shape): Promise<number> => {
    const answer = await call('records', 'relay', '{ dutyFeedPositions }', 'dutyFeedPositions', {});
    return readOwn('records', dutyPositions, answer)[source];
  };
  const events = async (subgraph: SubgraphName, field: string, after: number, first: number) =>
    readOwn(
      subgraph,
      feedEvents,
      await call(
        subgraph,
        'relay',
        `query($after: Int!, $first: Int!) { ${field}(after: $after, first: $first) }`,
        field,
        { after, first },
      ),
    );
  const take =
    (field: string, type: string, subgraph: SubgraphName = 'consents') =>
    (taken: readonly unknown[]) =>
      call(
        subgraph,
        'relay',
        `mutation($events: [${type}!]!) { ${field}(events: $events) }`,
        field,
        { events: taken },
      );
  return [
    {
      source: 'providers',
      position: () => position('providers'),
      after: (after, first) => events('providers', 'partyEvents', after, first),
      take: take('applyPartyEvents', 'PartyEventInput'),
    },
    {
      source: 'patients',
      position: () => position('patients'),
      after: (after, first) => events('patients', 'joiningEvents', after, first),
      take: take('applyJoiningEvents', 'JoiningEventInput'),
      acknowledge: (upTo) =>
        call(
          'patients',
          'relay',
          'mutation($upTo: Int!) { acknowledgeJoiningEvents(upTo: $upTo) }',
          'acknowledgeJoiningEvents',
          { upTo },
        ),
    },
    {
      source: 'records',
      position: () => position('records'),
      after: (after, first) => events('records', 'depositEvents', after, first),
      take: take('applyDepositEvents', 'DepositEventInput'),
    },
    {
      source: 'providers/duties',
      position: () => dutyPosition('duties'),
      after: (after, first) => events('providers', 'dutyEvents', after, first),
      take: take('applyDutyEvents', 'DepositDutyEventInput', 'records'),
    },
    {
      source: 'consents/encounters',
      position: () => dutyPosition('encounters'),
      after: (after, first) => events('consents', 'encounterEvents', after, first),
      take: take('applyEncounterEvents', 'EncounterEventInput', 'records'),
    },
  ];
}

/** What the consents subgraph does when it is told to. */
export interface Upkeep {
  /** Has it record what time has done, until nothing is left or the signal is aborted. */
  settleTime(signal: AbortSignal): Promise<void>;
  /** Has it anchor the audit trail. */
  anchorAudit(): Promise<void>;
}

/** The upkeep of the consents subgraph, by the gateway's own calls. */
export function ownUpkeep(call: OwnCall): Upkeep {
  const tell = async (field: string): Promise<number> =>
    readOwn(
      'consents',
      z.number(),
      await call('consents', 'relay', `mutation { ${field} }`, field, {}),
    );
  return {
    settleTime: async (signal) => {
      let settled = 1;
      while (settled > 0 && !signal.aborted) settled = await tell('settleTime');
    },
    anchorAudit: async () => {
      await tell('anchorAudit');
    },
  };
}

const positions = z.object({
  providers: z.number().int(),
  patients: z.number().int(),
  records: z.number().int(),
});

const dutyPositions = z.object({ duties: z.number().int(), encounters: z.number().int() });

/** What an event tells is for its receiver to read. */
const feedEvents = z.array(z.looseObject({ position: z.number().int() }));
