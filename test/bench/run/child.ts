/** Starts the bench's processes and ends each by its own id. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Told } from './messages.js';

/** How long a process may take to be ready, in milliseconds. */
const READY_WITHIN = 60_000;

/** A process that has been started. */
export interface Child {
  readonly process: ChildProcess;
  /** Its id, which is that of its process group too. */
  readonly pid: number;
  /** Ends it, and what it has started. */
  end(): Promise<void>;
}

/** What to run, and with what in the environment. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** The groups that have not been ended yet. */
const alive = new Set<number>();

process.once('exit', () => {
  for (const pid of alive) signalGroup(pid, 'SIGKILL');
});

/** Starts a process in a group of its own. */
export function startChild({ program, args, env, cwd }: Command): Child {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // In a group, so that ending it ends what it started; it goes with the bench by `end` alone.
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Expected ${program} to start`);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  alive.add(pid);
  return {
    process: child,
    pid,
    end: async () => {
      signalGroup(pid, 'SIGTERM');
      const late = setTimeout(() => {
        signalGroup(pid, 'SIGKILL');
      }, 3_000);
      await exited;
      clearTimeout(late);
      alive.delete(pid);
    },
  };
}

/**
 * What a process of ours tells first.
 *
 * @throws Error if it ends before, or takes too long
 */
export function firstTold<Kind extends Told['kind']>(
  child: Child,
  kind: Kind,
): Promise<Extract<Told, { readonly kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`Expected ${kind} within ${READY_WITHIN} ms`));
    }, READY_WITHIN);
    child.process.once('message', (told: Told) => {
      clearTimeout(late);
      if (told.kind === kind) resolve(told as Extract<Told, { readonly kind: Kind }>);
      else reject(new Error(`Expected ${kind}, got ${told.kind}`));
    });
    child.process.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Expected ${kind}, got the end of the process with code ${code}`));
    });
  });
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has gone already.
  }
}
