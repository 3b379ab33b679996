import type { Calendar } from '../calendar.js';
import type { Author, SeedPatient } from '../model.js';
import type { Random } from '../random.js';
import type { Labels } from '../records/labels.js';
import type { About } from '../records/record.js';
import { recordId } from '../records/record.js';
import { AUTHORS } from './authors.js';
import { randomOf } from '../random.js';

/** A patient's record in the making. */
export interface Chart {
  readonly patient: SeedPatient;
  readonly calendar: Calendar;
  readonly random: Random;
  /** Age in days. */
  readonly age: number;
  /** Days ago at which the record begins and ends: not before birth, not after death. */
  readonly first: number;
  readonly last: number;
  readonly familyDoctor: Author;
  readonly hospital: Author;
}

/** Eight years, in days. */
const LONGEST = 2_900;

const FAMILY_DOCTORS: readonly Author[] = [AUTHORS.lee, AUTHORS.chung, AUTHORS.tse];

/** The chart of a patient, empty as yet, which goes back so many days at most. */
export function chartOf(calendar: Calendar, patient: SeedPatient, longest = LONGEST): Chart {
  const random = randomOf(`history/${patient.slug}`);
  const age = daysSince(calendar, patient.birthDate);
  const { generalPractitioner, deceased } = patient;
  return {
    patient,
    calendar,
    random,
    age,
    first: Math.min(longest, age),
    last: deceased === null ? 3 : daysSince(calendar, deceased.slice(0, 10)) + 1,
    familyDoctor:
      FAMILY_DOCTORS.find(({ organization }) => organization === generalPractitioner) ??
      AUTHORS.tse,
    hospital: random.pick([AUTHORS.wong, AUTHORS.hung]),
  };
}

/** Days ago, spread from the beginning of a chart to its end, about so many apart. */
export function daysThrough({ random, first, last }: Chart, apart: number): readonly number[] {
  const days: number[] = [];
  for (let day = first - random.between(0, apart); day >= last; day -= spread(random, apart)) {
    days.push(day);
  }
  return days;
}

/** The circumstances of a record in a chart. */
export function aboutIn(
  { patient }: Chart,
  name: string,
  author: Author,
  more: { readonly encounter?: string; readonly security?: Labels | undefined } = {},
): About {
  const { encounter, security } = more;
  return {
    patient,
    name,
    author,
    encounter: encounter === undefined ? undefined : recordId(patient.slug, encounter),
    security,
  };
}

function spread(random: Random, apart: number): number {
  return random.between(Math.round(apart * 0.7), Math.round(apart * 1.3));
}

function daysSince({ today }: Calendar, date: string): number {
  const milliseconds = Date.parse(`${today}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`);
  return Math.round(milliseconds / 86_400_000);
}
