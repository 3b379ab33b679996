import type { Calendar } from '../calendar.js';
import type { SeedPatient, SeedRecord } from '../model.js';
import { observation } from '../records/observation.js';
import { loinc } from '../records/terminology.js';
import { AUTHORS } from './authors.js';
import type { Chart } from './chart.js';
import { aboutIn, chartOf, daysThrough } from './chart.js';
import { courseVisits } from './course-visits.js';
import { COURSES } from './courses.js';
import { acuteEpisodes } from './acute.js';
import { occasions } from './occasions.js';

/** How far back a brief history goes, in days. */
const LONGEST = 300;

/** Some thirty records of the last ten months, most of them observations: for patients who are one of very many. */
export function briefHistory(calendar: Calendar, patient: SeedPatient): readonly SeedRecord[] {
  const chart = chartOf(calendar, patient, LONGEST);
  const isChild = chart.age < 16 * 365;
  return [
    ...(isChild ? [] : courseVisits(chart, chart.random.pick(COURSES))),
    ...acuteEpisodes(chart),
    ...occasions(chart),
    ...measurements(chart),
  ];
}

/** What is measured every few weeks: weight and pulse. */
function measurements(chart: Chart): readonly SeedRecord[] {
  const { calendar, random } = chart;
  const weight = random.between(48, 90);
  return daysThrough(chart, 40).flatMap((day) => {
    const measured = (name: string, code: string, display: string, value: number, unit: string) =>
      observation(
        aboutIn(chart, `${name}/${String(day)}`, AUTHORS.nurse),
        'vital-signs',
        loinc(code, display),
        { value, unit },
        calendar.at(day, '09:30'),
      );
    return [
      measured('weight', '29463-7', 'Body weight', weight + random.between(-2, 2), 'kg'),
      measured('pulse', '8867-4', 'Heart rate', random.between(56, 96), '/min'),
    ];
  });
}
