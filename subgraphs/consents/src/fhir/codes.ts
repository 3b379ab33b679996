/** The code systems and extensions in which consents are told of elsewhere. */
import { CONSENT_SPECIFICATION } from '@causeway/schema';

/** Names of the categories of records, where FHIR has classes of resources. */
export const SCOPE_SYSTEM = `${CONSENT_SPECIFICATION}/scope`;

/** What a consent is about, where FHIR classifies it. */
export const KIND_SYSTEM = `${CONSENT_SPECIFICATION}/kind`;

/** Stands by a rule of which something could not be interpreted: whoever does not know it may not use the rule. */
export const UNINTERPRETED_EXTENSION = `${CONSENT_SPECIFICATION}/uninterpreted`;

/**
 * The type of a rule, which R4 has and R5 has not: FHIR's own way of keeping an element of another release.
 *
 * @see https://hl7.org/fhir/R5/versions.html#extensions
 */
export const RULE_TYPE_EXTENSION =
  'http://hl7.org/fhir/4.0/StructureDefinition/extension-Consent.provision.type';

/** @see https://terminology.hl7.org/ValueSet-v3-PurposeOfUse.html */
export const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

/** @see https://terminology.hl7.org/CodeSystem-consentaction.html */
export const CONSENT_ACTION = 'http://terminology.hl7.org/CodeSystem/consentaction';

/** @see https://terminology.hl7.org/CodeSystem-v3-ParticipationType.html */
export const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
