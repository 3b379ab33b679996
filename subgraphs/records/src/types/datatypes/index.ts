/** The FHIR data types that only clinical records use, each with its kind of element. */
export * from './annotation.js';
export * from './attachment.js';
export * from './dosage.js';
export * from './narrative.js';
export * from './quantity.js';
export * from './reference.js';
export * from './timing.js';
