import type { Calendar } from '../calendar.js';
import type { SeedPatient, SeedRecord } from '../model.js';
import { acuteEpisodes } from './acute.js';
import { chartOf } from './chart.js';
import { childhood } from './childhood.js';
import { courseVisits } from './course-visits.js';
import { COURSES } from './courses.js';
import { occasions } from './occasions.js';

/** What somebody's story needs: a restriction of psychiatric records takes a psychiatric record. */
const SURE: Readonly<Record<string, string>> = { 'yeung-suk-yee': 'anxiety' };

/** Years of records for a patient whose record was not written by hand; made up anew for nobody. */
export function generatedHistory(calendar: Calendar, patient: SeedPatient): readonly SeedRecord[] {
  const chart = chartOf(calendar, patient);
  const { random, age } = chart;
  const isChild = age < 16 * 365;
  const courses = isChild
    ? COURSES.filter(({ name }) => name === 'asthma' && random.chance(0.4))
    : COURSES.filter(({ name }) => name === SURE[patient.slug] || random.chance(0.25));
  return [
    ...courses.flatMap((course) => courseVisits(chart, course)),
    ...acuteEpisodes(chart),
    ...occasions(chart),
    ...(isChild ? childhood(chart) : []),
  ];
}
