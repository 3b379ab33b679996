import { calendarOf } from './calendar.js';
import { careRelations, stepUps } from './consents/care.js';
import { consents } from './consents/consents.js';
import { grants } from './consents/grants.js';
import { historyOf } from './histories/index.js';
import { visitsAbroad } from './histories/visits-abroad.js';
import type { World } from './model.js';
import { generatedPeople } from './people/generated-people.js';
import { knownPeople } from './people/known-people.js';
import { relatedPersons } from './people/relations.js';
import { depositDuties } from './providers/deposit-duties.js';
import { organizations } from './providers/organizations.js';
import { practitionerRoles, practitioners } from './providers/practitioners.js';
import { recognitions } from './providers/recognitions.js';
import { systems } from './providers/systems.js';

/**
 * The invented world as of the local date in Hong Kong of an instant: the same for each instant of that date. Ids do
 * not depend on it; dates move with it, so that what the personas can see holds on whatever day the world is made.
 */
export function world(now: Date): World {
  const calendar = calendarOf(now);
  const patients = [...knownPeople(calendar), ...generatedPeople(calendar)];
  const roles = practitionerRoles(calendar);
  const given = grants(calendar);
  return {
    date: calendar.today,
    patients,
    relatedPersons: relatedPersons(calendar, patients),
    organizations: organizations(calendar),
    systems: systems(calendar),
    practitioners: practitioners(),
    practitionerRoles: roles,
    recognitions: recognitions(calendar),
    depositDuties: depositDuties(calendar),
    consents: consents(calendar, patients, given),
    grants: given,
    careRelations: careRelations(calendar, patients),
    stepUps: stepUps(calendar),
    records: [
      ...patients.flatMap((patient) => historyOf(calendar, patient)),
      ...visitsAbroad(patients, roles, given),
    ],
  };
}
