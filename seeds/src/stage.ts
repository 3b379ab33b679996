/** What the invented world is made of, for whoever shows it without a database: nothing here opens one. */
export { addDays } from './calendar.js';
export { idOf } from './identifiers.js';
export { patientEntry, relatedPersonEntry } from './load/patients.js';
export { organizationEntry, practitionerEntry, roleEntry, systemEntry } from './load/providers.js';
export type { SeedConsent, SeedGrant, SeedRecognition } from './model.js';
export { randomOf } from './random.js';
export type { Random } from './random.js';
export { society } from './society.js';
export type { Society } from './society.js';
