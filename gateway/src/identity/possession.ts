/** Whether whoever presents a token holds what the token is bound to. */
import { createHash } from 'node:crypto';
import type { Scheme } from './authorization.js';
import type { Confirmation } from './confirmation.js';
import type { Proofs } from './proof.js';
import type { TokenProblem } from './refusal.js';
import type { PresentedRequest } from './request.js';
import type { VerifiedToken } from './verify-token.js';

/** What is wrong with how a token is presented at an instant (epoch milliseconds); null where its holder is shown. */
export async function possessionProblem(
  { claims: { confirmation }, digest }: VerifiedToken,
  scheme: Scheme,
  request: PresentedRequest,
  proofs: Proofs,
  now: number,
): Promise<TokenProblem | null> {
  if (confirmation?.kind !== 'key' && scheme === 'DPoP') return 'TOKEN_NOT_BOUND';
  switch (confirmation?.kind) {
    case undefined:
      return null;
    case 'certificate':
      return certificateProblem(confirmation, request);
    case 'key': {
      if (scheme === 'Bearer') return 'TOKEN_BOUND';
      const { thumbprint } = confirmation;
      const proof = await proofs.verify(request, { tokenDigest: digest, thumbprint }, now);
      return proof.kind === 'problem' ? proof.problem : null;
    }
  }
}

/**
 * What is wrong with the certificate of a request's sender; null for the one that was confirmed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8705#section-3
 */
export function certificateProblem(
  { thumbprint }: Confirmation,
  { certificate }: PresentedRequest,
): TokenProblem | null {
  if (certificate === undefined) return 'CERTIFICATE_OTHER';
  const presented = createHash('sha256').update(certificate).digest('base64url');
  return presented === thumbprint ? null : 'CERTIFICATE_OTHER';
}
