import type { StructureIssue } from '@causeway/records/fhir';

/** Why an item is not taken. */
export type RefusalCode =
  // Files
  | 'UNREADABLE_FILE'
  | 'EMPTY_FILE'
  | 'FILE_TOO_LARGE'
  | 'UTF16'
  | 'INVALID_UTF8'
  | 'DOUBLE_ENCODED_UTF8'
  | 'TRUNCATED_JSON'
  | 'MALFORMED_JSON'
  | 'DOUBLE_ENCODED_JSON'
  | 'NOT_FHIR'
  // Bundles
  | 'BUNDLE_TYPE'
  | 'NESTED_BUNDLE'
  | 'REQUEST_NOT_OBEYED'
  // Resources
  | StructureIssue['code']
  | 'NOT_SHARABLE'
  | 'NO_SHARABLE_CATEGORY'
  | 'NO_SUBJECT'
  | 'SUBJECT_NOT_A_PATIENT'
  | 'AMBIGUOUS_SUBJECT'
  | 'PROVENANCE_OF_MANY'
  | 'CONSENT_SCOPE';

/** An item that is not taken: why, and where it stands. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What was expected, what was got, what to do. Never a value that may be about a patient. */
  readonly reason: string;
}

/** A refusal with its reason. */
export function refusal(code: RefusalCode, reason: string): Refusal {
  return { code, reason };
}
