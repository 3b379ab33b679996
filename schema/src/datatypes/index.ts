/** FHIR data types that several subgraphs define alike, as type-graphql classes. */
export * from './administrative-gender.js';
export * from './coding.js';
export * from './entity-keys.js';
export * from './enums.js';
export * from './identity.js';
export * from './language.js';
export * from './page-info.js';
export * from './period.js';
export * from './period-input.js';
export * from './scalars.js';
export * from './word-enum.js';
