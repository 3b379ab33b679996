import { feedPosition } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { DepositDutyEvent, EncounterEvent, FeedSource } from '@causeway/schema';
import { dutyReports } from './repository/duty-report.js';
import type { DutyReports } from './repository/duty-report.js';
import { takeDuties, takeEncounters } from './repository/take-in.js';
import { feedPositions } from '../tables.js';

/** Duties to deposit: what is told of them, and what is due. */
export interface Duties extends DutyReports {
  /** Takes in events of duties, each once; the position after. @throws GraphQLError CONFLICT for a gap */
  takeDuties(events: readonly DepositDutyEvent[]): number;
  /** Takes in events of encounters abroad, each once; the position after. @throws GraphQLError CONFLICT for a gap */
  takeEncounters(events: readonly EncounterEvent[]): number;
  /** The position of the last event of a source that was taken in, 0 before the first. */
  feedPosition(source: FeedSource): number;
}

/** The duties of a database. */
export function dutiesIn(database: Database): Duties {
  return {
    ...dutyReports(database),
    takeDuties: (events) => takeDuties(database, events),
    takeEncounters: (events) => takeEncounters(database, events),
    feedPosition: (source) => feedPosition(database.db, feedPositions, source),
  };
}
