/** The documents that the schema writes itself. */
export { accessChangesPage } from './access-changes.js';
export { referenceOf } from './reference.js';
export type { WrittenPage } from './reference.js';
