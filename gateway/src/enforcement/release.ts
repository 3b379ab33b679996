import type { Permit, RecordFacts, RecordTypeLabel } from '@causeway/schema';
import { standingOfRecord } from './record.js';
import type { NamedFacts, RecordStanding } from './record.js';
import { meets } from './refusal.js';

/** Which facets a record type names. */
export function namedFacts({ subject }: RecordTypeLabel): NamedFacts {
  return {
    category: subject.category !== undefined,
    date: subject.date !== undefined,
    security: subject.security !== undefined,
    party: subject.party !== undefined,
  };
}

/** Whether a permit releases a record of a type: its presence, and then what it says of itself. */
export function judgeRecord(
  label: RecordTypeLabel,
  facts: RecordFacts,
  permit: Permit,
): RecordStanding {
  const { scopes, domestic } = label.presence;
  const isPresent = scopes.every((scope) => meets(permit, scope)) && !(domestic && permit.abroad);
  return isPresent ? standingOfRecord(facts, permit, namedFacts(label)) : 'WITHHELD';
}
