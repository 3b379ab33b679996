/** Business identifiers of both sides of the boundary: their rules, one a file. */
export * from './comparable.js';
export * from './hcp-number.js';
export * from './hkid.js';
export * from './home-return-permit.js';
export * from './mainland-id.js';
export * from './residence-permit.js';
export * from './systems.js';
