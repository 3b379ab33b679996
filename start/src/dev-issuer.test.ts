import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createIdentity } from '@causeway/gateway';
import { PERSONAS } from '@causeway/seeds/personas';
import type { Persona } from '@causeway/seeds/personas';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { openDataFolder } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import {
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  ProductionError,
  TOKEN_LIFETIME,
  openDevelopmentIssuer,
} from './dev-issuer.js';
import { ExposedKeyError } from './signing-key.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const DEVELOPMENT = { isProduction: false };

let parent: string;
let folder: DataFolder;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'causeway-issuer-'));
  folder = openDataFolder(join(parent, 'data'));
});

afterEach(() => rmSync(parent, { recursive: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

const chan = PERSONAS[0] as Persona;

describe('the development issuer', () => {
  it('keeps its key where its owner alone can read it', async () => {
    await openDevelopmentIssuer(folder, DEVELOPMENT);
    expect(modeOf(folder.path)).toBe(0o700);
    expect(modeOf(folder.issuerKey)).toBe(0o600);
  });

  it('publishes the public half of its key, and nothing of the private one', async () => {
    await openDevelopmentIssuer(folder, DEVELOPMENT);
    const { keys } = JSON.parse(readFileSync(folder.issuerJwks, 'utf8')) as JSONWebKeySet;
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'],
    ]);
  });

  it('signs with the same key after it is opened again, or by several at once', async () => {
    const opened = await Promise.all(
      [1, 2, 3].map(() => openDevelopmentIssuer(folder, DEVELOPMENT)),
    );
    const again = await openDevelopmentIssuer(folder, DEVELOPMENT);
    const tokens = await Promise.all(
      [...opened, again].map((issuer) => issuer.issue(chan.claims, NOW)),
    );
    expect(new Set(tokens.map((token) => decodeProtectedHeader(token).kid)).size).toBe(1);
    expect(readdirSync(folder.path)).toHaveLength(2);
  });

  it('makes a token that its public key verifies', async () => {
    const issuer = await openDevelopmentIssuer(folder, DEVELOPMENT);
    const keys = createLocalJWKSet(
      JSON.parse(readFileSync(folder.issuerJwks, 'utf8')) as JSONWebKeySet,
    );
    const { payload, protectedHeader } = await jwtVerify(
      await issuer.issue(chan.claims, NOW),
      keys,
      {
        issuer: DEVELOPMENT_ISSUER,
        audience: DEVELOPMENT_AUDIENCE,
        typ: 'at+jwt',
        currentDate: new Date(NOW),
      },
    );
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({
      ...chan.claims,
      jti: expect.any(String),
      iat: NOW / 1000,
      exp: NOW / 1000 + TOKEN_LIFETIME,
    });
  });

  it.each(
    PERSONAS.flatMap(({ name, claims }) =>
      claims.purpose_of_use.map((purpose) => ({ name, claims, purpose })),
    ),
  )('makes a token by which the gateway knows $name, for $purpose', async ({ claims, purpose }) => {
    const issuer = await openDevelopmentIssuer(folder, DEVELOPMENT);
    const identity = createIdentity({
      issuers: [
        {
          issuer: DEVELOPMENT_ISSUER,
          audience: DEVELOPMENT_AUDIENCE,
          keys: { file: folder.issuerJwks },
          unboundGrants: 'DEVELOPMENT_ONLY',
        },
      ],
    });
    const authorization = `Bearer ${await issuer.issue(claims, NOW)}`;
    const request = {
      method: 'POST',
      url: new URL('http://localhost:4000/graphql'),
      headers: { authorization, 'purpose-of-use': purpose },
    };
    expect(await identity.identify(request, () => NOW)).toMatchObject({
      kind: 'caller',
      caller: { subject: claims.sub, purpose },
    });
  });

  it('makes a token for as long as it is asked to', async () => {
    const issuer = await openDevelopmentIssuer(folder, DEVELOPMENT);
    expect(decodeJwt(await issuer.issue(chan.claims, NOW, 60)).exp).toBe(NOW / 1000 + 60);
  });

  it('refuses a key that others can read', async () => {
    await openDevelopmentIssuer(folder, DEVELOPMENT);
    chmodSync(folder.issuerKey, 0o640);
    await expect(openDevelopmentIssuer(folder, DEVELOPMENT)).rejects.toThrow(ExposedKeyError);
  });

  it('does not exist in production', async () => {
    await expect(openDevelopmentIssuer(folder, { isProduction: true })).rejects.toThrow(
      ProductionError,
    );
    expect(existsSync(folder.issuerKey)).toBe(false);
  });
});
