/**
 * The development OpenID provider: a page on which one chooses whom to be. It signs with the development issuer's key,
 * so that the gateway takes its access tokens, and like that issuer it does not exist in production.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRoute } from '@causeway/gateway';
import { REDIRECT_PATH, TicketStore, readForm, sendOn, sendPage } from '@causeway/gateway/pages';
import { personaNamed } from '@causeway/seeds/personas';
import type { Persona } from '@causeway/seeds/personas';
import type { JWK } from 'jose';
import type { DevelopmentIssuer } from '../dev-issuer.js';
import { publicHalf } from '../signing-key.js';
import { answerTo, readAuthorizationRequest } from './authorization-request.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { choosePersona, hasPages, untrusted } from './choose-persona.js';
import { PAGES_CLIENT } from './client.js';
import { SIGN_IN_LIFETIME, claimsForPages, idToken, provesPossession } from './tokens.js';

/** Below which path the provider answers; its issuer is that address. */
export const OPENID_PATH = '/openid';

/** What the provider is made of. */
export interface ProviderOptions {
  readonly issuer: DevelopmentIssuer;
  /** The key of that issuer, for ID tokens. */
  readonly key: JWK;
  /** The address of the server that the provider answers on, once it is known. */
  readonly url: () => string;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
}

interface Issued extends AuthorizationRequest {
  readonly persona: Persona;
}

type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
) => void | Promise<void>;

/** The routes of the provider: discovery, keys, authorization, tokens. */
export function developmentProvider(options: ProviderOptions): readonly HttpRoute[] {
  // A code is good for one minute, once.
  const codes = new TicketStore<Issued>({ idle: 60_000, capacity: 1_000 });
  const routes: Readonly<Record<string, Answer>> = {
    '/.well-known/openid-configuration': (_request, response) => {
      sendJson(response, 200, metadata(issuerOf(options)));
    },
    '/jwks': (_request, response) => sendJson(response, 200, { keys: [publicHalf(options.key)] }),
    '/authorize': (_request, response, address) => authorize(options, codes, response, address),
    '/token': (request, response) => token(options, codes, request, response),
  };
  return Object.entries(routes).map(([path, answer]) => ({
    path: `${OPENID_PATH}${path}`,
    answer: async (...asked) => {
      await answer(...asked);
    },
  }));
}

const issuerOf = ({ url }: ProviderOptions): string => `${url()}${OPENID_PATH}`;

/** @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile'],
    claims_supported: ['sub', 'name'],
    authorization_response_iss_parameter_supported: true,
  };
}

function authorize(
  options: ProviderOptions,
  codes: TicketStore<Issued>,
  response: ServerResponse,
  { pathname, searchParams }: URL,
): void {
  const read = readAuthorizationRequest(searchParams, REDIRECT_PATH);
  switch (read.kind) {
    case 'untrusted':
      sendPage(response, 400, untrusted(read.problem));
      return;
    case 'refused':
      sendOn(response, read.to.href);
      return;
    case 'sound': {
      const persona = personaNamed(searchParams.get('login_hint') ?? '');
      if (persona === undefined || !hasPages(persona)) {
        sendPage(response, 200, choosePersona(pathname, searchParams));
        return;
      }
      const { redirectUri, state } = read.request;
      const code = codes.keep({ ...read.request, persona }, options.clock());
      sendOn(response, answerTo(redirectUri, { code, state, iss: issuerOf(options) }).href);
    }
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 */
async function token(
  options: ProviderOptions,
  codes: TicketStore<Issued>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
  if (form.get('grant_type') !== 'authorization_code') {
    sendJson(response, 400, { error: 'unsupported_grant_type' });
    return;
  }
  const now = options.clock();
  const issued = codes.take(form.get('code') ?? '', now);
  const isProven =
    issued !== undefined &&
    form.get('client_id') === PAGES_CLIENT &&
    form.get('redirect_uri') === issued.redirectUri &&
    provesPossession(form.get('code_verifier'), issued.codeChallenge);
  if (!isProven) {
    sendJson(response, 400, { error: 'invalid_grant' });
    return;
  }
  const { persona, nonce } = issued;
  const facts = { issuer: issuerOf(options), subject: persona.claims.sub, name: persona.title.en };
  sendJson(response, 200, {
    access_token: await options.issuer.issue(claimsForPages(persona.claims), now, SIGN_IN_LIFETIME),
    id_token: await idToken({ ...facts, nonce }, options.key, now),
    token_type: 'Bearer',
    expires_in: SIGN_IN_LIFETIME,
    scope: 'openid profile',
  });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
