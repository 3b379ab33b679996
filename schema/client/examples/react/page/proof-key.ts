import { SignJWT, base64url, exportJWK, generateKeyPair } from 'jose';

/** A request, as far as a proof goes. */
export interface ProvenRequest {
  readonly method: string;
  readonly url: string;
  /** The token that goes with it, where there is one. */
  readonly token?: string;
}

/**
 * Proves of a request that its sender holds a key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.2
 */
export type ProofKey = (request: ProvenRequest) => Promise<string>;

const ALGORITHM = 'ES256';

/** A new key, which no script can read. */
export async function createProofKey(): Promise<ProofKey> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
  const jwk = await exportJWK(publicKey);
  return async ({ method, url, token }) => {
    const ath = token === undefined ? {} : { ath: await digestOf(token) };
    return new SignJWT({ htm: method, htu: url, jti: crypto.randomUUID(), ...ath })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: ALGORITHM, jwk })
      .setIssuedAt()
      .sign(privateKey);
  };
}

async function digestOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest));
}
