import { RequestError } from '../host/read-body.js';

/** The parameters of a request, whichever way they were sent. */
export interface RequestParams {
  /** The operation's text; none where it is asked for by its hash. */
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * The parameters of a request by POST, from its parsed body.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
 * @throws RequestError if the body is no request, or several at once
 */
export function paramsOfBody(body: unknown): RequestParams {
  if (Array.isArray(body))
    throw new RequestError(400, 'Expected one operation a request, got a list of them');
  if (!isObject(body)) throw new RequestError(400, 'Expected an object of request parameters');
  return params(body['query'], body['operationName'], body['variables'], body['extensions']);
}

/**
 * The parameters of a request by GET.
 *
 * @throws RequestError if one is given twice, or is not of its type
 */
export function paramsOfSearch(search: URLSearchParams): RequestParams {
  return params(
    once(search, 'query'),
    once(search, 'operationName'),
    parsed(search, 'variables'),
    parsed(search, 'extensions'),
  );
}

function params(
  query: unknown,
  operationName: unknown,
  variables: unknown,
  extensions: unknown,
): RequestParams {
  if (!isAbsent(query) && typeof query !== 'string') throw unexpected('query', 'a text');
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    throw unexpected('operationName', 'a text');
  if (!isAbsent(variables) && !isObject(variables)) throw unexpected('variables', 'an object');
  if (!isAbsent(extensions) && !isObject(extensions)) throw unexpected('extensions', 'an object');
  return {
    // An empty text is no operation.
    ...(typeof query === 'string' && query !== '' && { query }),
    ...(typeof operationName === 'string' && { operationName }),
    ...(isObject(variables) && { variables }),
    ...(isObject(extensions) && { extensions }),
  };
}

function once(search: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = search.getAll(name);
  if (others.length > 0) throw new RequestError(400, `Expected \`${name}\` once, got it again`);
  return value;
}

function parsed(search: URLSearchParams, name: string): unknown {
  const text = once(search, name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(name, 'JSON of an object');
  }
}

function unexpected(name: string, expected: string): RequestError {
  return new RequestError(400, `Expected \`${name}\` to be ${expected}`);
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
