/** A client's key, and the DPoP proofs it makes: sound ones, and ones of which a test takes something away. */
import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';

/** The request that a proof is for. */
export interface ProvenRequest {
  readonly method: string;
  readonly url: string;
  /** The access token that is presented; absent where one is being asked for. */
  readonly token?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a test changes of a proof; a claim that is undefined is left out. */
export interface ProofChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** A key of a client. */
export interface ProofKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  /** RFC 7638. */
  readonly thumbprint: string;
  /** A proof for a request, made anew each time. */
  proof(request: ProvenRequest, changes?: ProofChanges): Promise<string>;
}

/** Makes a key of a client. */
export async function proofKey(alg = 'ES256'): Promise<ProofKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  return {
    publicJwk,
    privateJwk: await exportJWK(privateKey),
    thumbprint: await calculateJwkThumbprint(publicJwk),
    proof: ({ method, url, token, now }, { claims, header } = {}) =>
      new SignJWT({
        jti: randomUUID(),
        htm: method,
        htu: url,
        iat: Math.floor(now / 1000),
        ...(token !== undefined && {
          ath: createHash('sha256').update(token).digest('base64url'),
        }),
        ...claims,
      })
        .setProtectedHeader({ alg, typ: 'dpop+jwt', jwk: publicJwk, ...header })
        .sign(privateKey),
  };
}
