import type { ContactFacts } from '@causeway/schema';
import type { ContactPoint } from '@causeway/schema/datatypes';
import type { PatientRow } from './tables.js';

/** What a patient is told in who never said how. */
const DEFAULT_LANGUAGE = 'zh-Hant';

/** Where and how a patient is to be told. */
export function contactFactsOf(
  patient: Pick<PatientRow, 'id' | 'preferredLanguage' | 'notificationPreference' | 'telecom'>,
): ContactFacts {
  const { id, preferredLanguage, notificationPreference: preference, telecom } = patient;
  return {
    patient: id,
    language: preference?.language ?? preferredLanguage ?? DEFAULT_LANGUAGE,
    channel: preference?.channel ?? 'APP',
    refusesAccessNotices: preference?.refusesAccessNotices ?? false,
    telecom: contactPoints(telecom),
  };
}

/** The ways to reach somebody that are in use and say where they lead, by the FHIR words of their systems. */
export function contactPoints(telecom: readonly ContactPoint[]): ContactFacts['telecom'] {
  return telecom.flatMap(({ system, value, use }) =>
    system == null || value == null || use === 'old' ? [] : [{ system, value }],
  );
}
