/** Which gate takes a record away: a permit is narrowed step by step, as the gates do, until the record is withheld. */
import { SCOPES } from '@causeway/schema';
import type { Gate, Permit, RecordFacts, RecordTypeLabel } from '@causeway/schema';
import { judgeRecord } from '../enforcement/index.js';

type Narrowing = readonly [Gate, (permit: Permit) => Partial<Permit>];

/** What each gate narrows of a permit, in the order of the gates. */
const NARROWINGS: readonly Narrowing[] = [
  ['RELATION', ({ administrativeBasis }) => ({ administrativeBasis })],
  ['CATEGORY', ({ scopes }) => ({ scopes })],
  ['DATA_PERIOD', ({ windowStart }) => ({ windowStart })],
  ['PROVISION', ({ exclusions }) => ({ exclusions })],
  ['LABEL', ({ confidentiality, authorOrganization }) => ({ confidentiality, authorOrganization })],
  ['OBLIGATION', ({ abroad }) => ({ abroad })],
];

/** The first gate whose part of a permit withholds a record; null where the permit releases it. */
export function gateThatWithholds(
  label: RecordTypeLabel,
  record: RecordFacts,
  permit: Permit,
): Gate | null {
  if (record.patient !== permit.patient) return 'RELATION';
  let narrowed = widened(permit);
  // A category that nobody knows is in no permit, however wide.
  if (judgeRecord(label, record, narrowed) === 'WITHHELD') return 'CATEGORY';
  for (const [gate, narrow] of NARROWINGS) {
    narrowed = { ...narrowed, ...narrow(permit) };
    if (judgeRecord(label, record, narrowed) === 'WITHHELD') return gate;
  }
  return null;
}

/** A permit for all of the patient's data. */
function widened(permit: Permit): Permit {
  return {
    ...permit,
    scopes: SCOPES,
    administrativeBasis: 'SUBJECT',
    windowStart: null,
    exclusions: [],
    confidentiality: ['N', 'R', 'V'],
    authorOrganization: null,
    abroad: false,
  };
}
