import type { ServerLimits } from '@causeway/kit';
import type { SubgraphName } from '@causeway/schema';
import type { LinkTerms } from './link-terms.js';
import type { Settings } from './settings.js';

/** What a subgraph's process is told to do. Keys travel between processes, never in the environment. */
export interface SubgraphOrder {
  readonly name: SubgraphName;
  readonly data: string;
  /** The key that the gateway signs with, in base64url. */
  readonly key: string;
  readonly links: LinkTerms;
  /** The bounds of its server, where they are others than the usual ones. */
  readonly limits: Partial<ServerLimits>;
}

/** What the gateway's process is told to do. */
export interface GatewayOrder {
  readonly settings: Settings;
  readonly subgraphs: Readonly<
    Record<SubgraphName, { readonly url: string; readonly key: string }>
  >;
}

/** What a process answers to its order. */
export type ProcessReply =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly message: string };
