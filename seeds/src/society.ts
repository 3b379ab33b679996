import { calendarOf } from './calendar.js';
import { careRelations, stepUps } from './consents/care.js';
import { consents } from './consents/consents.js';
import { grants } from './consents/grants.js';
import type { World } from './model.js';
import { generatedPeople } from './people/generated-people.js';
import { knownPeople } from './people/known-people.js';
import { relatedPersons } from './people/relations.js';
import { depositDuties } from './providers/deposit-duties.js';
import { organizations } from './providers/organizations.js';
import { practitionerRoles, practitioners } from './providers/practitioners.js';
import { recognitions } from './providers/recognitions.js';
import { systems } from './providers/systems.js';

/** Everybody in the invented world, and what they have agreed on: all of it but the clinical records. */
export type Society = Omit<World, 'records'>;

/** The people and parties of the invented world as of the local date in Hong Kong of an instant. */
export function society(now: Date): Society {
  const calendar = calendarOf(now);
  const patients = [...knownPeople(calendar), ...generatedPeople(calendar)];
  const given = grants(calendar);
  return {
    date: calendar.today,
    patients,
    relatedPersons: relatedPersons(calendar, patients),
    organizations: organizations(calendar),
    systems: systems(calendar),
    practitioners: practitioners(),
    practitionerRoles: practitionerRoles(calendar),
    recognitions: recognitions(calendar),
    depositDuties: depositDuties(calendar),
    consents: consents(calendar, patients, given),
    grants: given,
    careRelations: careRelations(calendar, patients),
    stepUps: stepUps(calendar),
  };
}
