/** An invented Hong Kong and Greater Bay Area world to try the graph on. Nobody and nothing in it is real. */
export * from './identifiers.js';
export * from './ids.js';
export * from './personas.js';
