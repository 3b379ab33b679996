/** The four subgraphs over a seeded folder: in this process, or each in a process of its own behind HTTP. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openConsents } from '@causeway/consents';
import { httpTransport } from '@causeway/gateway';
import { openPatients } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import { SUBGRAPHS } from '@causeway/schema';
import type { SubgraphHandler, SubgraphName } from '@causeway/schema';
import { startChild } from '../../start/src/child.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';

/** How gateway and subgraphs meet. */
export const MODES = ['in-process', 'http'] as const;

/** How gateway and subgraphs meet. */
export type Mode = (typeof MODES)[number];

/** Subgraphs that are running. */
export interface Fleet {
  readonly key: Uint8Array;
  readonly handlers: Readonly<Record<SubgraphName, SubgraphHandler>>;
  /** The processes they run in, this one's included. */
  readonly processes: ReadonlySet<number>;
  /** Where each is reached by other processes; null where none is. */
  readonly urls: Readonly<Record<SubgraphName, string>> | null;
  close(): Promise<void>;
}

/** What subgraphs in this process need. */
export interface FleetOptions {
  readonly folder: string;
  readonly clock: () => number;
  readonly onError: (error: unknown) => void;
  /** Told of every SQL statement of a subgraph in this process. */
  readonly onStatement?: ((name: SubgraphName, sql: string) => void) | undefined;
}

/** Starts the subgraphs. Those in processes of their own live by the real clock. */
export function startFleet(mode: Mode, options: FleetOptions): Promise<Fleet> {
  return mode === 'http' ? inProcesses(options.folder) : Promise.resolve(inThisProcess(options));
}

function inThisProcess({ folder, clock, onError, onStatement }: FleetOptions): Fleet {
  const key = randomBytes(32);
  const at = (name: SubgraphName) => ({
    path: join(folder, `${name}.sqlite`),
    keys: [key],
    clock,
    onError,
    ...(onStatement && { onStatement: (sql: string) => onStatement(name, sql) }),
  });
  const subgraphs = {
    patients: openPatients(at('patients')),
    providers: openProviders(at('providers')),
    consents: openConsents(at('consents')),
    records: openRecords(at('records')),
  };
  return {
    key,
    handlers: eachSubgraph((name) => subgraphs[name].handle),
    processes: new Set([process.pid]),
    urls: null,
    close: () => {
      for (const subgraph of Object.values(subgraphs)) subgraph.close();
      return Promise.resolve();
    },
  };
}

async function inProcesses(data: string): Promise<Fleet> {
  const key = randomBytes(32);
  const order = (name: SubgraphName) => ({
    name,
    data,
    key: key.toString('base64url'),
    limits: {},
  });
  const children = await Promise.all(
    SUBGRAPHS.map((name) => startChild(name, 'subgraph-process', order(name))),
  );
  const transports = children.map(({ url }, position) =>
    httpTransport({ subgraph: SUBGRAPHS[position] ?? 'patients', url: new URL(url) }),
  );
  return {
    key,
    handlers: eachSubgraph((name) => {
      const transport = transports[SUBGRAPHS.indexOf(name)];
      if (transport === undefined) throw new Error(`Expected a transport to ${name}`);
      return (request, signal) => transport.send(request, signal);
    }),
    processes: new Set([process.pid, ...children.map(({ pid }) => pid)]),
    urls: eachSubgraph((name) => children[SUBGRAPHS.indexOf(name)]?.url ?? ''),
    close: async () => {
      await Promise.all(transports.map((transport) => transport.close()));
      await Promise.all(children.map((child) => child.end()));
    },
  };
}
