import type { PurposeOfUse } from '@causeway/schema';
import { TOKEN_PATH } from '../src/explorer/paths.js';

/** The headers by which a request says who asks, and what for. */
export type Credentials = Readonly<Record<string, string>>;

const tokens = new Map<string, Promise<string>>();

/**
 * The credentials of a caller whose token the server gives; of nobody where there is no caller.
 *
 * @throws Error if the server gives no token
 */
export async function credentialsOf(
  caller: string | undefined,
  purpose: PurposeOfUse | undefined,
): Promise<Credentials> {
  if (caller === undefined) return {};
  const token = tokens.get(caller) ?? tokenOf(caller);
  tokens.set(caller, token);
  return {
    Authorization: `Bearer ${await token}`,
    ...(purpose !== undefined && { 'Purpose-Of-Use': purpose }),
  };
}

async function tokenOf(caller: string): Promise<string> {
  const response = await fetch(TOKEN_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ caller }),
  });
  if (!response.ok) throw new Error(`Expected a token of ${caller}, got status ${response.status}`);
  const { token } = (await response.json()) as { readonly token: string };
  return token;
}
