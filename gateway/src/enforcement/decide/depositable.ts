import { CLINICAL_SCOPES } from '@causeway/schema';
import type { ClinicalScope, Exclusion } from '@causeway/schema';
import { permitsScope } from './consents.js';
import type { Draft } from './draft.js';
import type { Reading } from './provision-conditions.js';
import type { DecisionRequest } from './request.js';
import { roleAccess } from './role-access.js';

/**
 * The categories of which a provider may deposit records: those of its profession, and abroad those of the grant and
 * of the conditions besides. What a profession sees after a step-up only, it deposits without: a step-up guards what
 * is shown, and a deposit shows nothing.
 */
export function depositableBy(
  { providerFacts, consentFacts }: DecisionRequest,
  { standing, conditions }: Draft,
  reading: Reading,
): ReadonlySet<ClinicalScope> {
  const profession = providerFacts?.practitionerRole?.profession ?? '';
  const grant = consentFacts?.grant;
  const consent = consentFacts?.consents.find(({ id }) => id === grant?.consent);
  const isGranted = (scope: ClinicalScope): boolean =>
    grant?.scopes.includes(scope) === true &&
    consent !== undefined &&
    permitsScope(consent, scope, reading) &&
    (conditions?.scopes?.has(scope) ?? true);
  return new Set(
    CLINICAL_SCOPES.filter(
      (scope) =>
        roleAccess(profession, scope) !== 'NONE' &&
        (standing === 'DOMESTIC_PROVIDER' || isGranted(scope)),
    ),
  );
}

/**
 * What is left of them after objections. One to single records takes their whole category, or all: what is yet to be
 * deposited cannot be held against it here.
 */
export function withoutObjected(
  depositable: ReadonlySet<ClinicalScope>,
  objections: readonly Exclusion[],
): ReadonlySet<ClinicalScope> {
  return new Set(
    [...depositable].filter((scope) =>
      objections.every(({ category }) => category?.includes(scope) === false),
    ),
  );
}
