import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataFolder } from '../data-folder.js';
import { readSettings } from '../settings.js';
import { openExplorer } from './open-explorer.js';

let path: string;

beforeAll(() => {
  path = mkdtempSync(join(tmpdir(), 'causeway-explorer-'));
});

afterAll(() => rmSync(path, { recursive: true }));

const OWN_ISSUER = {
  CAUSEWAY_ISSUER: 'https://issuer.example',
  CAUSEWAY_AUDIENCE: 'causeway',
  CAUSEWAY_JWKS: 'https://issuer.example/jwks',
};

const pathsFor = async (environment: Readonly<Record<string, string>>) => {
  const settings = readSettings({ CAUSEWAY_DATA: path, ...environment });
  const explorer = await openExplorer(openDataFolder(path), settings, () => 0);
  return explorer?.routes.map((route) => route.path) ?? null;
};

describe('the explorer', () => {
  it('offers tokens and the whole schema with the development issuer', async () => {
    expect(await pathsFor({})).toEqual([
      '/explorer',
      '/explorer/assets/',
      '/explorer/token',
      '/explorer/schema',
    ]);
  });

  it('offers neither with an issuer of one’s own', async () => {
    expect(await pathsFor(OWN_ISSUER)).toEqual(['/explorer', '/explorer/assets/']);
  });

  it('is not there in production, unless it is switched on', async () => {
    const production = { ...OWN_ISSUER, NODE_ENV: 'production' };
    expect(await pathsFor(production)).toBeNull();
    expect(await pathsFor({ ...production, CAUSEWAY_EXPLORER: 'on' })).toEqual([
      '/explorer',
      '/explorer/assets/',
    ]);
  });
});
