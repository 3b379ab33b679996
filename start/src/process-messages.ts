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

/** What a gateway's process is among others of the same address. */
export type GatewayRole =
  | { readonly kind: 'alone' }
  /** Keeps who has signed in to the pages, and does what goes on beside the answering, on a port of its own. */
  | { readonly kind: 'home' }
  /** Answers at the port that all workers share, and sends visitors of the pages home. */
  | { readonly kind: 'worker'; readonly home: string };

/** What a gateway's process is told to do. */
export interface GatewayOrder {
  readonly settings: Settings;
  readonly role: GatewayRole;
  /** The key that links to images are signed with, in base64url. */
  readonly imageKey: string;
  readonly subgraphs: Readonly<
    Record<SubgraphName, { readonly url: string; readonly key: string }>
  >;
}

/** What a process answers to its order. */
export type ProcessReply =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly message: string };
