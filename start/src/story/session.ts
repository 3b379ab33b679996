/**
 * A professional's session under a redeemed grant: a key of its own, and a short-lived token that is worth nothing
 * without it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9449
 */
import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { z } from 'zod';

const ALGORITHM = 'ES256';
const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** A key pair whose possession is proved with every request. */
export class ProofKey {
  readonly #privateKey: CryptoKey;
  readonly #publicKey: JWK;

  private constructor(privateKey: CryptoKey, publicKey: JWK) {
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
  }

  /** A new key. */
  static async make(): Promise<ProofKey> {
    const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
    return new ProofKey(privateKey, await exportJWK(publicKey));
  }

  /** The proof for one request, with the token it goes with, if any. */
  proof(method: string, url: string, token?: string): Promise<string> {
    const ath =
      token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') };
    return new SignJWT({ htm: method, htu: url, jti: randomUUID(), ...ath })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: ALGORITHM, jwk: this.#publicKey })
      .setIssuedAt()
      .sign(this.#privateKey);
  }
}

/** A session, by which a professional reads under a grant. */
export class Session {
  readonly #token: string;
  readonly #key: ProofKey;
  /** Whose it is, for whoever looks on. */
  readonly name: string;

  constructor(name: string, token: string, key: ProofKey) {
    this.name = name;
    this.#token = token;
    this.#key = key;
  }

  /** The headers of one request. */
  async headers(method: string, url: string): Promise<Readonly<Record<string, string>>> {
    return {
      authorization: `DPoP ${this.#token}`,
      dpop: await this.#key.proof(method, url, this.#token),
    };
  }
}

const granted = z.object({ access_token: z.string(), token_type: z.literal('DPoP') });

/** Exchanges a professional's own token for a session under a grant; null where that is refused. */
export async function exchange(
  gateway: string,
  name: string,
  token: string,
  grant: string,
): Promise<Session | null> {
  const url = `${gateway}/token`;
  const key = await ProofKey.make();
  const response = await fetch(url, {
    method: 'POST',
    headers: { dpop: await key.proof('POST', url) },
    body: new URLSearchParams({
      grant_type: TOKEN_EXCHANGE,
      subject_token: token,
      subject_token_type: ACCESS_TOKEN,
      grant,
    }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) return null;
  return new Session(name, granted.parse(answer).access_token, key);
}
