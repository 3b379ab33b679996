/**
 * A consent as a FHIR R4 Consent.
 *
 * @see https://hl7.org/fhir/R4/consent.html
 */
import type { ProvisionFact } from '@causeway/schema';
import type { ConsentRow } from '../tables.js';
import { categoriesOf, isOpen } from './consent.js';
import { categoryCodings, conditionsOf, fhirPeriod, recipient } from './rule.js';
import type { FhirObject } from './rule.js';

const SCOPE = 'http://terminology.hl7.org/CodeSystem/consentscope';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** A consent as a FHIR R4 Consent. */
export function consentR4(row: ConsentRow): FhirObject {
  const { owner: id, status, patient, dateTime, grantor, sourceReference, policyBasis } = row;
  return {
    resourceType: 'Consent',
    id,
    status,
    scope: { coding: [{ system: SCOPE, code: 'patient-privacy' }] },
    category: categoriesOf(row),
    patient: { reference: `Patient/${patient}` },
    ...(dateTime !== null && { dateTime }),
    ...(grantor !== null && { performer: [{ reference: grantor }] }),
    ...(sourceReference !== null && { sourceReference: { reference: sourceReference } }),
    ...(policyBasis?.url != null && { policy: [{ uri: policyBasis.url }] }),
    // For readers who look for the base here, where R4 would have it, and not at the root rule.
    policyRule: {
      coding: [{ system: ACT_CODE, code: row.decision === 'permit' ? 'OPTIN' : 'OPTOUT' }],
    },
    provision: root(row),
  };
}

/** The root rule. R4 has no grantee: the parties are those of the rules, and the root of a denial names them itself. */
function root({ decision, period, grantee, provision }: ConsentRow): FhirObject {
  const parties = grantee.map((id) => recipient(`Organization/${id}`));
  return {
    type: decision,
    ...(!isOpen(period) && { period: fhirPeriod(period) }),
    ...(decision === 'deny' && parties.length > 0 && { actor: parties }),
    ...(provision.length > 0 && {
      provision: provision.map((rule) => ({
        ...ruleR4(rule),
        ...(decision === 'permit' &&
          parties.length > 0 &&
          rule.actor === undefined && { actor: parties }),
      })),
    }),
  };
}

function ruleR4(rule: ProvisionFact): FhirObject {
  const categories = categoryCodings(rule);
  return {
    type: rule.type,
    ...conditionsOf(rule),
    ...(categories && { class: categories }),
    ...(rule.provision && rule.provision.length > 0 && { provision: rule.provision.map(ruleR4) }),
  };
}
