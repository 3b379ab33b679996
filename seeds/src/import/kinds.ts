import { RECORD_TYPES } from '@causeway/records';

/** What becomes of a resource, by its type. */
export type Kind =
  | 'patient'
  | 'related-person'
  | 'organization'
  | 'practitioner'
  | 'practitioner-role'
  | 'consent'
  | 'record'
  /** Not sharable by itself: it goes into the records that refer to it. */
  | 'medication';

const KINDS: Readonly<Record<string, Kind>> = {
  Patient: 'patient',
  RelatedPerson: 'related-person',
  Organization: 'organization',
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner-role',
  Consent: 'consent',
  Medication: 'medication',
  ...Object.fromEntries(RECORD_TYPES.map((type) => [type, 'record' as const])),
};

/** What becomes of a resource of a type; null for a type that the graph does not share. */
export function kindOf(type: string): Kind | null {
  return (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? null;
}
