/**
 * `POST /token`: a practitioner's own access token is exchanged for a session token, bound to the client's key and to
 * one redeemed grant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8693
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-5
 */
import type { IncomingMessage } from 'node:http';
import type { GrantFact } from '@causeway/schema';
import type { GrantKey } from '../facts/facts-source.js';
import { isProofProblem, reasonOf } from '../identity/index.js';
import type { SessionIssuer, Subject, Subjects, TokenProblem } from '../identity/index.js';
import { ClockUnavailableError, decisionClock } from './decision-clock.js';
import { OAuthError } from './oauth-error.js';
import { RequestError } from './read-body.js';
import { readForm } from './read-form.js';
import { sendJson } from './send-json.js';
import type { HttpRoute } from './http-route.js';
import { sessionTerms } from './session-terms.js';
import { ACCESS_TOKEN, readTokenRequest } from './token-request.js';

/** What the token endpoint needs. */
export interface TokenEndpointOptions {
  readonly subjects: Subjects;
  readonly sessions: SessionIssuer;
  /** The grant of a key as it is now; null for one that is not there, or another organisation's. */
  readonly grant: (key: GrantKey) => Promise<GrantFact | null>;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told why nobody can say whether a token is good, or a grant open. */
  readonly onError: (error: unknown) => void;
}

/** The route at which session tokens are asked for. */
export function tokenEndpoint(options: TokenEndpointOptions): HttpRoute {
  const timed = { ...options, clock: decisionClock(options.clock) };
  return {
    path: '/token',
    answer: async (request, response, url) => {
      try {
        sendJson(response, 200, await exchange(request, url, timed));
      } catch (error) {
        const refusal = refusalOf(error, options.onError);
        if (refusal.allow !== null) response.setHeader('allow', refusal.allow);
        const { code, message, status } = refusal;
        sendJson(response, status, { error: code, error_description: message });
      }
    },
  };
}

async function exchange(
  request: IncomingMessage,
  url: URL,
  { subjects, sessions, grant: grantOf, clock, onError }: TokenEndpointOptions,
): Promise<object> {
  const { method = 'GET', headers } = request;
  if (method !== 'POST') throw new OAuthError('invalid_request', 'Expected POST', 405, 'POST');
  const { subjectToken, grant } = readTokenRequest(await readForm(request));
  const subject = await subjects.subject(subjectToken, { method, url, headers }, clock);
  if (subject.kind === 'problem') throw problemError(subject.problem);
  const found = await lookedUp(grantOf, subject, grant, onError);
  const now = clock();
  const terms = sessionTerms(subject, found, now);
  if (terms === null) throw refused();
  return {
    access_token: await sessions.issue(terms, now),
    issued_token_type: ACCESS_TOKEN,
    token_type: 'DPoP',
    expires_in: Math.floor(terms.expires - now / 1000),
  };
}

async function lookedUp(
  grantOf: TokenEndpointOptions['grant'],
  { caller }: Subject,
  grant: string,
  onError: (error: unknown) => void,
): Promise<GrantFact | null> {
  if (caller.kind !== 'professional' && caller.kind !== 'system') return null;
  const { organization, practitionerRole } = caller;
  try {
    return await grantOf({ organization, practitionerRole, grant });
  } catch (error) {
    onError(error);
    throw unavailable('Nobody can say now whether the grant is open; try again later');
  }
}

/** One answer for all: whether a grant exists, and whose and in what state it is, is not told. */
function refused(): OAuthError {
  return new OAuthError(
    'invalid_grant',
    'Expected a redeemed grant of this organisation and practitioner, with its encounter open',
  );
}

function problemError(problem: TokenProblem): OAuthError {
  if (problem === 'KEYS_UNAVAILABLE') return unavailable(reasonOf(problem).en);
  const code = isProofProblem(problem) ? 'invalid_dpop_proof' : 'invalid_request';
  return new OAuthError(code, reasonOf(problem).en);
}

function unavailable(message: string): OAuthError {
  return new OAuthError('temporarily_unavailable', message, 503);
}

function refusalOf(error: unknown, onError: TokenEndpointOptions['onError']): OAuthError {
  if (error instanceof OAuthError) return error;
  if (error instanceof ClockUnavailableError) {
    onError(error);
    return unavailable('Nobody can say now whether the token is good; try again later');
  }
  if (error instanceof RequestError)
    return new OAuthError('invalid_request', error.message, error.status);
  throw error;
}
