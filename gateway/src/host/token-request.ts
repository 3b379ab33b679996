import { OAuthError } from './oauth-error.js';

/** The `grant_type` of an exchange. */
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** The type of the token handed in, and of the one handed out. */
export const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** What is asked for: a session for a grant, with the token of whom it is for. */
export interface TokenRequest {
  readonly subjectToken: string;
  /** What was named as CrossBorderGrant id; it may be nobody's. */
  readonly grant: string;
}

const MESSAGES = {
  requested_token_type: `Expected no \`requested_token_type\` but ${ACCESS_TOKEN}`,
  subject_token_type: `Expected \`subject_token_type\` to be ${ACCESS_TOKEN}`,
  subject_token: "Expected the practitioner's own access token as `subject_token`",
  grant: 'Expected the id of a CrossBorderGrant as `grant`',
  actor_token: 'Expected no `actor_token`: nobody acts for another here',
} as const;

/**
 * Reads a token exchange (RFC 8693, section 2.1) from a form. The grant is named by a parameter of our own, `grant`;
 * parameters that are not known are ignored, as RFC 6749 asks.
 *
 * @throws OAuthError if it is none
 */
export function readTokenRequest(form: URLSearchParams): TokenRequest {
  const parameter = (name: string): string | null => {
    const [value = null, ...others] = form.getAll(name);
    if (others.length === 0) return value;
    throw new OAuthError('invalid_request', `Expected \`${name}\` once, got it several times`);
  };
  if (parameter('grant_type') !== TOKEN_EXCHANGE) {
    throw new OAuthError('unsupported_grant_type', `Expected \`grant_type\` ${TOKEN_EXCHANGE}`);
  }
  const subjectToken = parameter('subject_token');
  const grant = parameter('grant');
  if (!subjectToken) throw invalid('subject_token');
  if (parameter('subject_token_type') !== ACCESS_TOKEN) throw invalid('subject_token_type');
  if ((parameter('requested_token_type') ?? ACCESS_TOKEN) !== ACCESS_TOKEN)
    throw invalid('requested_token_type');
  // Whoever hands in a second token expects it to count.
  if (parameter('actor_token') !== null) throw invalid('actor_token');
  if (!grant) throw invalid('grant');
  return { subjectToken, grant };
}

function invalid(name: keyof typeof MESSAGES): OAuthError {
  return new OAuthError('invalid_request', MESSAGES[name]);
}
