import { describe, expect, it } from '@jest/globals';
import { readOpenId } from './openid-settings.js';

const PROVIDER = {
  CAUSEWAY_OIDC_ISSUER: 'https://sign-in.example',
  CAUSEWAY_OIDC_CLIENT_ID: 'pages',
};

const read = (environment: Readonly<Record<string, string>>, hasIssuer = true) => {
  const problems: string[] = [];
  return { settings: readOpenId(environment, hasIssuer, problems), problems };
};

describe('the settings of signing in', () => {
  it('may be left out', () => {
    expect(read({})).toEqual({ settings: undefined, problems: [] });
  });

  it('name a provider, with a secret or without', () => {
    const settings = { issuer: 'https://sign-in.example', clientId: 'pages' };
    expect(read(PROVIDER).settings).toEqual({ ...settings, clientSecretFile: null });
    expect(read({ ...PROVIDER, CAUSEWAY_OIDC_CLIENT_SECRET_FILE: '/run/secret' }).settings).toEqual(
      { ...settings, clientSecretFile: '/run/secret' },
    );
  });

  it.each<readonly [string, Readonly<Record<string, string>>, boolean, string]>([
    ['no client', { CAUSEWAY_OIDC_ISSUER: 'https://sign-in.example' }, true, 'expected both'],
    ['no issuer', { CAUSEWAY_OIDC_CLIENT_ID: 'pages' }, true, 'expected both'],
    ['no file', { ...PROVIDER, CAUSEWAY_OIDC_CLIENT_SECRET_FILE: '' }, true, 'or a file'],
    ['no issuer of tokens', PROVIDER, false, 'expected CAUSEWAY_ISSUER beside it'],
    [
      'a plain address',
      { ...PROVIDER, CAUSEWAY_OIDC_ISSUER: 'http://sign-in.example' },
      true,
      'expected an https address',
    ],
  ])('are refused with %s', (_what, environment, hasIssuer, problem) => {
    const { settings, problems } = read(environment, hasIssuer);
    expect(settings).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
