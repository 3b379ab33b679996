import { createProofKey } from './proof-key.js';
import type { ProofKey } from './proof-key.js';

/** A professional abroad at this page. */
export interface SignedIn {
  /** The origin of the graph: `http://localhost:4000`. */
  readonly graph: string;
  /** The professional's own token, bound to no grant. */
  readonly token: string;
  /** What sessions of this page are bound to. */
  readonly key: ProofKey;
}

/** Signs a professional in with a token, and makes a key that never leaves the page. */
export async function signIn(graph: string, token: string): Promise<SignedIn> {
  return { graph, token, key: await createProofKey() };
}

/** What everything but the record itself is asked with. */
export function ownCaller({ graph, token }: SignedIn) {
  return { url: `${graph}/graphql`, token, purpose: 'TREAT' };
}
