/**
 * The tables of the records subgraph: one row per clinical resource, with what decisions and filters read beside it;
 * deposits and what came with them; duties to deposit; the summaries patients carry themselves.
 */
export * from './tables/carried.js';
export * from './tables/deposits.js';
export * from './tables/duties.js';
export * from './tables/images.js';
export * from './tables/records.js';
