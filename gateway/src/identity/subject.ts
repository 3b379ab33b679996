/** For whom a token is asked in exchange for another: RFC 8693, with a DPoP proof of the key it is to be bound to. */
import type { AccessTokens } from './access-tokens.js';
import type { TokenCaller } from './claims.js';
import { certificateProblem } from './possession.js';
import type { Proofs } from './proof.js';
import type { TokenProblem } from './refusal.js';
import type { PresentedRequest } from './request.js';

/** Who holds a subject token, and the key that what they get is to be bound to. */
export interface Subject {
  readonly kind: 'subject';
  readonly caller: TokenCaller;
  readonly purposes: readonly string[];
  /** The issuer of the subject token. */
  readonly issuer: string;
  /** The end of the subject token, in epoch seconds. */
  readonly expires: number;
  /** The thumbprint of the proof's key. */
  readonly thumbprint: string;
}

/** A subject, or why there is none. */
export type SubjectReading = Subject | { readonly kind: 'problem'; readonly problem: TokenProblem };

/** Tells for whom a token is asked. */
export interface Subjects {
  /** Who holds the subject token that a request hands in; the clock gives epoch milliseconds. */
  subject(token: string, request: PresentedRequest, clock: () => number): Promise<SubjectReading>;
}

/** Reads who holds a subject token. One that is bound itself is taken from its holder alone, for the same key. */
export async function readSubject(
  text: string,
  request: PresentedRequest,
  tokens: AccessTokens,
  proofs: Proofs,
  now: number,
): Promise<SubjectReading> {
  const verification = await tokens.verify(text, now);
  if (verification.kind === 'problem') return verification;
  const { claims, issuer, expires } = verification.token;
  const { caller, purposes, confirmation } = claims;
  if (confirmation?.kind === 'certificate') {
    const problem = certificateProblem(confirmation, request);
    if (problem !== null) return { kind: 'problem', problem };
  }
  const bound = confirmation?.kind === 'key' ? confirmation.thumbprint : null;
  const proof = await proofs.verify(request, { tokenDigest: null, thumbprint: bound }, now);
  if (proof.kind === 'problem') return proof;
  return { kind: 'subject', caller, purposes, issuer, expires, thumbprint: proof.thumbprint };
}
