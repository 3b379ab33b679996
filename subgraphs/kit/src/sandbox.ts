/** A subgraph alone, with its own explorer, for development on loopback. */
export * from './sandbox/develop.js';
export * from './sandbox/personas.js';
export * from './sandbox/serve-sandbox.js';
