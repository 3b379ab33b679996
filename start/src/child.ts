import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessReply } from './process-messages.js';
import { StartError } from './program.js';

/** A process that this one started. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** The address it serves. */
  readonly url: string;
  /** Resolves, with what is known of why, once it has ended. */
  readonly ended: Promise<string>;
  /** Tells it to end, and resolves once it has; one that does not obey in time is killed. */
  end(): Promise<void>;
}

/** How long a process may take to be ready, and to end, in milliseconds. */
const PATIENCE = 30_000;

const EXTENSION = extname(import.meta.url);
const EXEC_ARGV = [
  // As much memory for young objects as this process has been given.
  ...process.execArgv.filter((flag) => flag.startsWith('--max-semi-space-size=')),
  ...(EXTENSION === '.ts' ? ['--conditions=source', '--import=tsx'] : []),
];

/** How a process is started beside its order. */
export interface ChildOptions {
  /** Whether it listens at the ports of its kind, which it shares with the others of it. */
  readonly sharesPort?: boolean;
  /** Where what it writes goes: to the terminal, or nowhere. */
  readonly output?: 'TERMINAL' | 'NOWHERE';
  /** Told of the process before it gets its order. */
  readonly onStart?: (child: ChildProcess) => void;
}

/**
 * Starts a program of this folder in a process of its own, gives it its order and waits until it serves.
 *
 * @throws StartError if it does not
 */
export async function startChild(
  name: string,
  program: string,
  order: object,
  { sharesPort = false, output = 'TERMINAL', onStart }: ChildOptions = {},
): Promise<Child> {
  const path = fileURLToPath(new URL(`./${program}${EXTENSION}`, import.meta.url));
  const child = sharesPort ? forkSharing(path) : forkAlone(path, output);
  onStart?.(child);
  const ended = endOf(child);
  const end = (): Promise<void> => endChild(child, ended);
  child.send(order);
  const reply = await Promise.race([replyOf(child), ended.then(failed), patience()]);
  const { pid } = child;
  if (reply.kind === 'ready' && pid !== undefined) return { name, pid, url: reply.url, ended, end };
  await end();
  throw new StartError(
    reply.kind === 'failed' ? reply.message : `The process of ${name} did not start`,
  );
}

function forkAlone(path: string, output: 'TERMINAL' | 'NOWHERE'): ChildProcess {
  const written = output === 'TERMINAL' ? 'inherit' : 'ignore';
  return fork(path, [], { execArgv: EXEC_ARGV, stdio: ['inherit', written, written, 'ipc'] });
}

/** The first process listens, and hands connections to those that share a port in turn. */
function forkSharing(exec: string): ChildProcess {
  cluster.setupPrimary({ exec, args: [], execArgv: EXEC_ARGV });
  return cluster.fork().process;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) =>
      resolve(signal === null ? `exit code ${code ?? 0}` : signal),
    );
  });
}

/** What it says of its order: it may ask of other things once it serves. */
function replyOf(child: ChildProcess): Promise<ProcessReply> {
  return new Promise((resolve) => {
    const listen = (message: unknown): void => {
      if (!isReply(message)) return;
      child.off('message', listen);
      resolve(message);
    };
    child.on('message', listen);
  });
}

function isReply(message: unknown): message is ProcessReply {
  const kind = typeof message === 'object' && message !== null && 'kind' in message && message.kind;
  return kind === 'ready' || kind === 'failed';
}

function failed(how: string): ProcessReply {
  return { kind: 'failed', message: `The process ended before it was ready: ${how}` };
}

function patience(): Promise<ProcessReply> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve({ kind: 'failed', message: `The process was not ready after ${PATIENCE / 1000} s` });
    }, PATIENCE).unref();
  });
}

async function endChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(killing);
}
