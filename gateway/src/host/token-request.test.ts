import { describe, expect, it } from '@jest/globals';
import { OAuthError } from './oauth-error.js';
import { ACCESS_TOKEN, TOKEN_EXCHANGE, readTokenRequest } from './token-request.js';

const SOUND = {
  grant_type: TOKEN_EXCHANGE,
  subject_token: 'token',
  subject_token_type: ACCESS_TOKEN,
  grant: 'grant-1',
};

const form = (changes: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams({ ...SOUND, ...changes });

function without(name: string): URLSearchParams {
  const parameters = form();
  parameters.delete(name);
  return parameters;
}

function twice(name: string): URLSearchParams {
  const parameters = form();
  parameters.append(name, parameters.get(name) ?? 'value');
  parameters.append(name, 'another');
  return parameters;
}

const refused = (code: string, name: string): unknown =>
  expect.objectContaining({ code, status: 400, message: expect.stringContaining(`\`${name}\``) });

describe('readTokenRequest', () => {
  it.each([
    ['an exchange', form()],
    ['one that names the type it asks for', form({ requested_token_type: ACCESS_TOKEN })],
    ['one with parameters that are not known', form({ audience: 'anybody' })],
  ])('takes %s', (_case, parameters) => {
    expect(readTokenRequest(parameters)).toEqual({ subjectToken: 'token', grant: 'grant-1' });
  });

  it.each([
    ['subject_token', without('subject_token')],
    ['subject_token', form({ subject_token: '' })],
    ['subject_token_type', without('subject_token_type')],
    [
      'subject_token_type',
      form({ subject_token_type: 'urn:ietf:params:oauth:token-type:id_token' }),
    ],
    [
      'requested_token_type',
      form({ requested_token_type: 'urn:ietf:params:oauth:token-type:jwt' }),
    ],
    ['actor_token', form({ actor_token: 'token' })],
    ['grant', without('grant')],
    ['grant', form({ grant: '' })],
    ['grant_type', twice('grant_type')],
    ['subject_token', twice('subject_token')],
    ['grant', twice('grant')],
  ])('refuses one for its %s', (name, parameters) => {
    expect(() => readTokenRequest(parameters)).toThrow(OAuthError);
    expect(() => readTokenRequest(parameters)).toThrow(refused('invalid_request', name));
  });

  it.each([without('grant_type'), form({ grant_type: 'password' })])(
    'refuses another grant type',
    (parameters) => {
      expect(() => readTokenRequest(parameters)).toThrow(
        refused('unsupported_grant_type', 'grant_type'),
      );
    },
  );
});
