/** A client abroad: it has a key, gets a session token for a grant over HTTP, and asks with it and a proof. */
import { proofKey } from '../../gateway/src/identity/testing/proof-key.js';
import type { ProofChanges, ProofKey } from '../../gateway/src/identity/testing/proof-key.js';
import type { Answered } from './start-graph.js';

/** The parameters of a token request; one that is undefined is left out. */
export type TokenParameters = Readonly<Record<string, string | undefined>>;

/** What the token endpoint answers. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The session token; the empty text where there is none. */
  readonly token: string;
}

/** A client abroad. */
export interface Client {
  readonly key: ProofKey;
  /** Asks for a session with somebody's own token. */
  exchange(
    subjectToken: string,
    grant: string,
    changes?: { readonly parameters?: TokenParameters; readonly proof?: ProofChanges },
  ): Promise<TokenAnswer>;
  /** The headers by which a session token is presented in one request to the graph. */
  headers(token: string, proof?: ProofChanges): Promise<Readonly<Record<string, string>>>;
  /** Asks the graph with headers. */
  ask(
    headers: Readonly<Record<string, string>>,
    query: string,
    variables?: object,
  ): Promise<AskedOverHttp>;
}

/** An answer of the graph over HTTP. */
export type AskedOverHttp = Pick<Answered, 'status' | 'data' | 'text' | 'headers'>;

/** Makes a client of the gateway at an address, by a clock of epoch milliseconds. */
export async function client(url: string, clock: () => number): Promise<Client> {
  const key = await proofKey();
  return {
    key,
    exchange: async (subjectToken, grant, { parameters, proof } = {}) => {
      const address = `${url}/token`;
      const all: TokenParameters = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: subjectToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        grant,
        ...parameters,
      };
      const form = Object.entries(all).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
      const dpop = await key.proof({ method: 'POST', url: address, now: clock() }, proof);
      const response = await fetch(address, {
        method: 'POST',
        headers: { dpop },
        body: new URLSearchParams(Object.fromEntries(form)),
      });
      const text = await response.text();
      const { access_token: token = '' } = JSON.parse(text) as { readonly access_token?: string };
      return { status: response.status, headers: response.headers, text, token };
    },
    headers: async (token, proof) => ({
      authorization: `DPoP ${token}`,
      dpop: await key.proof({ method: 'POST', url: `${url}/graphql`, token, now: clock() }, proof),
      'purpose-of-use': 'TREAT',
    }),
    ask: async (headers, query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const { data } = JSON.parse(text) as Pick<Answered, 'data'>;
      return { status: response.status, data, text, headers: new Map(response.headers) };
    },
  };
}
