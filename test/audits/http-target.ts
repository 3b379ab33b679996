import { personaNamed } from '@causeway/seeds/personas';
import type { Credentials } from './credentials.js';
import { TargetError } from './target.js';
import type { Answer, Bearer, RawRequest, Target } from './target.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;

/** The gateway at an address: that of its graph, or the one below which it is at `/graphql`. */
export function httpTarget(address: string, credentials: Credentials): Target {
  const url = graphAt(address);
  const bearer: Target['bearer'] = async (persona, purpose) => ({
    ...(await credentials.of(persona)),
    purpose: purpose === undefined ? (personaNamed(persona)?.purpose ?? null) : purpose,
  });
  const send: Target['send'] = async (who, { method, at = '', headers, body }) => {
    const address = new URL(at, url);
    const known = typeof who === 'string' ? await bearer(who) : who;
    return answerTo(address.href, {
      method,
      headers: { ...(known !== null && (await presented(known, method, address))), ...headers },
      ...(body !== undefined && { body }),
    });
  };
  return {
    bearer,
    send,
    ask: (who, query, variables = {}) => send(who, posted({ query, variables })),
  };
}

/** A token as it is shown: with the proof of its key, where it is bound to one. */
async function presented(
  { token, prove, purpose }: Bearer,
  method: string,
  { origin, pathname }: URL,
): Promise<Readonly<Record<string, string>>> {
  return {
    ...(prove === null
      ? { authorization: `Bearer ${token}` }
      : {
          authorization: `DPoP ${token}`,
          dpop: await prove({ method, url: `${origin}${pathname}`, token }),
        }),
    ...(purpose !== null && { 'purpose-of-use': purpose }),
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
