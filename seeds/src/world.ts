import { calendarOf } from './calendar.js';
import { historyOf } from './histories/index.js';
import { visitsAbroad } from './histories/visits-abroad.js';
import type { World } from './model.js';
import { society } from './society.js';

/**
 * The invented world as of the local date in Hong Kong of an instant: the same for each instant of that date. Ids do
 * not depend on it; dates move with it, so that what the personas can see holds on whatever day the world is made.
 */
export function world(now: Date): World {
  const people = society(now);
  const { patients, practitionerRoles, grants } = people;
  const calendar = calendarOf(now);
  return {
    ...people,
    records: [
      ...patients.flatMap((patient) => historyOf(calendar, patient)),
      ...visitsAbroad(patients, practitionerRoles, grants),
    ],
  };
}
