import { describe, expect, it } from '@jest/globals';
import { newKey } from '@causeway/kit';
import { keyIn, linkText } from './link-text.js';

const KEY = newKey();
const LINK = linkText({ base: 'https://causeway.example', key: KEY, expiresAt: 1_780_000_000_999 });

describe('the text of a link', () => {
  it('is a SMART Health Link behind the page that takes it, with a passcode to go with it', () => {
    const [url, payload = ''] = LINK.split('#shlink:/');
    expect(url).toBe('https://causeway.example/link');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      url,
      key: KEY,
      exp: 1_780_000_000,
      flag: 'P',
      label: 'Health record',
    });
  });

  it('holds no part of the secret before the #, so that no server is sent it', () => {
    expect(LINK.slice(0, LINK.indexOf('#'))).toBe('https://causeway.example/link');
  });
});

describe('the key in', () => {
  const payloadOf = (value: unknown): string =>
    `shlink:/${Buffer.from(JSON.stringify(value)).toString('base64url')}`;

  it.each([
    ['a whole link', LINK],
    ['its shlink part', LINK.slice(LINK.indexOf('shlink'))],
    ['the bare key', KEY],
    ['a link with space around it', `\n ${LINK} `],
    ['a link to another page of the same layer', payloadOf({ key: KEY })],
  ])('%s is found', (_what, text) => {
    expect(keyIn(text)).toBe(KEY);
  });

  it.each([
    ['nothing', ''],
    ['another text', 'https://causeway.example/link'],
    ['a key that is too short', KEY.slice(1)],
    ['a key that is too long', `${KEY}A`],
    ['a key of other signs', `${KEY.slice(1)}+`],
    ['a link cut off', LINK.slice(0, -5)],
    ['a payload that is no JSON', 'shlink:/AAAA'],
    ['a payload without a key', payloadOf({ url: 'https://causeway.example/link' })],
    ['a payload whose key is none', payloadOf({ key: 'short' })],
    ['a payload that is null', payloadOf(null)],
    ['another scheme', LINK.replace('#shlink', '#xshlink')],
    ['a text beyond all measure', `shlink:/${'A'.repeat(4_000)}`],
  ])('%s is not there', (_what, text) => {
    expect(keyIn(text)).toBeNull();
  });
});
