import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedPatient } from '../model.js';
import { randomOf } from '../random.js';
import { composedName } from './names.js';
import { patientOf } from './patient.js';

/** How many patients are composed from lists. */
export const GENERATED_PATIENTS = 24;

const FAMILY_DOCTORS = ['silver-reef', 'bauhinia-lane', 'star-quay-clinic'];

/** The slug of the patient of a number, from 1. */
export function generatedSlug(number: number): string {
  return `resident-${String(number).padStart(2, '0')}`;
}

/** Patients composed from lists, of all ages, all of them joined. */
export function generatedPeople(calendar: Calendar): readonly SeedPatient[] {
  return Array.from({ length: GENERATED_PATIENTS }, (_, position) => {
    const number = position + 1;
    const slug = generatedSlug(number);
    const random = randomOf(`sketch/${slug}`);
    const gender = random.pick(['female', 'male'] as const);
    // Every eighth one is a child; none of them comes of age within the next years.
    const years = number % 8 === 0 ? random.between(2, 12) : random.between(19, 88);
    const age = years * 365 + random.between(0, 360);
    return patientOf({
      serial: 100 + number,
      slug,
      name: composedName(random, gender),
      gender,
      birthDate: calendar.daysAgo(age),
      joining: [
        { status: 'ACTIVE', since: calendar.at(random.between(400, Math.min(age, 2800)), '12:00') },
      ],
      generalPractitioner: idOf(`organization/${random.pick(FAMILY_DOCTORS)}`),
    });
  });
}
