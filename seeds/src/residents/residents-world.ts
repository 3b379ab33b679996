import { addYears, calendarOf } from '../calendar.js';
import type { Calendar } from '../calendar.js';
import { careRelations } from '../consents/care.js';
import { usualConsents } from '../consents/consents.js';
import { briefHistory } from '../histories/brief.js';
import { visitsAbroad } from '../histories/visits-abroad.js';
import type { SeedRelatedPerson, World } from '../model.js';
import { generatedPeople, isGeneratedChild } from '../people/generated-people.js';
import { PARENT, relatedPerson } from '../people/relations.js';
import { residentGrants } from './resident-grants.js';

/**
 * What belongs to the residents of the numbers from one to another, beside the parties of a world: the same for the
 * same date, however the numbers are cut into runs.
 */
export function residentsWorld(world: World, first: number, last: number): World {
  const calendar = calendarOf(new Date(`${world.date}T12:00:00+08:00`));
  const patients = generatedPeople(calendar, first, last);
  const grants = residentGrants(calendar, first, last);
  return {
    ...world,
    patients,
    relatedPersons: parents(calendar, first, last),
    consents: usualConsents(calendar, patients, grants),
    grants,
    careRelations: careRelations(calendar, patients),
    stepUps: [],
    records: [
      ...patients.flatMap((patient) => briefHistory(calendar, patient)),
      ...visitsAbroad(patients, world.practitionerRoles, grants),
    ],
  };
}

/** A child's parent, or guardian if much older, is the resident of the number before, where of an age for it. */
function parents(calendar: Calendar, first: number, last: number): readonly SeedRelatedPerson[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, position) => first + position);
  return numbers.filter(isGeneratedChild).flatMap((number) => {
    const [elder, child] = generatedPeople(calendar, number - 1, number);
    if (elder === undefined || child === undefined) return [];
    const { birthDate: start } = child;
    if (addYears(elder.birthDate, 18) > start) return [];
    const isParent = addYears(elder.birthDate, 48) > start;
    const parent = { ...PARENT, relationship: elder.gender === 'female' ? 'MTH' : 'FTH' } as const;
    const guardian = { role: 'SDM', basis: 'GUARDIAN', relationship: 'GUARD' } as const;
    return relatedPerson(child.slug, elder.slug, elder.id, elder.name, {
      ...(isParent ? parent : guardian),
      start,
    });
  });
}
