import type { RequestParams } from './request-params.js';

/** A request, as it would have been sent with the text of the document that it names. */
export interface TextRequest {
  /** The query component of its address, with its question mark. */
  readonly search: string;
  /** Its parsed body; undefined where it has none. */
  readonly body: unknown;
}

/** The request with a text instead of an id, for hosts that know no ids. */
export function withText(
  method: 'GET' | 'POST',
  params: RequestParams,
  query: string,
): TextRequest {
  const { operationName, variables, extensions } = params;
  const named = { query, ...(operationName !== undefined && { operationName }) };
  const objects = {
    ...(variables !== undefined && { variables }),
    ...(extensions !== undefined && { extensions }),
  };
  if (method === 'POST') return { search: '', body: { ...named, ...objects } };
  const search = new URLSearchParams(named);
  for (const [name, value] of Object.entries(objects)) search.set(name, JSON.stringify(value));
  return { search: `?${search.toString()}`, body: undefined };
}
