import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ROUTING_URLS, SUBGRAPHS } from '@causeway/schema';
import { sdlPath } from '@causeway/schema/compose-files';

const path = fileURLToPath(new URL('../../schema/supergraph.yaml', import.meta.url));
const config = readFileSync(path, 'utf8');

const valuesOf = (key: string): readonly string[] =>
  [...config.matchAll(new RegExp(`^ *${key}: (\\S+)$`, 'gm'))].map(([, value = '']) => value);

describe('supergraph.yaml', () => {
  it('names every subgraph, in the order in which they are composed', () => {
    const names = [...config.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name);
    expect(names).toEqual(SUBGRAPHS);
  });

  it('names the committed SDLs, relative to itself', () => {
    const files = valuesOf('file');
    expect(files.every((file) => file.startsWith('./'))).toBe(true);
    const paths = files.map((file) => resolve(join(dirname(path), file)));
    expect(paths).toEqual(SUBGRAPHS.map(sdlPath));
    expect(paths.every(existsSync)).toBe(true);
  });

  it('routes to where each subgraph listens', () => {
    expect(valuesOf('routing_url')).toEqual(SUBGRAPHS.map((name) => ROUTING_URLS[name]));
  });
});
