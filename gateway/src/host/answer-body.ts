import type { GraphQLFormattedError } from 'graphql';

/** The `data` of an answer. */
export type AnswerData = Readonly<Record<string, unknown>> | null;

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
  return `${JSON.stringify({ errors, data, extensions })}\n`;
}
