import { CLINICAL_SCOPES } from '@causeway/schema';
import { INFORMATION_DISCLOSURE } from '../changes/sharing-category.js';
import type { NewConsent } from '../repository/put-consent.js';
import type { GrantRow } from '../tables.js';

/** What the consent adds to the grant. */
export interface Materialised {
  /** Consent id. */
  readonly id: string;
  /** Patient id of who gave it: the patient, or the person who stands for them. */
  readonly grantor: string;
  /** When it was given, in epoch milliseconds. */
  readonly at: number;
}

/**
 * The consent that materialises a grant (FHIR R5 Consent): a permit to the organisation for the grant's period, with a
 * denial of every category that was not chosen, so that it says by itself no more than the grant does.
 */
export function consentOfGrant(
  {
    patient,
    organization,
    period,
    scopes,
  }: Pick<GrantRow, 'patient' | 'organization' | 'period' | 'scopes'>,
  { id, grantor, at }: Materialised,
): NewConsent {
  const denied = CLINICAL_SCOPES.filter((scope) => !scopes.includes(scope));
  return {
    id,
    patient,
    kind: 'CROSS_BORDER',
    status: 'active',
    origin: 'LAYER',
    category: [INFORMATION_DISCLOSURE],
    grantor: `Patient/${grantor}`,
    grantee: [organization],
    dateTime: new Date(at).toISOString(),
    period,
    decision: 'permit',
    provision: denied.length === 0 ? [] : [{ type: 'deny', category: denied }],
  };
}
