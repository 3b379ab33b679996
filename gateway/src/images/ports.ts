import type { Gateway } from '../host/gateway.js';

/** What routes of images need of the gateway: who asks, what they may, how to ask records, and what is on record. */
export type ImagesHost = Pick<Gateway, 'identify' | 'decide' | 'recordAccess' | 'call'>;

/** What the routes of images are made with. */
export interface ImagesOptions {
  readonly gateway: ImagesHost;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of what clients do not see. */
  readonly onError: (error: unknown) => void;
}
