import type { Calendar } from '../../calendar.js';
import type { SeedRecord } from '../../model.js';
import { allergies } from './allergies.js';
import { chineseMedicine } from './chinese-medicine.js';
import { diagnoses } from './diagnoses.js';
import { documents } from './documents.js';
import { imaging } from './imaging.js';
import { interventions } from './interventions.js';
import { laboratory } from './laboratory.js';
import { measurements } from './measurements.js';
import { medications } from './medications.js';
import { sceneOf } from './scene.js';
import { visits } from './visits.js';

/**
 * The record of Chan Tai Man, written by hand so that what each caller can be expected to see of it can be counted
 * by hand: see `chan-expectations.ts`. Nothing restricted is written
 * by an organisation whose professionals may read the record.
 */
export function chanTaiMan(calendar: Calendar): readonly SeedRecord[] {
  const scene = sceneOf(calendar);
  return [
    visits,
    allergies,
    diagnoses,
    medications,
    laboratory,
    imaging,
    interventions,
    documents,
    measurements,
    chineseMedicine,
  ].flatMap((part) => part(scene));
}
