import { ALGORITHMS } from './algorithms.js';
import type { Scheme } from './authorization.js';
import type { TokenProblem } from './refusal.js';

const ALGS = `algs="${ALGORITHMS.join(' ')}"`;

/**
 * The value of `WWW-Authenticate` for a problem: how to ask instead.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1
 */
export function challengeOf(problem: TokenProblem, scheme: Scheme): string {
  switch (problem) {
    // Who sent no token is told of both schemes, and of no error.
    case 'TOKEN_MISSING':
      return `Bearer, DPoP ${ALGS}`;
    case 'TOKEN_BOUND':
    case 'TOKEN_UNBOUND':
      return `DPoP error="invalid_token", ${ALGS}`;
    case 'PROOF_MISSING':
    case 'PROOF_MALFORMED':
    case 'PROOF_TYPE':
    case 'PROOF_ALGORITHM':
    case 'PROOF_SIGNATURE':
    case 'PROOF_CLAIMS':
    case 'PROOF_METHOD':
    case 'PROOF_URL':
    case 'PROOF_TIME':
    case 'PROOF_TOKEN':
    case 'PROOF_KEY':
    case 'PROOF_REPLAYED':
      return `DPoP error="invalid_dpop_proof", ${ALGS}`;
    case 'TOKEN_MALFORMED':
    case 'TOKEN_TYPE':
    case 'TOKEN_ALGORITHM':
    case 'TOKEN_KEY_UNKNOWN':
    case 'TOKEN_SIGNATURE':
    case 'TOKEN_ISSUER':
    case 'TOKEN_AUDIENCE':
    case 'TOKEN_EXPIRED':
    case 'TOKEN_NOT_YET_VALID':
    case 'TOKEN_CLAIMS':
    case 'TOKEN_NOT_BOUND':
    case 'CERTIFICATE_OTHER':
    case 'KEYS_UNAVAILABLE':
      return scheme === 'DPoP'
        ? `DPoP error="invalid_token", ${ALGS}`
        : 'Bearer error="invalid_token"';
  }
}
