import { takeIn } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { DepositDutyEvent, EncounterEvent } from '@causeway/schema';
import { depositDuties, encountersAbroad, feedPositions } from '../../tables.js';

/** Takes in how duties have become, each event once. @see takeIn */
export function takeDuties(database: Database, events: readonly DepositDutyEvent[]): number {
  return takeIn(database, feedPositions, 'providers/duties', events, (db, { duty }) => {
    const { id, organization } = duty;
    db.insert(depositDuties)
      .values({ id, organization, duty })
      .onConflictDoUpdate({ target: depositDuties.id, set: { organization, duty } })
      .run();
  });
}

/** Takes in how encounters abroad have become, each event once. @see takeIn */
export function takeEncounters(database: Database, events: readonly EncounterEvent[]): number {
  return takeIn(database, feedPositions, 'consents/encounters', events, (db, { encounter }) => {
    const { id, organization } = encounter;
    db.insert(encountersAbroad)
      .values({ id, organization, encounter })
      .onConflictDoUpdate({ target: encountersAbroad.id, set: { organization, encounter } })
      .run();
  });
}
