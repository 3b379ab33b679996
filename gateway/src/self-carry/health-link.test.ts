import { describe, expect, it } from '@jest/globals';
import {
  decryptFile,
  encryptFile,
  newSecret,
  readHealthLink,
  writeHealthLink,
} from './health-link.js';

const LINK = {
  url: `https://causeway.example/shl/${'A'.repeat(43)}`,
  key: 'k'.repeat(43),
  exp: 1_800_000_000,
  flag: 'P',
  label: '家人 – for the journey',
  v: 1 as const,
};

describe('a SMART Health Link', () => {
  it('is read as it was written, after a viewer’s address too', () => {
    const text = writeHealthLink(LINK);
    expect(text).toMatch(/^shlink:\/[\w-]+$/);
    expect(readHealthLink(text)).toEqual(LINK);
    expect(readHealthLink(`https://viewer.example/#${text}`)).toEqual(LINK);
  });

  it.each(['', 'shlink:/', 'shlink:/e30', 'shlink:/not-json', 'https://causeway.example'])(
    'is not %j',
    (text) => {
      expect(readHealthLink(text)).toBeNull();
    },
  );

  it.each([
    ['an address of more than 128 characters', { url: `https://${'a'.repeat(121)}` }],
    ['an address of another scheme', { url: 'file:///etc/passwd' }],
    ['a key of another length', { key: 'short' }],
    ['a label of more than 80 characters', { label: 'x'.repeat(81) }],
  ])('is not written with %s', (_what, change) => {
    expect(() => writeHealthLink({ ...LINK, ...change })).toThrow();
  });
});

describe('an encrypted file', () => {
  it('opens with its key and no other', async () => {
    const key = newSecret();
    const jwe = await encryptFile({ resourceType: 'Bundle' }, key);
    expect(await decryptFile(jwe, key)).toEqual({ resourceType: 'Bundle' });
    await expect(decryptFile(jwe, newSecret())).rejects.toThrow('decryption operation failed');
    expect(newSecret()).not.toBe(newSecret());
  });
});
