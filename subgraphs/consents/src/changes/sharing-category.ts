import type { CodeableConcept } from '@causeway/schema/datatypes';

/**
 * How consents to let others see are classified.
 *
 * @see https://terminology.hl7.org/CodeSystem-v3-ActCode.html
 */
export const INFORMATION_DISCLOSURE: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL' }],
};
