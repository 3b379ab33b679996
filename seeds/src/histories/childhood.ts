import { addDays } from '../calendar.js';
import type { SeedRecord } from '../model.js';
import { birthRecord } from '../records/document.js';
import { immunization } from '../records/immunization.js';
import { NORMAL } from '../records/labels.js';
import { birthObservation, observation } from '../records/observation.js';
import { cvx, loinc } from '../records/terminology.js';
import { AUTHORS } from './authors.js';
import type { Chart } from './chart.js';
import { aboutIn } from './chart.js';

/** Vaccinations by the age in days at which they are given. */
const SCHEDULE: readonly (readonly [day: number, code: string, display: string])[] = [
  [1, '08', 'Hep B, adolescent or pediatric'],
  [31, '08', 'Hep B, adolescent or pediatric'],
  [62, '10', 'IPV'],
  [63, '20', 'DTaP'],
  [124, '133', 'Pneumococcal conjugate PCV 13'],
  [184, '08', 'Hep B, adolescent or pediatric'],
  [366, '03', 'MMR'],
  [367, '21', 'varicella'],
  [2200, '115', 'Tdap'],
];

/** What a child's record holds beside the rest: birth, vaccinations, growth. */
export function childhood(chart: Chart): readonly SeedRecord[] {
  const { age, familyDoctor, random } = chart;
  const { birthDate } = chart.patient;
  const atBirth = (part: string) =>
    aboutIn(chart, `birth/${part}`, AUTHORS.midwife, { security: NORMAL });
  const vaccines = SCHEDULE.filter(([day]) => day < age).map(([day, code, display]) =>
    immunization(
      aboutIn(chart, `vaccine/${code}-${String(day)}`, familyDoctor),
      cvx(code, display),
      addDays(birthDate, day),
    ),
  );
  const years = Array.from({ length: Math.floor(age / 365) }, (_, year) => year + 1);
  const growth = years.map((year) =>
    observation(
      aboutIn(chart, `growth/${String(year)}`, familyDoctor),
      'vital-signs',
      loinc('8302-2', 'Body height'),
      { value: 70 + year * 6 + random.between(0, 4), unit: 'cm' },
      addDays(birthDate, year * 365),
    ),
  );
  return [
    birthRecord(atBirth('delivery'), {
      title: 'Birth record',
      text: 'Born at term. Mother and child well.',
      date: `${birthDate}T06:10:00+08:00`,
    }),
    birthObservation(
      atBirth('weight'),
      loinc('8339-4', 'Birth weight Measured'),
      { value: Math.round(random.between(26, 39)) / 10, unit: 'kg' },
      birthDate,
    ),
    birthObservation(
      atBirth('apgar'),
      loinc('9274-2', '5 minute Apgar Score'),
      { value: random.between(8, 10), unit: '{score}' },
      birthDate,
    ),
    ...vaccines,
    ...growth,
  ];
}
