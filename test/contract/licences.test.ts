/**
 * What a running Causeway loads is under licences that let anybody run and pass it on. Packages that serve tests and
 * building alone may be under others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);

/** Licences, by their SPDX names, that a package of a running graph may be under. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  // MIT without the duty to repeat its notice: who may do what MIT allows, may do it under less.
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

interface Locked {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Where a package that another one asks for stands, as Node looks for it; undefined where it is not installed. */
function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const found = packages[place];
    if (found !== undefined) return found.link === true ? found.resolved : place;
    if (folder === '') return undefined;
  }
}

/** Every package that the workspaces need to run, theirs included, by its place. */
function runtimePlaces(): ReadonlySet<string> {
  const workspaces = Object.keys(packages).filter((place) => !place.includes('node_modules/'));
  const places = new Set<string>();
  const queue = [...workspaces];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {};
    for (const name of Object.keys({
      ...dependencies,
      ...optionalDependencies,
      ...peerDependencies,
    })) {
      const needed = placeOf(name, place);
      if (needed !== undefined) queue.push(needed);
    }
  }
  return places;
}

/** What a package says of its licence: its own file, or the lock file where it is for another platform. */
function licenceOf(place: string): string {
  const file = new URL(`${place}/package.json`, ROOT);
  const stated = existsSync(fileURLToPath(file))
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly license?: unknown }).license
    : packages[place]?.license;
  return typeof stated === 'string' ? stated : 'none';
}

/** Whether an SPDX expression allows: one of its alternatives does, with all that it demands. */
function isAllowed(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((name) => ALLOWED.has(name)));
}

describe('the packages of a running graph', () => {
  const installed = [...runtimePlaces()].filter((place) => place.includes('node_modules/'));

  it('are found by walking what the workspaces ask for', () => {
    for (const name of ['graphql', '@apollo/server', 'better-sqlite3', 'jose', 'undici']) {
      expect(installed).toContain(`node_modules/${name}`);
    }
    expect(installed).not.toContain('node_modules/jest');
  });

  it('are under licences that are allowed', () => {
    const refused = installed
      .map((place) => `${place}: ${licenceOf(place)}`)
      .filter((line) => !isAllowed(line.slice(line.indexOf(': ') + 2)));
    expect(refused).toEqual([]);
  });

  it('are none of those under the Elastic License, which serve comparison in tests alone', () => {
    const elastic = Object.keys(packages).filter((place) =>
      /elastic/i.test(`${packages[place]?.license ?? ''} ${licenceOf(place)}`),
    );
    expect(elastic).toContain('node_modules/@apollo/composition');
    expect(elastic.filter((place) => installed.includes(place))).toEqual([]);
  });
});

describe('the workspaces', () => {
  const workspaces = Object.keys(packages).filter(
    (place) => place !== '' && !place.includes('node_modules/'),
  );

  it.each(workspaces)('%s is under Apache-2.0', (workspace) => {
    expect(licenceOf(workspace)).toBe('Apache-2.0');
  });
});
