/** Why a request has no caller. Of a token and a proof only what their sender can know anyway; nothing of any patient. */
import { ERROR_TEXTS } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import type { Scheme } from './authorization.js';
import { challengeOf } from './challenge.js';
import { PROOF_TEXTS, PURPOSE_TEXTS, TOKEN_TEXTS } from './refusal-texts.js';

const REASONS = { ...TOKEN_TEXTS, ...PROOF_TEXTS } as const;

/** What is wrong with a DPoP proof. */
export type ProofProblem = keyof typeof PROOF_TEXTS;

/** What is wrong with a token, or with the proof that its holder is who it was given to. */
export type TokenProblem = keyof typeof REASONS;

/** What is wrong with a declared purpose of use. */
export type PurposeProblem = keyof typeof PURPOSE_TEXTS;

/** A request without a caller: nothing may be fetched for it. */
export type IdentityRefusal =
  | {
      readonly kind: 'refused';
      readonly code: 'UNAUTHENTICATED';
      readonly status: 401;
      readonly problem: TokenProblem;
      /** What was expected, for the client, in each language. */
      readonly reason: Texts;
      /** The value of `WWW-Authenticate`. */
      readonly challenge: string;
    }
  | {
      readonly kind: 'refused';
      readonly code: 'PURPOSE_REQUIRED';
      readonly status: 400;
      readonly problem: PurposeProblem;
      /** What was expected, for the client, in each language. */
      readonly reason: Texts;
    }
  /** Nobody can say now whether a token is good. */
  | {
      readonly kind: 'refused';
      readonly code: 'POLICY_UNAVAILABLE';
      readonly status: 503;
      readonly reason: Texts;
    };

/** Whether it is the proof that is wrong, not the token. */
export function isProofProblem(problem: TokenProblem): problem is ProofProblem {
  return problem in PROOF_TEXTS;
}

/** What was expected where there is a problem, for the client, in each language. */
export function reasonOf(problem: TokenProblem): Texts {
  return REASONS[problem];
}

/** The refusal of a request whose token, sent under that scheme, does not tell who asks. */
export function unauthenticated(problem: TokenProblem, scheme: Scheme): IdentityRefusal {
  return {
    kind: 'refused',
    code: 'UNAUTHENTICATED',
    status: 401,
    problem,
    reason: reasonOf(problem),
    challenge: challengeOf(problem, scheme),
  };
}

/** The refusal of a request on whose token nobody can decide. */
export function undecided(): IdentityRefusal {
  const code = 'POLICY_UNAVAILABLE';
  return { kind: 'refused', code, status: 503, reason: ERROR_TEXTS[code] };
}

/** The refusal of a request that does not declare one of its token's purposes. */
export function purposeRequired(problem: PurposeProblem): IdentityRefusal {
  return {
    kind: 'refused',
    code: 'PURPOSE_REQUIRED',
    status: 400,
    problem,
    reason: PURPOSE_TEXTS[problem],
  };
}
