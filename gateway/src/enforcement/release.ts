import type { Permit, RecordFacts, RecordTypeLabel } from '@causeway/schema';
import { standingOfRecord } from './record.js';
import type { RecordStanding } from './record.js';
import { meets } from './refusal.js';

/** Whether a permit releases a record of a type: its presence, and then what it says of itself. */
export function judgeRecord(
  label: RecordTypeLabel,
  facts: RecordFacts,
  permit: Permit,
): RecordStanding {
  const { scopes, domestic } = label.presence;
  const isPresent = scopes.every((scope) => meets(permit, scope)) && !(domestic && permit.abroad);
  return isPresent ? standingOfRecord(facts, permit, label.subject) : 'WITHHELD';
}

/**
 * Whether a subgraph that was told a permit may answer with a record. One of a type that names no category may stand there
 * as a mere key, by which the others are found; whether it is present is judged as it is released.
 */
export function judgeAnswered(
  label: RecordTypeLabel,
  facts: RecordFacts,
  permit: Permit,
): RecordStanding {
  return label.subject.category === undefined
    ? standingOfRecord(facts, permit, label.subject)
    : judgeRecord(label, facts, permit);
}
