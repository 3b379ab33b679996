/** From a FHIR R4 resource to what the records subgraph keeps of it: pure functions, for importers and deposits. */
export type { SecurityLabel } from '../tables.js';
export * from './category-of.js';
export * from './classify.js';
export * from './clinical-date-of.js';
export * from './codes-of.js';
export * from './elements.js';
export * from './narrative.js';
export * from './references.js';
export * from './resource.js';
export * from './source-labels.js';
export * from './status-of.js';
export * from './structure.js';
export * from './target.js';
export * from './to-record.js';
