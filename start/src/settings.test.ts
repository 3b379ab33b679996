import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PLANNING } from '@causeway/gateway';
import { SettingsError, readSettings } from './settings.js';

const NO_LIMITS = {
  exchanges: { patients: {}, providers: {}, consents: {}, records: {} },
  servers: {},
  http: {},
  operations: {},
  requests: {},
  caches: {},
  planning: DEFAULT_PLANNING,
  subscriptions: {},
};

const USUAL_HOST = { kind: 'lean', origins: undefined, hasExplorer: true };

const OWN_ISSUER = {
  CAUSEWAY_ISSUER: 'https://issuer.invalid',
  CAUSEWAY_AUDIENCE: 'causeway',
  CAUSEWAY_JWKS: 'https://issuer.invalid/jwks.json',
};

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      data: resolve('.causeway'),
      issuer: undefined,
      openId: undefined,
      notify: undefined,
      isProduction: false,
      publicUrl: undefined,
      maxEncounterDuration: undefined,
      limits: NO_LIMITS,
      documents: { kind: 'unsaid' },
      host: USUAL_HOST,
    });
  });

  it('takes what the environment says', () => {
    const environment = {
      PORT: '4100',
      CAUSEWAY_DATA: '/data',
      NODE_ENV: 'production',
      CAUSEWAY_PUBLIC_URL: 'https://causeway.example',
      CAUSEWAY_MAX_ENCOUNTER_DURATION: 'PT8H',
      ...OWN_ISSUER,
    };
    expect(readSettings(environment)).toEqual({
      port: 4100,
      data: '/data',
      issuer: {
        issuer: 'https://issuer.invalid',
        audience: 'causeway',
        jwks: 'https://issuer.invalid/jwks.json',
      },
      openId: undefined,
      notify: undefined,
      isProduction: true,
      publicUrl: 'https://causeway.example',
      maxEncounterDuration: 'PT8H',
      limits: NO_LIMITS,
      documents: { kind: 'unsaid' },
      host: { ...USUAL_HOST, hasExplorer: false },
    });
  });

  it.each(['', 'causeway.example', 'ftp://causeway.example', 'https://causeway.example/graph'])(
    'refuses the public address %j',
    (address) => {
      expect(() => readSettings({ CAUSEWAY_PUBLIC_URL: address })).toThrow(
        `CAUSEWAY_PUBLIC_URL: expected an origin such as https://causeway.example, got ${JSON.stringify(address)}`,
      );
    },
  );

  it.each(['', '12', 'PT0H', 'twelve hours'])('refuses an encounter that lasts %j', (duration) => {
    expect(() => readSettings({ CAUSEWAY_MAX_ENCOUNTER_DURATION: duration })).toThrow(
      `CAUSEWAY_MAX_ENCOUNTER_DURATION: expected an ISO 8601 duration such as PT12H, got ${JSON.stringify(duration)}`,
    );
  });

  it.each(['0', '65535'])('takes the port %s', (PORT) => {
    expect(readSettings({ PORT }).port).toBe(Number(PORT));
  });

  it('takes a port for metrics, and none where nothing is said', () => {
    expect(readSettings({ CAUSEWAY_METRICS_PORT: '9464' }).metricsPort).toBe(9464);
    expect(readSettings({}).metricsPort).toBeUndefined();
    expect(() => readSettings({ CAUSEWAY_METRICS_PORT: 'x' })).toThrow(
      'CAUSEWAY_METRICS_PORT: expected a number from 0 to 65535, got "x"',
    );
  });

  it.each(['', 'http', '-1', '65536', '4e3', '80.5', '0x50'])('refuses the port %j', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(
      `PORT: expected a number from 0 to 65535, got ${JSON.stringify(PORT)}`,
    );
  });

  it('refuses an empty name of the data folder', () => {
    expect(() => readSettings({ CAUSEWAY_DATA: '' })).toThrow('CAUSEWAY_DATA: expected a folder');
  });

  it.each(['CAUSEWAY_ISSUER', 'CAUSEWAY_AUDIENCE', 'CAUSEWAY_JWKS'])(
    'refuses an issuer of which %s is missing',
    (name) => {
      expect(() => readSettings({ ...OWN_ISSUER, [name]: undefined })).toThrow(
        `expected all three or none, got no ${name}`,
      );
    },
  );

  it('names all that is wrong at once', () => {
    const read = (): unknown => readSettings({ PORT: 'x', CAUSEWAY_ISSUER: 'y' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT: [^]*CAUSEWAY_ISSUER/);
  });
});
