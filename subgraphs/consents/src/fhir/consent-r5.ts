/**
 * A consent as a FHIR R5 Consent.
 *
 * @see https://hl7.org/fhir/R5/consent.html
 */
import type { ConsentFact, ProvisionFact } from '@causeway/schema';
import type { ConsentRow } from '../tables.js';
import { RULE_TYPE_EXTENSION } from './codes.js';
import { categoriesOf, isOpen } from './consent.js';
import { categoryCodings, conditionsOf, fhirPeriod } from './rule.js';
import type { FhirObject } from './rule.js';

const STATUSES: Readonly<Record<ConsentFact['status'], string>> = {
  draft: 'draft',
  proposed: 'draft',
  active: 'active',
  rejected: 'not-done',
  inactive: 'inactive',
  'entered-in-error': 'entered-in-error',
};

/** A consent as a FHIR R5 Consent. */
export function consentR5(row: ConsentRow): FhirObject {
  const { owner: id, patient, dateTime, grantor, grantee, period, decision, provision } = row;
  const { sourceReference, policyBasis } = row;
  return {
    resourceType: 'Consent',
    id,
    status: STATUSES[row.status],
    category: categoriesOf(row),
    subject: { reference: `Patient/${patient}` },
    // R5 knows the day alone.
    ...(dateTime !== null && { date: dateTime.slice(0, 10) }),
    ...(!isOpen(period) && { period: fhirPeriod(period) }),
    ...(grantor !== null && { grantor: [{ reference: grantor }] }),
    ...(grantee.length > 0 && {
      grantee: grantee.map((organization) => ({ reference: `Organization/${organization}` })),
    }),
    ...(sourceReference !== null && { sourceReference: [{ reference: sourceReference }] }),
    ...(policyBasis?.url != null && { policyBasis: { url: policyBasis.url } }),
    decision,
    ...(provision.length > 0 && { provision: provision.map((rule) => ruleR5(rule, decision)) }),
  };
}

/** A rule. In R5 an exception is the opposite of what it is within; one that is not says so by the type of R4. */
function ruleR5(rule: ProvisionFact, outer: ProvisionFact['type']): FhirObject {
  const categories = categoryCodings(rule);
  return {
    ...(rule.type === outer && {
      extension: [{ url: RULE_TYPE_EXTENSION, valueCode: rule.type }],
    }),
    ...conditionsOf(rule),
    ...(categories && { resourceType: categories }),
    ...(rule.provision &&
      rule.provision.length > 0 && {
        provision: rule.provision.map((nested) => ruleR5(nested, rule.type)),
      }),
  };
}
