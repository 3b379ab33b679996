import type { Permit, RecordFacts, RecordTypeLabel } from '@causeway/schema';
import { isExcluded } from './exclusion.js';
import { standingOfRecord } from './record.js';
import type { RecordStanding } from './record.js';
import { meetsAll } from './refusal.js';

/** Whether a permit releases a record of a type: its presence, and then what it says of itself. */
export function judgeRecord(
  label: RecordTypeLabel,
  facts: RecordFacts,
  permit: Permit,
): RecordStanding {
  const { scopes, domestic } = label.presence;
  const isPresent =
    meetsAll(permit, scopes) &&
    !(domestic && permit.abroad) &&
    !isTakenAwayByType(label, facts, permit);
  return isPresent ? standingOfRecord(facts, permit, label.subject) : 'WITHHELD';
}

/** Records of a type that names no category are of every category that the type demands, and denied by any of them. */
function isTakenAwayByType(
  { subject, presence }: RecordTypeLabel,
  facts: RecordFacts,
  { exclusions }: Permit,
): boolean {
  return (
    subject.category === undefined &&
    exclusions.some((exclusion) =>
      presence.scopes.some((category) => isExcluded({ ...facts, category }, exclusion, subject)),
    )
  );
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
