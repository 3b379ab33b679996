/**
 * A proof that whoever sends a request holds a private key, made for this request alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.3
 */
import { EmbeddedJWK, calculateJwkThumbprint, errors, jwtVerify } from 'jose';
import type { JWTVerifyResult } from 'jose';
import { z } from 'zod';
import { ALGORITHMS } from './algorithms.js';
import type { ProofMemory } from './proof-memory.js';
import type { ProofProblem } from './refusal.js';
import type { PresentedRequest } from './request.js';
import { CLOCK_TOLERANCE } from './verify-token.js';

/** How long a proof is good for, in seconds. */
const LIFETIME = 60;

/** A longer one holds no key that a client would use. */
const MAX_LENGTH = 8_192;

/** What a proof has to be bound to, beside the request. */
export interface ProofBinding {
  /** The SHA-256 of the access token (`ath`) in base64url; null where the token is only being asked for. */
  readonly tokenDigest: string | null;
  /** The thumbprint of the key; null for any key. */
  readonly thumbprint: string | null;
}

/** The RFC 7638 thumbprint of a proof's key, or what is wrong with the proof. */
export type ProofVerification =
  | { readonly kind: 'proven'; readonly thumbprint: string }
  | { readonly kind: 'problem'; readonly problem: ProofProblem };

const proofClaims = z.object({
  jti: z.string().min(1).max(256),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string().optional(),
});

type ProofClaims = z.infer<typeof proofClaims>;

/** Verifies the proof of a request at an instant (epoch milliseconds), and remembers it. */
export async function verifyProof(
  request: PresentedRequest,
  binding: ProofBinding,
  memory: ProofMemory,
  now: number,
): Promise<ProofVerification> {
  const verified = await verifiedProof(request.headers['dpop'], now);
  if (typeof verified === 'string') return problem(verified);
  const claims = proofClaims.safeParse(verified.payload);
  const { jwk } = verified.protectedHeader;
  if (!claims.success || jwk === undefined) return problem('PROOF_CLAIMS');
  const mismatch = mismatchOf(claims.data, request, binding, now);
  if (mismatch !== null) return problem(mismatch);
  const thumbprint = await calculateJwkThumbprint(jwk);
  if (binding.thumbprint !== null && binding.thumbprint !== thumbprint) return problem('PROOF_KEY');
  // Last, so that only who is let in fills the memory.
  const { jti, iat } = claims.data;
  const isFirst = memory.take(thumbprint, jti, (iat + LIFETIME) * 1000, now);
  return isFirst ? { kind: 'proven', thumbprint } : problem('PROOF_REPLAYED');
}

async function verifiedProof(
  header: string | readonly string[] | undefined,
  now: number,
): Promise<JWTVerifyResult | ProofProblem> {
  if (header === undefined || header === '') return 'PROOF_MISSING';
  if (typeof header !== 'string' || header.length > MAX_LENGTH) return 'PROOF_MALFORMED';
  try {
    return await jwtVerify(header, EmbeddedJWK, {
      algorithms: ALGORITHMS,
      typ: 'dpop+jwt',
      currentDate: new Date(now),
    });
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): ProofProblem {
  if (error instanceof errors.JOSEAlgNotAllowed) return 'PROOF_ALGORITHM';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'PROOF_SIGNATURE';
  if (error instanceof errors.JWTExpired) return 'PROOF_TIME';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'typ' ? 'PROOF_TYPE' : 'PROOF_CLAIMS';
  }
  return 'PROOF_MALFORMED';
}

function mismatchOf(
  { htm, htu, iat, ath }: ProofClaims,
  { method, url }: PresentedRequest,
  { tokenDigest }: ProofBinding,
  now: number,
): ProofProblem | null {
  if (htm !== method) return 'PROOF_METHOD';
  if (!isAddressOf(htu, url)) return 'PROOF_URL';
  const age = now / 1000 - iat;
  if (age >= LIFETIME || age < -CLOCK_TOLERANCE) return 'PROOF_TIME';
  return tokenDigest !== null && ath !== tokenDigest ? 'PROOF_TOKEN' : null;
}

/** Whether two addresses are the same but for query and fragment; parsing them brings each into its normal form. */
function isAddressOf(htu: string, url: URL): boolean {
  const stated = URL.parse(htu);
  return stated?.origin === url.origin && stated.pathname === url.pathname;
}

function problem(problem: ProofProblem): ProofVerification {
  return { kind: 'problem', problem };
}
