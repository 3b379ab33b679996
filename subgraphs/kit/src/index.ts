/** The walls that every subgraph shares: building, storing, loading, answering. No domain word inside. */
export * from './access-facts.js';
export * from './build-subgraph.js';
export * from './connection.js';
export * from './context.js';
export * from './cursor.js';
export * from './database.js';
export * from './epoch.js';
export * from './handler.js';
export * from './history.js';
export * from './identifiers.js';
export * from './json-scalar.js';
export * from './loader.js';
export * from './page-request.js';
export * from './signed-fetch.js';
export * from './sources.js';
export * from './upsert.js';
export * from './without.js';
