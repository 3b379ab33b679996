/** The four subgraphs as processes that a test may stop, kill and start anew; a gateway finds them again. */
import { randomBytes } from 'node:crypto';
import { httpTransport } from '@causeway/gateway';
import { SUBGRAPHS } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { startChild } from '../../start/src/child.js';
import type { Child } from '../../start/src/child.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import type { Fleet } from './fleets.js';

/** Subgraphs whose processes can be told apart. */
export interface MortalFleet extends Fleet {
  pidOf(name: SubgraphName): number;
  /** Kills a process at once, and resolves once it is gone. */
  kill(name: SubgraphName): Promise<void>;
  /**
   * Starts a process anew.
   *
   * @throws StartError if it does not start
   */
  start(name: SubgraphName): Promise<void>;
}

/** Starts them over a folder of databases; they live by the real clock. */
export async function startMortalFleet(data: string): Promise<MortalFleet> {
  const key = randomBytes(32);
  const children = new Map<SubgraphName, Child>();
  const transports = new Map<SubgraphName, ReturnType<typeof httpTransport>>();
  const childOf = (name: SubgraphName): Child => {
    const child = children.get(name);
    if (child === undefined) throw new Error(`Expected a process of ${name}`);
    return child;
  };
  const forget = async (name: SubgraphName): Promise<void> => {
    await transports.get(name)?.close();
    transports.delete(name);
    children.delete(name);
  };
  const start = async (name: SubgraphName): Promise<void> => {
    const order = { name, data, key: key.toString('base64url'), limits: {} };
    const child = await startChild(name, 'subgraph-process', order, { output: 'NOWHERE' });
    children.set(name, child);
    transports.set(name, httpTransport({ subgraph: name, url: new URL(child.url) }));
  };
  await Promise.all(SUBGRAPHS.map((name) => start(name)));
  return {
    key,
    urls: null,
    handlers: eachSubgraph((name) => (request, signal) => {
      const transport = transports.get(name);
      if (transport === undefined) throw new Error(`Expected a transport to ${name}`);
      return transport.send(request, signal);
    }),
    processes: new Set([process.pid]),
    pidOf: (name) => childOf(name).pid,
    kill: async (name) => {
      const child = childOf(name);
      process.kill(child.pid, 'SIGKILL');
      await child.ended;
      children.delete(name);
    },
    start: async (name) => {
      await forget(name);
      await start(name);
    },
    close: async () => {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
      await Promise.all([...children.values()].map((child) => child.end()));
    },
  };
}
