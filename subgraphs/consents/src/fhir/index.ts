/** Consents as other systems take them. */
import type { ConsentRow } from '../tables.js';
import { consentR4 } from './consent-r4.js';
import { consentR5 } from './consent-r5.js';
import type { FhirObject } from './rule.js';

export { RULE_TYPE_EXTENSION, SCOPE_SYSTEM } from './codes.js';

/** Releases of FHIR in which consents are exported. */
export const CONSENT_RELEASES = ['R4', 'R5'] as const;

/** A release of FHIR in which consents are exported. */
export type ConsentRelease = (typeof CONSENT_RELEASES)[number];

const EXPORTS = { R4: consentR4, R5: consentR5 } as const;

/** A consent as a FHIR Consent of a release. */
export function fhirConsent(row: ConsentRow, release: ConsentRelease): FhirObject {
  return EXPORTS[release](row);
}

/** Consents as a bundle that holds nothing else. */
export function consentBundle(rows: readonly ConsentRow[], release: ConsentRelease): FhirObject {
  const entry = rows.map((row) => ({
    fullUrl: `urn:uuid:${row.owner}`,
    resource: fhirConsent(row, release),
  }));
  return { resourceType: 'Bundle', type: 'collection', entry };
}
