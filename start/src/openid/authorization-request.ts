import { PAGES_CLIENT, isRedirectOfPages } from './client.js';

/** What a client asks of its user's browser, once it is known to be a sound request. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string | null;
  readonly nonce: string | null;
  /** The SHA-256 of the secret that the client will show. */
  readonly codeChallenge: string;
}

/** A sound request, or what is wrong: told to the user where the client cannot be trusted, else to the client. */
export type ReadRequest =
  | { readonly kind: 'sound'; readonly request: AuthorizationRequest }
  | { readonly kind: 'untrusted'; readonly problem: string }
  | { readonly kind: 'refused'; readonly to: URL };

/**
 * Reads the parameters of an authorization request.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
export function readAuthorizationRequest(
  parameters: URLSearchParams,
  redirectPath: string,
): ReadRequest {
  if (parameters.get('client_id') !== PAGES_CLIENT) {
    return { kind: 'untrusted', problem: `Expected the client_id ${PAGES_CLIENT}` };
  }
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!isRedirectOfPages(redirectUri, redirectPath)) {
    return { kind: 'untrusted', problem: 'Expected a redirect_uri of the pages on this machine' };
  }
  const state = parameters.get('state');
  const problem = problemOf(parameters);
  if (problem !== undefined) {
    return { kind: 'refused', to: answerTo(redirectUri, { error: problem, state }) };
  }
  const codeChallenge = parameters.get('code_challenge') ?? '';
  const nonce = parameters.get('nonce');
  return { kind: 'sound', request: { redirectUri, state, nonce, codeChallenge } };
}

/** The address that leads a browser back to the client, with an answer. */
export function answerTo(
  redirectUri: string,
  answer: Readonly<Record<string, string | null>>,
): URL {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url;
}

function problemOf(parameters: URLSearchParams): string | undefined {
  if (parameters.get('response_type') !== 'code') return 'unsupported_response_type';
  if (parameters.get('scope')?.split(' ').includes('openid') !== true) return 'invalid_scope';
  const isBound =
    parameters.get('code_challenge_method') === 'S256' &&
    /^[\w-]{43}$/.test(parameters.get('code_challenge') ?? '');
  return isBound ? undefined : 'invalid_request';
}
