import type { OutgoingRequest } from './ports.js';

/** A request for a subgraph of an operation and the values of its variables. */
export function outgoingRequest(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): OutgoingRequest {
  return {
    query,
    json: `{"query":${JSON.stringify(query)},"variables":${JSON.stringify(variables)}`,
  };
}

/** A text as JSON; few need more than quotes around them. */
export function jsonText(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

const PLAIN = /^[ !#-[\]-~]*$/;
