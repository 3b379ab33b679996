import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedPatient } from '../model.js';
import { randomOf } from '../random.js';
import { composedName } from './names.js';
import { patientOf } from './patient.js';

/** How many patients the world composes from lists, where nobody asks for more. */
export const GENERATED_PATIENTS = 24;

const FAMILY_DOCTORS = ['silver-reef', 'bauhinia-lane', 'star-quay-clinic'];

/** The slug of the patient of a number, from 1. */
export function generatedSlug(number: number): string {
  return `resident-${String(number).padStart(2, '0')}`;
}

/** Whether the patient of a number is a child: every eighth one is, and the one before is a grown-up. */
export function isGeneratedChild(number: number): boolean {
  return number % 8 === 0;
}

/** Patients composed from lists, of all ages, all of them joined: those of the numbers from one to another. */
export function generatedPeople(
  calendar: Calendar,
  first = 1,
  last = GENERATED_PATIENTS,
): readonly SeedPatient[] {
  return Array.from({ length: last - first + 1 }, (_, position) => {
    const number = first + position;
    const slug = generatedSlug(number);
    const random = randomOf(`sketch/${slug}`);
    const gender = random.pick(['female', 'male'] as const);
    // No child among them comes of age within the next years.
    const years = isGeneratedChild(number) ? random.between(2, 12) : random.between(19, 88);
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
