/** What FHIR Consents of either release say alike. */
import type { Period } from '@causeway/schema';
import type { ConsentRow } from '../tables.js';
import { KIND_SYSTEM } from './codes.js';
import type { FhirObject } from './rule.js';

const CONSENT_DOCUMENT = { coding: [{ system: 'http://loinc.org', code: '59284-0' }] };

/** How a consent is classified: as it was, else as a consent; and what it is about. */
export function categoriesOf({ category, kind }: ConsentRow): readonly FhirObject[] {
  const own = category.filter(
    ({ coding }) => coding?.some(({ system }) => system === KIND_SYSTEM) !== true,
  );
  return [
    ...(own.length > 0 ? own : [CONSENT_DOCUMENT]),
    { coding: [{ system: KIND_SYSTEM, code: kind }] },
  ] as readonly FhirObject[];
}

/** Whether a period has no end on either side. */
export function isOpen({ start, end }: Period): boolean {
  return start === null && end === null;
}
