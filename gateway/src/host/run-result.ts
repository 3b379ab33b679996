import type { AnswerError } from '../execution/index.js';
import type { AnswerData } from './answer-body.js';

/** Status and headers by which an answer says more than its body. */
export interface HttpHead {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of running an operation. */
export interface RunResult {
  /** None where nothing was run. */
  readonly data?: AnswerData;
  readonly errors: readonly AnswerError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Status 200 and no headers where nothing is said. */
  readonly head?: HttpHead;
}
