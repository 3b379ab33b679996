import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Planner } from '../execution/index.js';
import type { PlannerOrder, PlannerReply } from './planner-messages.js';
import { PlanningError } from './planning-error.js';

/** How long a process without work is kept, in milliseconds. */
const IDLE = 30_000;

const PROGRAM = fileURLToPath(
  new URL(`./planner-process${extname(import.meta.url)}`, import.meta.url),
);

interface Idle {
  readonly child: ChildProcess;
  readonly ending: NodeJS.Timeout;
}

/**
 * A planner in processes of their own, each with one operation at a time: a planner that is deep in its search heeds no
 * signal and keeps its thread, and only a process can be ended. A process starts when there is none without work.
 */
export function processPlanner(supergraphSdl: string): Planner {
  const idle: Idle[] = [];

  const start = (): ChildProcess => {
    // It gets no environment, hence no secret, and has no voice that a text could be quoted by.
    const child = fork(PROGRAM, [], {
      execArgv: [],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    tell(child, { kind: 'supergraph', sdl: supergraphSdl });
    return child;
  };

  const take = (): ChildProcess => {
    const waiting = idle.pop();
    if (waiting === undefined) return start();
    const { child, ending } = waiting;
    clearTimeout(ending);
    // One that ended while it had no work tells nobody any more.
    if (!child.connected) return take();
    child.ref();
    child.channel?.ref();
    return child;
  };

  const putBack = (child: ChildProcess): void => {
    const ending = setTimeout(() => {
      idle.splice(
        idle.findIndex((one) => one.child === child),
        1,
      );
      child.kill('SIGKILL');
    }, IDLE).unref();
    child.unref();
    child.channel?.unref();
    idle.push({ child, ending });
  };

  return async (text, signal) => {
    const child = take();
    const reply = await ask(child, text, signal);
    if (reply === null) throw new PlanningError('failed');
    putBack(child);
    if (reply.kind === 'none') throw new PlanningError('failed');
    return reply.plan;
  };
}

/** What the process answers; null where it ended instead, as it does when the signal is given. */
async function ask(
  child: ChildProcess,
  text: string,
  signal: AbortSignal | undefined,
): Promise<PlannerReply | null> {
  const end = (): void => {
    child.kill('SIGKILL');
  };
  const replied = new Promise<PlannerReply | null>((resolve) => {
    child.once('message', (reply) => {
      resolve(reply as PlannerReply);
    });
    child.once('exit', () => {
      resolve(null);
    });
    child.once('error', () => {
      resolve(null);
    });
    tell(child, { kind: 'operation', text }, () => resolve(null));
  });
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await replied;
  } finally {
    signal?.removeEventListener('abort', end);
    child.removeAllListeners();
  }
}

/** Tells a process something; one that cannot be told has ended, or is about to. */
function tell(
  child: ChildProcess,
  order: PlannerOrder,
  onEnded: () => void = () => undefined,
): void {
  child.send(order, (error) => {
    if (error !== null) onEnded();
  });
}
