/** Why a request has no caller. Of a token and a proof only what their sender can know anyway; nothing of any patient. */
import { challengeOf } from './challenge.js';
import type { Scheme } from './authorization.js';

const TOKEN_MESSAGES = {
  TOKEN_MISSING:
    'Expected a token: `Authorization: Bearer <token>` or `Authorization: DPoP <token>`',
  TOKEN_MALFORMED: 'Expected one signed JWT as token, got something else',
  TOKEN_TYPE: 'Expected an access token, with `typ: at+jwt` in its header',
  TOKEN_ALGORITHM: 'Expected a token signed with ES256, EdDSA, PS256 or RS256',
  TOKEN_KEY_UNKNOWN: 'Expected a token signed with a key that the issuer publishes',
  TOKEN_SIGNATURE: 'Expected a token that is as the issuer signed it, got one that was changed',
  TOKEN_ISSUER: 'Expected a token of an issuer that is trusted here',
  TOKEN_AUDIENCE: 'Expected a token made for this gateway (`aud`)',
  TOKEN_EXPIRED: 'The token has expired; get a new one',
  TOKEN_NOT_YET_VALID: 'The token is not valid yet; check the clocks of issuer and gateway',
  TOKEN_CLAIMS: 'Expected the claims of one person, professional, system or office',
  TOKEN_UNBOUND:
    'Expected a token for a grant to be bound to a key (`cnf`), got one that anybody could use; get a session token',
  TOKEN_BOUND:
    'This token is bound to a key: send it as `Authorization: DPoP <token>` with a proof',
  TOKEN_NOT_BOUND:
    'Expected a token that is bound to a key (`cnf.jkt`) after `DPoP`, got another one',
  CERTIFICATE_OTHER: 'Expected the client certificate that the token is bound to (`cnf.x5t#S256`)',
  KEYS_UNAVAILABLE: "The issuer's keys cannot be read, so no token can be verified; try again",
} as const;

const PROOF_MESSAGES = {
  PROOF_MISSING: 'Expected a proof of possession in the header `DPoP`',
  PROOF_MALFORMED: 'Expected one signed JWT with its public key (`jwk`) as DPoP proof',
  PROOF_TYPE: 'Expected a DPoP proof, with `typ: dpop+jwt` in its header',
  PROOF_ALGORITHM: 'Expected a DPoP proof signed with ES256, EdDSA, PS256 or RS256',
  PROOF_SIGNATURE: 'Expected a DPoP proof signed by the key in its header',
  PROOF_CLAIMS: 'Expected `jti`, `htm`, `htu` and `iat` in the DPoP proof',
  PROOF_METHOD: 'Expected a DPoP proof for the method of this request (`htm`)',
  PROOF_URL:
    'Expected a DPoP proof for the address of this request (`htu`), as the gateway is known to its clients',
  PROOF_TIME: 'Expected a DPoP proof made within the last minute (`iat`); check the clock',
  PROOF_TOKEN: 'Expected a DPoP proof for this very token (`ath`)',
  PROOF_KEY: 'Expected a DPoP proof by the key that the token is bound to (`cnf.jkt`)',
  PROOF_REPLAYED: 'Expected a DPoP proof that has not been used before; make one for each request',
} as const;

const MESSAGES = { ...TOKEN_MESSAGES, ...PROOF_MESSAGES } as const;

const PURPOSE_MESSAGES = {
  PURPOSE_MISSING: 'Expected the header `Purpose-Of-Use` with one purpose of use',
  PURPOSE_SEVERAL: 'Expected exactly one purpose of use in `Purpose-Of-Use`, got several',
  PURPOSE_UNKNOWN: 'Expected an HL7 v3 purpose of use in `Purpose-Of-Use`, such as TREAT or PATRQT',
  PURPOSE_FOREIGN: "Expected one of the token's own purposes in `Purpose-Of-Use`",
} as const;

/** What is wrong with a DPoP proof. */
export type ProofProblem = keyof typeof PROOF_MESSAGES;

/** What is wrong with a token, or with the proof that its holder is who it was given to. */
export type TokenProblem = keyof typeof MESSAGES;

/** What is wrong with a declared purpose of use. */
export type PurposeProblem = keyof typeof PURPOSE_MESSAGES;

/** A request without a caller: nothing may be fetched for it. */
export type IdentityRefusal =
  | {
      readonly kind: 'refused';
      readonly code: 'UNAUTHENTICATED';
      readonly status: 401;
      readonly problem: TokenProblem;
      /** What was expected, for the client. */
      readonly reason: string;
      /** The value of `WWW-Authenticate`. */
      readonly challenge: string;
    }
  | {
      readonly kind: 'refused';
      readonly code: 'PURPOSE_REQUIRED';
      readonly status: 400;
      readonly problem: PurposeProblem;
      /** What was expected, for the client. */
      readonly reason: string;
    };

/** Whether it is the proof that is wrong, not the token. */
export function isProofProblem(problem: TokenProblem): problem is ProofProblem {
  return problem in PROOF_MESSAGES;
}

/** What was expected where there is a problem, for the client. */
export function reasonOf(problem: TokenProblem): string {
  return MESSAGES[problem];
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

/** The refusal of a request that does not declare one of its token's purposes. */
export function purposeRequired(problem: PurposeProblem): IdentityRefusal {
  return {
    kind: 'refused',
    code: 'PURPOSE_REQUIRED',
    status: 400,
    problem,
    reason: PURPOSE_MESSAGES[problem],
  };
}
