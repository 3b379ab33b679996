import { decodeJwt } from 'jose';
import { keysFrom } from './keys.js';
import type { KeySource } from './keys.js';
import { TokenMemory } from './token-memory.js';
import { digestOf, verifyToken } from './verify-token.js';
import type { TokenRules, UnboundGrants, Verification } from './verify-token.js';

/** An issuer whose tokens are taken. */
export interface TrustedIssuer {
  /** The `iss` of its tokens. */
  readonly issuer: string;
  /** The `aud` that its tokens have to name. */
  readonly audience: string;
  /** Its public keys. */
  readonly keys: KeySource;
  /** Refused unless told otherwise; never otherwise in production. */
  readonly unboundGrants?: UnboundGrants;
}

/** Who is told of what. */
export interface TokenListeners {
  /** Told why an issuer's keys cannot be read. */
  readonly onKeyError?: ((error: unknown) => void) | undefined;
  /** Told of each token whether it is remembered. */
  readonly onToken?: ((isRemembered: boolean) => void) | undefined;
}

/** The access tokens of the trusted issuers. */
export class AccessTokens {
  readonly #rules: ReadonlyMap<string, TokenRules>;
  readonly #memory = new TokenMemory();
  readonly #onToken: TokenListeners['onToken'];

  /** @throws TypeError if two issuers have one name, or keys would come from an address that is not to be trusted */
  constructor(issuers: readonly TrustedIssuer[], { onKeyError, onToken }: TokenListeners) {
    this.#onToken = onToken;
    this.#rules = new Map(
      issuers.map(({ unboundGrants = 'REFUSED', ...trusted }) => [
        trusted.issuer,
        { ...trusted, keys: keysFrom(trusted.keys), unboundGrants, onKeyError },
      ]),
    );
    if (this.#rules.size < issuers.length)
      throw new TypeError('Expected issuers of different names, got one name twice');
  }

  /** Verifies a token at an instant (epoch milliseconds), unless it was verified a short while ago. */
  async verify(text: string, now: number): Promise<Verification> {
    const known = this.#memory.recall(digestOf(text), now);
    this.#onToken?.(known !== undefined);
    if (known !== undefined) return { kind: 'verified', token: known };
    const issuer = statedIssuer(text);
    if (issuer === null) return { kind: 'problem', problem: 'TOKEN_MALFORMED' };
    const rules = this.#rules.get(issuer);
    if (rules === undefined) return { kind: 'problem', problem: 'TOKEN_ISSUER' };
    const verification = await verifyToken(text, rules, now);
    if (verification.kind === 'verified') this.#memory.remember(verification.token, now);
    return verification;
  }
}

/** The issuer that a token says it is of, to be proved by its signature; null where it is no JWT. */
function statedIssuer(text: string): string | null {
  try {
    const { iss } = decodeJwt(text);
    return typeof iss === 'string' ? iss : '';
  } catch {
    return null;
  }
}
