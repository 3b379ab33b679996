import type { SubgraphHandler, SubgraphName } from '@causeway/schema';
import type { SubgraphTransport } from './dispatch.js';
import { DEFAULT_EXCHANGE_LIMITS } from './exchange-limits.js';
import type { ExchangeLimits } from './exchange-limits.js';
import { TransportError } from './transport-error.js';
import type { TransportFailure } from './transport-error.js';

/** Which subgraph, and the bounds of one exchange where they are others than the usual ones. */
export interface InProcessTransportOptions extends Partial<
  Pick<ExchangeLimits, 'timeout' | 'maxAnswerSize'>
> {
  readonly subgraph: SubgraphName;
  readonly handle: SubgraphHandler;
}

/**
 * A transport to a subgraph in this process, with those bounds of an exchange over a socket that are not the socket's. An
 * exchange that is given up is not ended by it: the handler stops by the signal and the context, or finishes a change.
 */
export function inProcessTransport(options: InProcessTransportOptions): SubgraphTransport {
  const { subgraph, handle } = options;
  const { timeout, maxAnswerSize } = { ...DEFAULT_EXCHANGE_LIMITS, ...options };
  return (request, signal) =>
    new Promise((resolve, reject) => {
      const giveUp = (failure: TransportFailure): void =>
        reject(new TransportError(subgraph, failure));
      if (signal?.aborted === true) {
        giveUp('cancelled');
        return;
      }
      const deadline = setTimeout(giveUp, timeout, 'timeout');
      const onAbort = (): void => giveUp('cancelled');
      signal?.addEventListener('abort', onAbort);
      handle(request, signal)
        .then((response) => {
          if (isLarger(response.body, maxAnswerSize)) giveUp('too large');
          else resolve(response);
        }, reject)
        .finally(() => {
          clearTimeout(deadline);
          signal?.removeEventListener('abort', onAbort);
        });
    });
}

/** A character takes three bytes at most, so that most texts need not be counted. */
function isLarger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}
