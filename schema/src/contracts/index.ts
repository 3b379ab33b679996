/** What each audience could ever get of a graph, as schemas. */
export { annotatedSdl } from './annotated.js';
export { ContractSchemas } from './contract-schemas.js';
