/** Where a version of the graph is read from: a folder of SDL files, this checkout, or one of its commits. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../program.js';

/** The files that make a version of the graph. */
export interface GraphFiles {
  /** What it is called, in messages. */
  readonly name: string;
  readonly sdl: readonly { readonly name: string; readonly text: string }[];
  /** `audiences.json`, `approved-widenings.json` and `CHANGELOG.md`, where it has them. */
  readonly audiences: string | null;
  readonly approvals: string | null;
  readonly changelog: string | null;
  /** The folder of the teams that have registered operations; null where there is none to read. */
  readonly consumers: string | null;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a checkout of Causeway keeps them. */
const PLACES = {
  sdl: 'schema/sdl',
  audiences: 'schema/contracts/audiences.json',
  approvals: 'schema/approved-widenings.json',
  changelog: 'CHANGELOG.md',
  consumers: 'schema/consumers',
} as const;

/** This checkout as it stands, committed or not. */
export function workingTree(): GraphFiles {
  return {
    name: 'this checkout',
    sdl: sdlIn(join(ROOT, PLACES.sdl)),
    audiences: textOf(join(ROOT, PLACES.audiences)),
    approvals: textOf(join(ROOT, PLACES.approvals)),
    changelog: textOf(join(ROOT, PLACES.changelog)),
    consumers: join(ROOT, PLACES.consumers),
  };
}

/**
 * A folder of SDL files: a supergraph, or one subgraph a file.
 *
 * @throws StartError if there is none
 */
export function folder(path: string): GraphFiles {
  const sdl = existsSync(path) && statSync(path).isDirectory() ? sdlIn(path) : [];
  if (sdl.length === 0) {
    throw new StartError(`Expected a folder with .graphql files, got ${JSON.stringify(path)}`);
  }
  return {
    name: path,
    sdl,
    audiences: textOf(join(path, 'audiences.json')),
    approvals: textOf(join(path, 'approved-widenings.json')),
    changelog: textOf(join(path, 'CHANGELOG.md')),
    consumers: existsSync(join(path, 'consumers')) ? join(path, 'consumers') : null,
  };
}

/**
 * A commit of this checkout.
 *
 * @throws StartError if git knows no such commit, or if it has no SDL
 */
export function commit(ref: string): GraphFiles {
  const id = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim();
  if (id === undefined) {
    throw new StartError(
      `Expected a folder of SDL files or a commit that git knows here, got ${JSON.stringify(ref)}. A shallow clone may lack it: git fetch --unshallow`,
    );
  }
  const show = (path: string): string | null => git('show', `${id}:${path}`) ?? null;
  const names = (git('ls-tree', '--name-only', `${id}:${PLACES.sdl}`) ?? '').split('\n');
  const sdl = names
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ name, text: show(`${PLACES.sdl}/${name}`) ?? '' }));
  if (sdl.length === 0) throw new StartError(`Expected SDL in ${PLACES.sdl} of ${ref}, got none`);
  return {
    name: ref,
    sdl,
    audiences: show(PLACES.audiences),
    approvals: show(PLACES.approvals),
    changelog: show(PLACES.changelog),
    // Teams send the operations of today.
    consumers: null,
  };
}

function sdlIn(path: string): GraphFiles['sdl'] {
  const names = readdirSync(path).filter((name) => name.endsWith('.graphql'));
  // A supergraph stands for the whole folder: what lies beside it was made from it.
  const own = names.includes('supergraph.graphql') ? ['supergraph.graphql'] : names.sort();
  return own.map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function git(...commandLine: readonly string[]): string | undefined {
  try {
    return execFileSync('git', commandLine, {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
