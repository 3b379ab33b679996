/**
 * Who asks: the token of a request, the proof that its sender holds it, and a declared purpose of use become a caller,
 * or a coded refusal. Kind and jurisdiction of an organisation, and relations to patients, are facts for the decision,
 * never claims.
 */
import type { Caller, PurposeOfUse } from '@causeway/schema';
import { isPurposeOfUse } from '@causeway/schema';
import { AccessTokens } from './access-tokens.js';
import type { TrustedIssuer } from './access-tokens.js';
import { readAuthorization } from './authorization.js';
import { possessionProblem } from './possession.js';
import type { TakenProofs } from './proof-memory.js';
import { Proofs } from './proof.js';
import { purposeRequired, unauthenticated } from './refusal.js';
import type { IdentityRefusal, PurposeProblem } from './refusal.js';
import type { PresentedRequest, RequestHeaders } from './request.js';
import { readSubject } from './subject.js';
import type { Subjects } from './subject.js';

/** Whose tokens are taken. */
export interface IdentityOptions {
  /** The issuers, each of a name of its own; a token of any other is refused. */
  readonly issuers: readonly TrustedIssuer[];
  /** Told why an issuer's keys cannot be read: then its tokens are refused. */
  readonly onKeyError?: (error: unknown) => void;
  /** What is known of proofs that were taken; this identity's own memory where nothing is said. */
  readonly takenProofs?: TakenProofs;
  /** Told of each token that is shown whether it was verified a short while ago, and so need not be again. */
  readonly onToken?: (isRemembered: boolean) => void;
}

/** A request's caller, or why there is none. */
export type Identified = { readonly kind: 'caller'; readonly caller: Caller } | IdentityRefusal;

/** Until when a token is good (epoch milliseconds), or why it no longer is. */
export type Rechecked = { readonly kind: 'good'; readonly until: number } | IdentityRefusal;

/** Tells who asks. */
export interface Identity {
  /** The caller of a request; the clock gives epoch milliseconds. */
  identify(request: PresentedRequest, clock: () => number): Promise<Identified>;
  /**
   * Whether the token in the headers of a request whose caller is known is still good, for what is answered long after
   * it was asked. The proof that its sender holds the key is not asked for again: it was made for this one request.
   */
  recheck(headers: RequestHeaders, clock: () => number): Promise<Rechecked>;
}

/** The header in which a request declares its purpose of use. */
const PURPOSE_HEADER = 'purpose-of-use';

/**
 * An identity that takes the access tokens of trusted issuers, to ask with or to exchange.
 *
 * @throws TypeError if two issuers have one name, or keys are to come from an address that is neither HTTPS nor on
 * loopback
 */
export function createIdentity({
  issuers,
  onKeyError,
  takenProofs,
  onToken,
}: IdentityOptions): Identity & Subjects {
  const tokens = new AccessTokens(issuers, { onKeyError, onToken });
  const proofs = new Proofs(takenProofs);
  return {
    async identify(request, clock) {
      const credential = readAuthorization(request.headers['authorization']);
      if ('problem' in credential) return unauthenticated(credential.problem, 'Bearer');
      const { scheme } = credential;
      const now = clock();
      const verification = await tokens.verify(credential.token, now);
      if (verification.kind === 'problem') return unauthenticated(verification.problem, scheme);
      const { token } = verification;
      const problem = await possessionProblem(token, scheme, request, proofs, now);
      if (problem !== null) return unauthenticated(problem, scheme);
      const { caller, purposes } = token.claims;
      const declared = declaredPurpose(request.headers[PURPOSE_HEADER], purposes);
      if ('problem' in declared) return purposeRequired(declared.problem);
      return { kind: 'caller', caller: { ...caller, purpose: declared.purpose } };
    },
    async recheck(headers, clock) {
      const credential = readAuthorization(headers['authorization']);
      if ('problem' in credential) return unauthenticated(credential.problem, 'Bearer');
      const verification = await tokens.verify(credential.token, clock());
      if (verification.kind === 'problem')
        return unauthenticated(verification.problem, credential.scheme);
      const until = verification.token.expires * 1000;
      // No tolerance here: clocks that differ may let a request in late, but keep nothing open for longer.
      return until > clock()
        ? { kind: 'good', until }
        : unauthenticated('TOKEN_EXPIRED', credential.scheme);
    },
    subject: (token, request, clock) => readSubject(token, request, tokens, proofs, clock()),
  };
}

function declaredPurpose(
  header: string | readonly string[] | undefined,
  purposes: readonly string[],
): { readonly purpose: PurposeOfUse } | { readonly problem: PurposeProblem } {
  const declared = (typeof header === 'string' ? [header] : (header ?? []))
    .flatMap((line) => line.split(','))
    .map((code) => code.trim())
    .filter((code) => code !== '');
  const [purpose, ...others] = declared;
  if (purpose === undefined) return { problem: 'PURPOSE_MISSING' };
  if (others.length > 0) return { problem: 'PURPOSE_SEVERAL' };
  if (!isPurposeOfUse(purpose)) return { problem: 'PURPOSE_UNKNOWN' };
  return purposes.includes(purpose) ? { purpose } : { problem: 'PURPOSE_FOREIGN' };
}
