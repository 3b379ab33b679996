import type { SubgraphResponse } from '@causeway/schema';
import type { Dispatcher } from 'undici';
import type { ExchangeLimits } from './exchange-limits.js';
import { IncomingAnswer } from './incoming-answer.js';
import type { TransportFailure } from './transport-error.js';

/** How one exchange ends. */
export interface ExchangeOutcome {
  resolve(response: SubgraphResponse): void;
  reject(failure: TransportFailure, cause?: Error): void;
  /** The client holds nothing of it any more; one that is given up while it waits for a connection waits on till then. */
  letGo(): void;
}

/**
 * One request under way and what has come of its answer, told by undici part by part. The dispatch interface takes half
 * of what `request` does: the body is no stream, and a deadline is a timer instead of a signal.
 */
export class HttpExchange implements Dispatcher.DispatchHandler {
  readonly #outcome: ExchangeOutcome;
  readonly #limits: ExchangeLimits;
  readonly #answer: IncomingAnswer;
  readonly #deadline: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  #controller: Dispatcher.DispatchController | null = null;
  #isSettled = false;
  #status = 0;

  /** Given up at the limits' timeout, or as the signal says. */
  constructor(outcome: ExchangeOutcome, limits: ExchangeLimits, signal: AbortSignal | undefined) {
    this.#outcome = outcome;
    this.#limits = limits;
    this.#answer = new IncomingAnswer(limits);
    this.#signal = signal;
    this.#deadline = setTimeout(() => this.#giveUp('timeout'), limits.timeout);
    signal?.addEventListener('abort', this.#onAbort);
  }

  /** Told before the first byte is sent: what fails without it never reached the subgraph. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It may have been given up while it waited for a connection.
    if (this.#isSettled) controller.abort(new Error('Given up before it was sent'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Headers,
  ): void {
    this.#status = status;
    const refusal = refusalOf(status, headers, this.#limits.maxAnswerSize);
    if (refusal !== null) this.#giveUp(refusal);
  }

  onResponseData(_controller: Dispatcher.DispatchController, part: Buffer): void {
    const refusal = this.#answer.take(part);
    if (refusal !== null) this.#giveUp(refusal);
  }

  onResponseEnd(): void {
    this.#outcome.letGo();
    this.#settle(() => this.#outcome.resolve({ status: this.#status, body: this.#answer.text() }));
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#outcome.letGo();
    const failure = this.#controller === null ? 'unreachable' : 'broken';
    this.#settle(() => this.#outcome.reject(failure, cause));
  }

  readonly #onAbort = (): void => this.#giveUp('cancelled');

  #giveUp(failure: TransportFailure): void {
    this.#settle(() => this.#outcome.reject(failure));
    this.#controller?.abort(new Error(`Given up: ${failure}`));
  }

  #settle(end: () => void): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#deadline);
    this.#signal?.removeEventListener('abort', this.#onAbort);
    end();
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const JSON_TYPE = /^application\/(?:graphql-response\+)?json *(?:; *charset="?utf-8"? *)?$/i;

/** Why an answer is not read; null where it may be. What was asked for is plain JSON, and nothing else is unpacked. */
function refusalOf(status: number, headers: Headers, maxSize: number): TransportFailure | null {
  if (status >= 300 && status < 400) return 'redirected';
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 'encoded';
  if (Number(headers['content-length'] ?? 0) > maxSize) return 'too large';
  // Any other status is refused by it, whatever the type.
  if (status === 200 && !JSON_TYPE.test(String(headers['content-type']))) return 'not JSON';
  return null;
}
