/** `npm run dev` of a subgraph: opens its database where the graph keeps it, and serves its sandbox until told to end. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SubgraphName } from '@causeway/schema';
import { DatabaseError } from '../database.js';
import { SANDBOX_PERSONAS } from './personas.js';
import { PERSONA_HEADER, SandboxError, serveSandbox } from './serve-sandbox.js';
import type { FirstOperation, Sandbox, SandboxSubgraph } from './serve-sandbox.js';

/** What a subgraph needs of whoever opens it. */
export interface OpenOptions {
  readonly path: string;
  readonly keys: readonly Uint8Array[];
  readonly clock: () => number;
  readonly onError: (error: unknown) => void;
}

/** A subgraph to develop. */
export interface Development {
  readonly name: SubgraphName;
  readonly open: (options: OpenOptions) => SandboxSubgraph & { close(): void };
  /** The port unless `PORT` says another. */
  readonly port: number;
  readonly firstOperation: FirstOperation;
}

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Serves the sandbox of a subgraph until the process is told to end. */
export async function develop(development: Development): Promise<void> {
  try {
    const running = await start(development);
    const end = (): void => {
      void running.stop();
    };
    process.once('SIGINT', end).once('SIGTERM', end);
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function start({ name, open, port, firstOperation }: Development): Promise<Sandbox> {
  const file = join(process.env['CAUSEWAY_DATA'] ?? join(ROOT, '.causeway'), `${name}.sqlite`);
  const path = existsSync(file) ? file : ':memory:';
  const key = randomBytes(32);
  const subgraph = open({
    path,
    keys: [key],
    clock: Date.now,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  try {
    const sandbox = await serveSandbox(subgraph, {
      key,
      personas: SANDBOX_PERSONAS,
      firstOperation,
      clock: Date.now,
      port: portOf(process.env['PORT'], port),
      environment: process.env['NODE_ENV'],
    });
    process.stdout.write(banner(name, sandbox.url, path));
    const stop = async (): Promise<void> => {
      await sandbox.stop();
      subgraph.close();
    };
    return { url: sandbox.url, stop };
  } catch (error) {
    subgraph.close();
    throw error;
  }
}

function portOf(text: string | undefined, port: number): number {
  if (text === undefined) return port;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new SandboxError(`Expected PORT from 0 to 65535, got ${JSON.stringify(text)}`);
}

function banner(name: SubgraphName, url: string, path: string): string {
  const personas = Object.entries(SANDBOX_PERSONAS).map(([persona, { argument, description }]) => {
    const header = argument === null ? persona : `${persona}:${argument}`;
    return `  ${PERSONA_HEADER}: ${header.padEnd(29)} ${description}`;
  });
  return [
    `The ${name} subgraph alone: ${url}`,
    path === ':memory:'
      ? 'Its database is an empty one in memory; after `npm start` has run once, it is the seeded one.'
      : `Its database is ${path}.`,
    '',
    'For development alone: there is no gateway here, and nothing is decided. Whoever can reach this port on this machine',
    'may speak as any of these, and is permitted whatever the operation names:',
    ...personas,
    '',
    '',
  ].join('\n');
}

/** Whether an error is one to tell in words rather than with its stack. */
function isExpected(error: unknown): error is Error {
  if (error instanceof SandboxError || error instanceof DatabaseError) return true;
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
