/** How the elements of FHIR resources become fields of the graph. */
export * from './concepts.js';
export * from './element.js';
export * from './primitives.js';
