/** The whole graph in processes of its own on loopback: subgraphs, and one gateway or several that reach them over HTTP. */
import { randomBytes } from 'node:crypto';
import { SUBGRAPHS } from '@causeway/schema';
import { startChild } from './child.js';
import type { Child, ChildOptions } from './child.js';
import { openDataFolder } from './data-folder.js';
import { eachSubgraph } from './each-subgraph.js';
import { newKeys } from './keys.js';
import { linkTermsOf } from './link-terms.js';
import type { GatewayOrder, GatewayRole, SubgraphOrder } from './process-messages.js';
import type { RunningGraph } from './running-graph.js';
import { seedOnFirstUse } from './seed.js';
import type { Settings } from './settings.js';
import { ProofDesk } from './workers/proof-desk.js';
import { keepWorkers } from './workers/keep-workers.js';
import type { KeptWorkers } from './workers/keep-workers.js';

/** How to run beside the settings. */
export interface DistributeOptions {
  /** How many gateways share the address; undefined for one alone. */
  readonly workers?: number | undefined;
  /** Told of progress that takes its time, and of workers that are replaced. */
  readonly say: (line: string) => void;
  /** Told of a process that ended without having been told to; it is not started again. */
  readonly onLost: (name: string, why: string) => void;
}

/**
 * Starts the processes and waits until each is ready; ends those that are if one cannot be.
 *
 * @throws StartError or DatabaseError if it cannot
 */
export async function startDistributed(
  settings: Settings,
  { workers, say, onLost }: DistributeOptions,
): Promise<RunningGraph> {
  await seedOnFirstUse(openDataFolder(settings.data), { clock: Date.now, say });
  const subgraphs: Child[] = [];
  const gateways: Child[] = [];
  let kept: KeptWorkers | null = null;
  let isEnding = false;
  const startedIn = async (group: Child[], child: Promise<Child>): Promise<Child> => {
    const running = await child;
    group.push(running);
    void running.ended.then((why) => {
      if (!isEnding) onLost(running.name, why);
    });
    return running;
  };
  const close = async (): Promise<void> => {
    isEnding = true;
    // The gateways first: what they still answer needs the subgraphs, and workers need their home.
    await kept?.end();
    for (const group of [gateways, subgraphs]) await Promise.all(group.map((child) => child.end()));
  };
  try {
    const order = await startSubgraphs(settings, (child) => startedIn(subgraphs, child));
    const desk = new ProofDesk(Date.now);
    const gateway = (name: string, role: GatewayRole, options: ChildOptions): Promise<Child> =>
      startChild(name, 'gateway-process', { ...order, role } satisfies GatewayOrder, {
        ...options,
        onStart: (child) => desk.serve(child),
      });
    const [name, role] =
      workers === undefined
        ? (['gateway', { kind: 'alone' }] as const)
        : (['home', { kind: 'home' }] as const);
    const { url } = await startedIn(gateways, gateway(name, role, {}));
    if (workers === undefined) return { url, processes: [...subgraphs, ...gateways], close };
    const shared = await keepWorkers(workers, {
      start: (name) => gateway(name, { kind: 'worker', home: url }, { sharesPort: true }),
      say,
    });
    kept = shared;
    return { url: shared.url, processes: [...subgraphs, ...gateways, ...shared.children], close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startSubgraphs(
  settings: Settings,
  started: (child: Promise<Child>) => Promise<Child>,
): Promise<Omit<GatewayOrder, 'role'>> {
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
  return {
    settings,
    imageKey: randomBytes(32).toString('base64url'),
    subgraphs: eachSubgraph((name) => ({ url: urls.get(name) ?? '', key: keys[name] })),
  };
}
