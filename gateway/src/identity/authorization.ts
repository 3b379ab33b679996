import type { TokenProblem } from './refusal.js';

/** How a token is presented: by whoever holds it, or with a proof that its key is held too. */
export type Scheme = 'Bearer' | 'DPoP';

/** The token of an `Authorization` header, and the scheme under which it was sent. */
export interface Credential {
  readonly scheme: Scheme;
  readonly token: string;
}

/** RFC 6750, section 2.1, and RFC 9449, section 7.1; a token longer than this is none of a trusted issuer's. */
const CREDENTIAL = /^(Bearer|DPoP) +([A-Za-z0-9._~+/-]{1,8192}=*)$/i;

/** The credential of a header; a problem where there is none, or more than one. */
export function readAuthorization(
  header: string | readonly string[] | undefined,
): Credential | { readonly problem: TokenProblem } {
  if (header === undefined || header === '') return { problem: 'TOKEN_MISSING' };
  const [, scheme, token] = (typeof header === 'string' ? CREDENTIAL.exec(header) : null) ?? [];
  if (scheme === undefined || token === undefined) return { problem: 'TOKEN_MALFORMED' };
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer', token };
}
