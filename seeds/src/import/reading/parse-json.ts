import { refusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** A JSON value, or why the text is refused. */
export type Parsed = { readonly value: unknown } | { readonly refusal: Refusal };

/** The JSON value of a text, or why it is refused: empty, cut off, malformed, or JSON within JSON. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { refusal: refusal('EMPTY_FILE', 'Expected JSON, got nothing') };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { refusal: syntaxRefusal(text, error) };
  }
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    const reason = 'Expected a JSON object, got a JSON string that holds one; decode it once more';
    return { refusal: refusal('DOUBLE_ENCODED_JSON', reason) };
  }
  return { value };
}

/** A text that ends before its last bracket closes was cut off; the message of the parser may quote it, so it stays out. */
function syntaxRefusal(text: string, error: unknown): Refusal {
  const message = error instanceof Error ? error.message : '';
  const at = /position (\d+)/.exec(message)?.[1];
  const isCutOff =
    /Unexpected end|Unterminated string/.test(message) ||
    (at !== undefined && Number(at) >= text.trimEnd().length);
  if (isCutOff)
    return refusal(
      'TRUNCATED_JSON',
      'Expected a whole JSON value, got its beginning; copy the file again',
    );
  const place = at === undefined ? '' : `, first at ${lineAndColumn(text, Number(at))}`;
  return refusal('MALFORMED_JSON', `Expected JSON, got something else${place}`);
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
