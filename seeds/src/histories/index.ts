import type { Calendar } from '../calendar.js';
import { PATIENT_CHAN } from '../ids.js';
import type { SeedPatient, SeedRecord } from '../model.js';
import { chanTaiMan } from './chan/index.js';
import { generatedHistory } from './generated.js';

/** The record of a patient: written by hand for Chan Tai Man, made up for the others. */
export function historyOf(calendar: Calendar, patient: SeedPatient): readonly SeedRecord[] {
  // Nobody has no past: what a trial brings is all there is.
  if (patient.isTest) return [];
  return patient.id === PATIENT_CHAN ? chanTaiMan(calendar) : generatedHistory(calendar, patient);
}
