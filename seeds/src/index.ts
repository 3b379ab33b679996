/** An invented Hong Kong and Greater Bay Area world to try the graph on. Nobody and nothing in it is real. */
export * from './chan-expectations.js';
export * from './identifiers.js';
export * from './ids.js';
export * from './load.js';
export type * from './model.js';
export * from './open-stores.js';
export * from './personas.js';
export { SeedMarkError } from './seed-mark.js';
export * from './seed-once.js';
export * from './source.js';
export * from './world.js';
