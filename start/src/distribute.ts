/** The whole graph in five processes on loopback: a gateway and four subgraphs that it reaches over HTTP. */
import { SUBGRAPHS } from '@causeway/schema';
import { startChild } from './child.js';
import type { Child } from './child.js';
import { openDataFolder } from './data-folder.js';
import { eachSubgraph } from './each-subgraph.js';
import { newKeys } from './keys.js';
import { linkTermsOf } from './link-terms.js';
import type { GatewayOrder, SubgraphOrder } from './process-messages.js';
import type { RunningGraph } from './running-graph.js';
import { seedOnFirstUse } from './seed.js';
import type { Settings } from './settings.js';

/** How to run beside the settings. */
export interface DistributeOptions {
  /** Told of progress that takes its time. */
  readonly say: (line: string) => void;
  /** Told of a process that ended without having been told to; it is not started again. */
  readonly onLost: (name: string, why: string) => void;
}

/**
 * Starts the five processes and waits until each is ready; ends those that are if one cannot be.
 *
 * @throws StartError or DatabaseError if it cannot
 */
export async function startDistributed(
  settings: Settings,
  { say, onLost }: DistributeOptions,
): Promise<RunningGraph> {
  await seedOnFirstUse(openDataFolder(settings.data), { clock: Date.now, say });
  const children: Child[] = [];
  let isEnding = false;
  const started = async (child: Promise<Child>): Promise<Child> => {
    const running = await child;
    children.push(running);
    void running.ended.then((why) => {
      if (!isEnding) onLost(running.name, why);
    });
    return running;
  };
  const close = async (): Promise<void> => {
    isEnding = true;
    const [gateways, subgraphs] = [isGateway, isSubgraph].map((which) => children.filter(which));
    // The gateway first: what it still answers needs the subgraphs.
    for (const group of [gateways, subgraphs])
      await Promise.all((group ?? []).map((child) => child.end()));
  };
  try {
    const gateway = await startAll(settings, started);
    return { url: gateway.url, processes: [...children], close };
  } catch (error) {
    await close();
    throw error;
  }
}

const GATEWAY = 'gateway';
const isGateway = ({ name }: Child): boolean => name === GATEWAY;
const isSubgraph = (child: Child): boolean => !isGateway(child);

async function startAll(
  settings: Settings,
  started: (child: Promise<Child>) => Promise<Child>,
): Promise<Child> {
  const secrets = newKeys();
  const keys = eachSubgraph((name) => Buffer.from(secrets[name]).toString('base64url'));
  const links = linkTermsOf(settings);
  const urls = new Map<string, string>();
  const starting = SUBGRAPHS.map(async (name) => {
    const limits = settings.limits.servers;
    const order: SubgraphOrder = { name, data: settings.data, key: keys[name], links, limits };
    const { url } = await started(startChild(name, 'subgraph-process', order));
    urls.set(name, url);
  });
  // All of them are awaited before one failure is told, so that none is left behind.
  for (const result of await Promise.allSettled(starting)) {
    if (result.status === 'rejected') throw result.reason;
  }
  const subgraphs = eachSubgraph((name) => ({ url: urls.get(name) ?? '', key: keys[name] }));
  const order: GatewayOrder = { settings, subgraphs };
  return started(startChild(GATEWAY, 'gateway-process', order));
}
