/** Why a request has no caller. Of a token only what its sender can know anyway; nothing of any patient. */
const TOKEN_MESSAGES = {
  TOKEN_MISSING: 'Expected a bearer token: `Authorization: Bearer <token>`',
  TOKEN_MALFORMED: 'Expected one signed JWT as bearer token, got something else',
  TOKEN_TYPE: 'Expected an access token, with `typ: at+jwt` in its header',
  TOKEN_ALGORITHM: 'Expected a token signed with ES256, EdDSA, PS256 or RS256',
  TOKEN_KEY_UNKNOWN: 'Expected a token signed with a key that the issuer publishes',
  TOKEN_SIGNATURE: 'Expected a token that is as the issuer signed it, got one that was changed',
  TOKEN_ISSUER: 'Expected a token of the configured issuer',
  TOKEN_AUDIENCE: 'Expected a token made for this gateway (`aud`)',
  TOKEN_EXPIRED: 'The token has expired; get a new one',
  TOKEN_NOT_YET_VALID: 'The token is not valid yet; check the clocks of issuer and gateway',
  TOKEN_CLAIMS: 'Expected the claims of one person, professional, system or office',
  KEYS_UNAVAILABLE: "The issuer's keys cannot be read, so no token can be verified; try again",
} as const;

const PURPOSE_MESSAGES = {
  PURPOSE_MISSING: 'Expected the header `Purpose-Of-Use` with one purpose of use',
  PURPOSE_SEVERAL: 'Expected exactly one purpose of use in `Purpose-Of-Use`, got several',
  PURPOSE_UNKNOWN: 'Expected an HL7 v3 purpose of use in `Purpose-Of-Use`, such as TREAT or PATRQT',
  PURPOSE_FOREIGN: "Expected one of the token's own purposes in `Purpose-Of-Use`",
} as const;

/** What is wrong with a token. */
export type TokenProblem = keyof typeof TOKEN_MESSAGES;

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
    }
  | {
      readonly kind: 'refused';
      readonly code: 'PURPOSE_REQUIRED';
      readonly status: 400;
      readonly problem: PurposeProblem;
      /** What was expected, for the client. */
      readonly reason: string;
    };

/** The refusal of a request whose token does not tell who asks. */
export function unauthenticated(problem: TokenProblem): IdentityRefusal {
  return {
    kind: 'refused',
    code: 'UNAUTHENTICATED',
    status: 401,
    problem,
    reason: TOKEN_MESSAGES[problem],
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
