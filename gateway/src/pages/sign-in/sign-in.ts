/** The port by which people sign in: an OpenID provider tells who they are, and for what the graph will know them. */

/** What is kept between leaving for the provider and coming back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  /** The secret of PKCE: without it a code is worth nothing. */
  readonly codeVerifier: string;
}

/** Somebody who has signed in. */
export interface SignedIn {
  /** The name to address them by, where the provider tells it. */
  readonly name: string | null;
  /** What the graph knows them by; it stays on the server. */
  readonly accessToken: string;
  /** How long the token is good from now on, in seconds. */
  readonly lifetime: number;
}

/** Signs people in. */
export interface SignIn {
  /**
   * Begins: where the browser is sent, and what is kept until it comes back to the redirect address.
   *
   * @throws SignInError if the provider does not answer
   */
  begin(redirect: URL): Promise<{ readonly url: URL; readonly pending: PendingSignIn }>;
  /**
   * Ends: who has signed in, by the address that the browser came back to.
   *
   * @throws SignInError if nobody has, or what came back is not the answer to what was begun
   */
  finish(answer: URL, pending: PendingSignIn): Promise<SignedIn>;
}

/** Nobody was signed in. */
export class SignInError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SignInError';
  }
}
