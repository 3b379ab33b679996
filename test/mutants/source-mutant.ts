import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.js';

/** A fault in a copy of the sources. */
export interface SourceFault {
  readonly name: string;
  /** Puts the fault into the copy that stands in the folder. */
  readonly apply: (folder: string) => void;
  /** Paths of the test files that should notice, from the root: `gateway/src/enforcement/decide`. */
  readonly tests: readonly string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a copy leaves out: what is installed, built or kept aside, and what begins with a dot but configures. */
const LEFT_OUT = ['node_modules', 'dist', 'coverage', '.git', '.turbo', '.causeway'];

/** A mutant that runs tests over a copy of the sources with a fault in it. */
export function sourceMutant({ name, apply, tests }: SourceFault): Mutant {
  return {
    name,
    notice: () => {
      expectSound(tests);
      return failureIn(apply, tests);
    },
  };
}

const sound = new Set<string>();

/** @throws Error if the tests fail without any fault: they could not tell a mutant */
function expectSound(tests: readonly string[]): void {
  const key = tests.join(' ');
  if (sound.has(key)) return;
  const failure = failureIn(() => undefined, tests);
  if (failure !== null) throw new Error(`Expected ${key} to pass without a fault, got ${failure}`);
  sound.add(key);
}

/** The first failure of tests in a copy that was tampered with; null if they pass. */
function failureIn(apply: SourceFault['apply'], tests: readonly string[]): string | null {
  return inCopy((folder) => {
    apply(folder);
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
    const { status, stderr } = spawnSync(process.execPath, [...jest, '--ci', '--bail', ...tests], {
      cwd: folder,
      encoding: 'utf8',
    });
    return status === 0 ? null : (/●.*/.exec(stderr)?.[0] ?? `exit code ${String(status)}`);
  });
}

/** A source file, by its path from the root. */
export function readSource(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/**
 * Replaces a text that stands exactly once in a file of a copy.
 *
 * @throws Error if it does not, so that a mutant cannot come to nothing unseen
 */
export function replaceIn(folder: string, file: string, text: string, by: string): void {
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(text);
  if (parts.length !== 2) {
    throw new Error(
      `Expected ${JSON.stringify(text)} once in ${file}, got it ${String(parts.length - 1)} times`,
    );
  }
  writeFileSync(path, parts.join(by));
}

function inCopy<Result>(work: (folder: string) => Result): Result {
  // The same path each time, so that jest finds what it has transformed before.
  const folder = join(parent, 'causeway');
  try {
    cpSync(ROOT, folder, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
    linkPackages(folder);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const parent = mkdtempSync(join(tmpdir(), 'causeway-mutants-'));
process.on('exit', () => {
  rmSync(parent, { recursive: true, force: true });
});

/** Installed packages are those of the original; workspaces are those of the copy. */
function linkPackages(folder: string): void {
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name === '@causeway') continue;
    link(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const name of readdirSync(join(ROOT, 'node_modules/@causeway'))) {
    const workspace = relative(ROOT, realpathSync(join(ROOT, 'node_modules/@causeway', name)));
    link(join(folder, workspace), join(folder, 'node_modules/@causeway', name));
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
