/** Programs of `start/`, run as a person runs them: in processes of their own, told to end by signals. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NEVER_LATE_ENVIRONMENT } from './never-late.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a program ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program under way. */
export interface RunningProgram {
  readonly pid: number;
  /** Resolves with the output so far once it matches; rejects if the program ends without. */
  says(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ending>;
  /** Resolves with what it printed once it ended with 0; rejects, with what it complained of, if it ends otherwise. */
  succeeds(): Promise<string>;
}

/** Runs `start/src/NAME.ts` with these arguments and variables. */
export function runProgram(
  name: string,
  {
    args = [],
    environment = {},
    flags = [],
  }: {
    readonly args?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
    readonly flags?: readonly string[];
  } = {},
): RunningProgram {
  const source = ['--conditions=source', '--import=tsx', ...flags, `start/src/${name}.ts`];
  const child = spawn(process.execPath, [...source, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...NEVER_LATE_ENVIRONMENT, ...environment },
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const hear = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
    hear();
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
    hear();
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    pid: child.pid ?? 0,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const listen = (): void => {
          const heard = `${stdout}${stderr}`;
          if (pattern.test(heard)) resolve(heard);
        };
        listeners.add(listen);
        listen();
        void ended.then(() => {
          reject(new Error(`Expected ${name} to say ${String(pattern)}, got:\n${stdout}${stderr}`));
        });
      }),
    kill: (signal) => child.kill(signal),
    ended,
    succeeds: async () => {
      const { code, signal } = await ended;
      if (code === 0) return stdout;
      const got = String(code ?? signal);
      throw new Error(`Expected ${name} to end with 0, got ${got}:\n${stdout}${stderr}`);
    },
  };
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
