import type { Calendar } from '../../calendar.js';
import type { SeedRecord } from '../../model.js';
import { allergies } from './allergies.js';
import { diagnoses } from './diagnoses.js';
import { imaging } from './imaging.js';
import { laboratory } from './laboratory.js';
import { medications } from './medications.js';
import { otherRecords } from './other.js';
import { sceneOf } from './scene.js';
import { visits } from './visits.js';

/**
 * The record of Chan Tai Man, written by hand so that what each caller can be expected to see of it can be counted
 * by hand: see `chan-expectations.ts`. Nothing restricted is written
 * by an organisation whose professionals may read the record.
 */
export function chanTaiMan(calendar: Calendar): readonly SeedRecord[] {
  const scene = sceneOf(calendar);
  return [visits, allergies, diagnoses, medications, laboratory, imaging, otherRecords].flatMap(
    (part) => part(scene),
  );
}
