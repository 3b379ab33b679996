/** What tests of serving have in common: the committed graph, behind which subgraphs answer as a test says. */
import { readFileSync } from 'node:fs';
import { SUBGRAPHS } from '@causeway/schema';
import type { Caller, SubgraphName } from '@causeway/schema';
import type { SubgraphTransport } from '../host/dispatch.js';
import { createGateway } from '../host/gateway.js';
import type { Gateway, GatewayOptions } from '../host/gateway.js';
import type { Identified, PresentedRequest } from '../identity/index.js';
import { DEFAULT_PLANNING } from '../planning/index.js';
import type { HttpLimits } from './http-limits.js';

const supergraphSdl = readFileSync(
  new URL('../../../schema/supergraph.graphql', import.meta.url),
  'utf8',
);

const AUDITOR: Caller = {
  kind: 'office',
  office: 'AUDITOR',
  subject: 'subject',
  client: 'client',
  tokenId: 'token',
  purpose: 'HOPERAT',
};

const eachSubgraph = <Value>(value: Value) =>
  Object.fromEntries(SUBGRAPHS.map((name) => [name, value])) as Record<SubgraphName, Value>;

/** Turns nobody away because the machine stood still for a while, as one that runs many tests does. */
export const NEVER_LATE: Partial<HttpLimits> = { eventLoopDelay: 3_600_000 };

/** Longer than a request takes on any machine, however busy (ms). */
const AGES = 60_000;

/** Gives nothing up for having taken long, where the test is of something else. */
export const NEVER_GIVES_UP: Pick<GatewayOptions, 'deadline' | 'planning'> = {
  deadline: AGES,
  planning: { ...DEFAULT_PLANNING, deadline: AGES, patience: AGES },
};

/** What a test may say otherwise. */
export interface TestedGateway extends Partial<Pick<GatewayOptions, 'clock' | 'isProduction'>> {
  /** Why nobody asks; null where the auditor does. */
  readonly refuse?: (request: PresentedRequest) => Identified | null;
}

/** A gateway whose callers are all the same auditor, with subgraphs that all answer by one function. */
export function gatewayOver(subgraph: SubgraphTransport, stated: TestedGateway = {}): Gateway {
  const { refuse = () => null, clock = Date.now, isProduction = false } = stated;
  return createGateway({
    supergraphSdl,
    transports: eachSubgraph(subgraph),
    keys: eachSubgraph(new Uint8Array(32)),
    identity: {
      recheck: () => Promise.resolve({ kind: 'good', until: Infinity }),
      identify: (request) =>
        Promise.resolve(refuse(request) ?? { kind: 'caller', caller: AUDITOR }),
    },
    clock,
    onError: () => undefined,
    isProduction,
    ...NEVER_GIVES_UP,
  });
}
