import { RequestError } from '../host/read-body.js';

/** The parameters of a request, whichever way they were sent. */
export interface RequestParams {
  /** The operation's text; none where it is asked for by its id or hash. */
  readonly query?: string;
  /**
   * The id of a document that the gateway has.
   *
   * @see https://graphql.github.io/graphql-over-http/draft/#sec-Appendix-Persisted-Documents
   */
  readonly documentId?: string;
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
  return params(body);
}

/**
 * The parameters of a request by GET.
 *
 * @throws RequestError if one is given twice, or is not of its type
 */
export function paramsOfSearch(search: URLSearchParams): RequestParams {
  return params({
    query: once(search, 'query'),
    documentId: once(search, 'documentId'),
    operationName: once(search, 'operationName'),
    variables: parsed(search, 'variables'),
    extensions: parsed(search, 'extensions'),
  });
}

const TEXTS = ['query', 'documentId', 'operationName'] as const;

const OBJECTS = ['variables', 'extensions'] as const;

function params(given: Readonly<Record<string, unknown>>): RequestParams {
  for (const name of TEXTS)
    if (!isAbsent(given[name]) && typeof given[name] !== 'string') throw unexpected(name, 'a text');
  for (const name of OBJECTS)
    if (!isAbsent(given[name]) && !isObject(given[name])) throw unexpected(name, 'an object');
  const { query, documentId, operationName, variables, extensions } = given;
  return {
    // An empty text is no operation.
    ...(typeof query === 'string' && query !== '' && { query }),
    ...(typeof documentId === 'string' && { documentId }),
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
