import { personaNamed } from '@causeway/seeds/personas';
import type { Credentials } from './credentials.js';
import { TargetError } from './target.js';
import type { Answer, RawRequest, Target, Who } from './target.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;

/** The gateway at an address: that of its graph, or the one below which it is at `/graphql`. */
export function httpTarget(address: string, credentials: Credentials): Target {
  const url = graphAt(address);
  const bearer: Target['bearer'] = async (persona, purpose) => ({
    token: await credentials.tokenOf(persona),
    purpose: purpose === undefined ? (personaNamed(persona)?.purpose ?? null) : purpose,
  });
  const headersOf = async (who: Who): Promise<Record<string, string>> => {
    if (who === null) return {};
    const { token, purpose } = typeof who === 'string' ? await bearer(who) : who;
    return {
      authorization: `Bearer ${token}`,
      ...(purpose !== null && { 'purpose-of-use': purpose }),
    };
  };
  const send: Target['send'] = async (who, { method, at = '', headers, body }) =>
    answerTo(new URL(at, url).href, {
      method,
      headers: { ...(await headersOf(who)), ...headers },
      ...(body !== undefined && { body }),
    });
  return {
    bearer,
    send,
    ask: (who, query, variables = {}) => send(who, posted({ query, variables })),
  };
}

/** A usual request: JSON by POST. */
export function posted(body: unknown): RawRequest {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(body),
  };
}

function graphAt(address: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new TargetError(
      `Expected the address of a gateway, such as http://127.0.0.1:4000, got ${JSON.stringify(address)}`,
    );
  }
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

async function answerTo(url: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    const { data, errors } = bodyOf(text);
    return {
      status: response.status,
      headers: new Map(response.headers),
      text,
      data,
      errors: errors ?? [],
    };
  } catch (cause) {
    throw new TargetError(`Expected an answer of ${url}, got none`, { cause });
  }
}

function bodyOf(text: string): { readonly data?: unknown; readonly errors?: Answer['errors'] } {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
