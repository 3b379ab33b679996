import type { SubgraphResponse } from '@causeway/schema';
import type { Dispatcher } from 'undici';

/** Why an exchange was given up before its answer was whole. */
export class ExchangeEndedError extends Error {
  readonly failure: 'timeout' | 'cancelled';

  constructor(failure: 'timeout' | 'cancelled') {
    super(`Expected a whole answer in time, gave it up: ${failure}`);
    this.name = 'ExchangeEndedError';
    this.failure = failure;
  }
}

/** How one exchange ends. */
export interface ExchangeOutcome {
  resolve(response: SubgraphResponse): void;
  reject(cause: unknown): void;
}

/**
 * One request under way and what has come of its answer, told by undici part by part. The dispatch interface takes half
 * of what `request` does: the body is no stream, and a deadline is a timer instead of a signal.
 */
export class HttpExchange implements Dispatcher.DispatchHandler {
  readonly #outcome: ExchangeOutcome;
  readonly #deadline: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  #controller: Dispatcher.DispatchController | null = null;
  #ended: ExchangeEndedError | null = null;
  #status = 0;
  readonly #parts: Buffer[] = [];

  /** Given up after so many milliseconds, or as the signal says. */
  constructor(outcome: ExchangeOutcome, timeout: number, signal: AbortSignal | undefined) {
    this.#outcome = outcome;
    this.#signal = signal;
    this.#deadline = setTimeout(() => this.#giveUp('timeout'), timeout);
    signal?.addEventListener('abort', this.#onAbort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It may have been given up while it waited for a connection.
    if (this.#ended !== null) controller.abort(this.#ended);
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, part: Buffer): void {
    this.#parts.push(part);
  }

  onResponseEnd(): void {
    this.#settle();
    const [first, ...others] = this.#parts;
    const whole = first !== undefined && others.length === 0 ? first : Buffer.concat(this.#parts);
    this.#outcome.resolve({ status: this.#status, body: whole.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#settle();
    this.#outcome.reject(this.#ended ?? cause);
  }

  readonly #onAbort = (): void => this.#giveUp('cancelled');

  #giveUp(failure: ExchangeEndedError['failure']): void {
    this.#ended = new ExchangeEndedError(failure);
    this.#settle();
    this.#controller?.abort(this.#ended);
    this.#outcome.reject(this.#ended);
  }

  #settle(): void {
    clearTimeout(this.#deadline);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}
