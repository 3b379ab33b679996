/**
 * A proof that whoever sends a request holds a private key, made for this request alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.3
 */
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ALGORITHMS } from './algorithms.js';
import { EmbeddedKeys } from './embedded-keys.js';
import { ProofMemory } from './proof-memory.js';
import type { TakenProofs } from './proof-memory.js';
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

/** Verifies proofs, and remembers those that it has taken. */
export class Proofs {
  readonly #taken: TakenProofs;
  readonly #keys = new EmbeddedKeys();

  constructor(taken: TakenProofs = new ProofMemory()) {
    this.#taken = taken;
  }

  /** Verifies the proof of a request at an instant (epoch milliseconds). */
  async verify(
    request: PresentedRequest,
    binding: ProofBinding,
    now: number,
  ): Promise<ProofVerification> {
    const signed = await this.#verifySignature(request.headers['dpop'], binding, now);
    if (typeof signed === 'string') return problem(signed);
    const claims = proofClaims.safeParse(signed.payload);
    if (!claims.success) return problem('PROOF_CLAIMS');
    const mismatch = mismatchOf(claims.data, request, binding, now);
    if (mismatch !== null) return problem(mismatch);
    // Last, so that only who is let in fills the memory.
    const { thumbprint } = signed;
    const { jti, iat } = claims.data;
    const isFirst = await this.#taken.take(thumbprint, jti, (iat + LIFETIME) * 1000, now);
    return isFirst ? { kind: 'proven', thumbprint } : problem('PROOF_REPLAYED');
  }

  async #verifySignature(
    proof: string | readonly string[] | undefined,
    binding: ProofBinding,
    now: number,
  ): Promise<SignedProof | ProofProblem> {
    if (proof === undefined || proof === '') return 'PROOF_MISSING';
    if (typeof proof !== 'string' || proof.length > MAX_LENGTH) return 'PROOF_MALFORMED';
    let thumbprint = '';
    const findKey: JWTVerifyGetKey = async (header, token) => {
      const found = await this.#keys.find(header, token);
      ({ thumbprint } = found);
      if (binding.thumbprint !== null && binding.thumbprint !== thumbprint)
        throw new ForeignKeyError();
      return found.key;
    };
    try {
      const { payload } = await jwtVerify(proof, findKey, {
        algorithms: ALGORITHMS,
        typ: 'dpop+jwt',
        currentDate: new Date(now),
      });
      return { payload, thumbprint };
    } catch (error) {
      return problemOf(error);
    }
  }
}

interface SignedProof {
  readonly payload: JWTPayload;
  readonly thumbprint: string;
}

/** A proof by another key than the one that the token is bound to: its signature need not be looked at. */
class ForeignKeyError extends Error {}

function problemOf(error: unknown): ProofProblem {
  if (error instanceof ForeignKeyError) return 'PROOF_KEY';
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
