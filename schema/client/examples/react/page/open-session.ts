import type { GraphCaller } from '../../caller.js';
import { ownCaller } from './signed-in.js';
import type { SignedIn } from './signed-in.js';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/**
 * Opens a session under a redeemed grant, bound to the key of this page; null where that is refused. A session lasts ten
 * minutes at most: open one for each reading.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8693
 */
export async function openSession(own: SignedIn, grant: string): Promise<GraphCaller | null> {
  const endpoint = `${own.graph}/token`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { dpop: await own.key({ method: 'POST', url: endpoint }) },
    body: new URLSearchParams({
      grant_type: TOKEN_EXCHANGE,
      subject_token: own.token,
      subject_token_type: ACCESS_TOKEN,
      grant,
    }),
  });
  if (!response.ok) return null;
  const { access_token: token } = (await response.json()) as { readonly access_token: string };
  const caller = { ...ownCaller(own), token };
  return { ...caller, fetch: provenFetch(own, caller) };
}

/** Sends each request with a proof of its own. */
function provenFetch({ key }: SignedIn, { url, token }: GraphCaller): typeof fetch {
  return async (input, init = {}) => {
    const { method = 'GET' } = init;
    const headers = new Headers(init.headers);
    headers.set('authorization', `DPoP ${token}`);
    headers.set('dpop', await key({ method, url, token }));
    return fetch(input, { ...init, headers });
  };
}
