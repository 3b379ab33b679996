/** Who asks: from a bearer token and a declared purpose of use to a caller. */
export { PURPOSE_HEADER, createIdentity } from './identify.js';
export type { Identified, Identity, IdentityOptions, RequestHeaders } from './identify.js';
export type { KeySource } from './keys.js';
export type { IdentityRefusal, PurposeProblem, TokenProblem } from './refusal.js';
export { roleScopes } from './role-scopes.js';
