import type { GraphQLFormattedError } from 'graphql';

/** JSON that is written already, and leaves as it stands. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The `data` of an answer: an object, or the text that the object would be printed as. */
export type AnswerData = Readonly<Record<string, unknown>> | JsonText | null;

/**
 * The body of an answer.
 *
 * @see https://spec.graphql.org/September2025/#sec-Response-Format
 */
export interface AnswerBody {
  /** None where nothing was run. */
  readonly data?: AnswerData;
  /** What was not answered, as clients are told; never empty. */
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Prints a body: errors first, so that whoever reads along sees them. */
export function printBody({ data, errors, extensions }: AnswerBody): string {
  if (!(data instanceof JsonText)) return `${JSON.stringify({ errors, data, extensions })}\n`;
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.text}${after}}\n`;
}

/** The `data` of a body as values. */
export function readData({ data }: AnswerBody): Readonly<Record<string, unknown>> | null {
  if (data instanceof JsonText)
    return JSON.parse(data.text) as Readonly<Record<string, unknown>> | null;
  return data ?? null;
}
