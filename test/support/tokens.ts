/** Tokens for tests: an issuer with a key of its own, good for the length of a run. */
import { createIdentity, createSessionIssuer } from '@causeway/gateway';
import type { Identity, SessionIssuer, Subjects } from '@causeway/gateway';
import type { PersonaClaims } from '@causeway/seeds';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

const ISSUER = 'urn:causeway:test-issuer';
const AUDIENCE = 'urn:causeway:test-gateway';

/** An issuer, the layer's own beside it, and the identity that trusts both. */
export interface TestIssuer {
  readonly identity: Identity & Subjects;
  readonly sessions: SessionIssuer;
  issue(claims: PersonaClaims, now: number): Promise<string>;
}

/** Makes an issuer. */
export async function testIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'test' };
  const sessionKey = await generateKeyPair('ES256', { extractable: true });
  const sessions = createSessionIssuer(await exportJWK(sessionKey.privateKey));
  const identity = createIdentity({
    issuers: [
      sessions.trusted,
      {
        issuer: ISSUER,
        audience: AUDIENCE,
        keys: { keys: { keys: [jwk] } },
        unboundGrants: 'DEVELOPMENT_ONLY',
      },
    ],
  });
  let tokens = 0;
  return {
    identity,
    sessions,
    issue: (claims, now) => {
      tokens += 1;
      return new SignJWT({ ...claims, jti: `token-${tokens}` })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor(now / 1000) + 3_600)
        .sign(privateKey);
    },
  };
}
