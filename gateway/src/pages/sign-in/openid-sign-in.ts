/** Signing in by OpenID Connect: authorization code with PKCE, state and nonce; the ID token's signature is checked. */
import {
  ClientSecretBasic,
  None,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';
import { SignInError } from './sign-in.js';
import type { SignIn, SignedIn } from './sign-in.js';

/** The provider, and what the pages are to it. */
export interface OpenIdOptions {
  /** The address of the provider, asked for at the first sign-in: one in this process has none before it is served. */
  readonly issuer: () => URL;
  readonly clientId: string;
  /** Null for a client without a secret, which PKCE alone binds. */
  readonly clientSecret: string | null;
  /** Space-separated; what makes the provider issue tokens for the graph. */
  readonly scope?: string;
  /** Parameters of the provider's own, such as `audience` or `resource`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** How long a token counts whose provider does not say, in seconds. */
const UNTOLD_LIFETIME = 300;

/**
 * Signs people in at an OpenID provider, which is looked up at the first sign-in. One whose address is neither HTTPS
 * nor on loopback signs nobody in: anybody could answer there.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html
 */
export function openIdSignIn(options: OpenIdOptions): SignIn {
  const provider = rememberedOnceFound(() => discover(options));
  const { scope = 'openid profile', parameters = {} } = options;
  return {
    begin: async (redirect) => {
      const configuration = await provider();
      const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(configuration, {
        ...parameters,
        scope,
        redirect_uri: redirect.href,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url, pending: { state, nonce, codeVerifier } };
    },
    finish: async (answer, { state, nonce, codeVerifier }) => {
      const configuration = await provider();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
      };
      try {
        return signedIn(await authorizationCodeGrant(configuration, answer, checks));
      } catch (cause) {
        throw new SignInError('Expected the answer to a sign-in that was begun here', { cause });
      }
    },
  };
}

async function discover(options: OpenIdOptions): Promise<Configuration> {
  const { clientId, clientSecret } = options;
  const issuer = options.issuer();
  if (!isTrustworthy(issuer)) {
    throw new SignInError(`Expected an https address of an issuer, got ${issuer.href}`);
  }
  const authentication = clientSecret === null ? None() : ClientSecretBasic(clientSecret);
  const checks = [enableNonRepudiationChecks];
  if (issuer.protocol === 'http:') checks.push(allowInsecureRequests);
  try {
    return await discovery(issuer, clientId, undefined, authentication, { execute: checks });
  } catch (cause) {
    throw new SignInError(`Expected an OpenID provider at ${issuer.href}`, { cause });
  }
}

type Tokens = Awaited<ReturnType<typeof authorizationCodeGrant>>;

function signedIn(tokens: Tokens): SignedIn {
  const name = tokens.claims()?.['name'];
  return {
    name: typeof name === 'string' ? name : null,
    accessToken: tokens.access_token,
    lifetime: tokens.expiresIn() ?? UNTOLD_LIFETIME,
  };
}

function rememberedOnceFound<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let found: Promise<Value> | undefined;
  return () => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}
