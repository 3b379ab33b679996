/** Who asks: from a token, the proof that its sender holds it, and a declared purpose of use to a caller. */
export type { TrustedIssuer } from './access-tokens.js';
export { createIdentity } from './identify.js';
export type { Identified, Identity, IdentityOptions, Rechecked } from './identify.js';
export { ProofMemory } from './proof-memory.js';
export type { TakenProofs } from './proof-memory.js';
export type { KeySource } from './keys.js';
export { isProofProblem, reasonOf, undecided } from './refusal.js';
export type { IdentityRefusal, ProofProblem, PurposeProblem, TokenProblem } from './refusal.js';
export type { PresentedRequest, RequestHeaders } from './request.js';
export { roleScopes } from './role-scopes.js';
export { SESSION_ISSUER, createSessionIssuer } from './session-issuer.js';
export type { SessionCaller, SessionIssuer, SessionTerms } from './session-issuer.js';
export type { Subject, SubjectReading, Subjects } from './subject.js';
export type { UnboundGrants } from './verify-token.js';
