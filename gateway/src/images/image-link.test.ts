import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@causeway/schema';
import { LINK_LIFETIME, isSigned, signLink } from './image-link.js';
import type { LinkTerms } from './image-link.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const KEY = new Uint8Array(32).fill(1);

const caller: Caller = {
  kind: 'person',
  person: 'chan',
  subject: 'subject',
  client: 'client',
  tokenId: 'token',
  purpose: 'PATRQT',
};

const terms: LinkTerms = { image: 'i-1', use: 'VIEW', caller, expires: NOW + LINK_LIFETIME };

describe('a link', () => {
  const signature = signLink(terms, KEY);

  it('is good for what it was signed for', () => {
    expect(isSigned(terms, signature, KEY, NOW)).toBe(true);
  });

  it.each<[string, LinkTerms]>([
    ['image', { ...terms, image: 'i-2' }],
    ['use', { ...terms, use: 'DOWNLOAD' }],
    ['end', { ...terms, expires: terms.expires - 1 }],
    ['token', { ...terms, caller: { ...caller, tokenId: 'other' } }],
    ['subject', { ...terms, caller: { ...caller, subject: 'other' } }],
    ['client', { ...terms, caller: { ...caller, client: 'other' } }],
    ['purpose of use', { ...terms, caller: { ...caller, purpose: 'TREAT' } }],
  ])('is good for no other %s', (_, other) => {
    expect(isSigned(other, signature, KEY, NOW)).toBe(false);
  });

  it('is good under no other key, and not without its signature', () => {
    expect(isSigned(terms, signature, new Uint8Array(32), NOW)).toBe(false);
    expect(isSigned(terms, '', KEY, NOW)).toBe(false);
    expect(isSigned(terms, signature.slice(1), KEY, NOW)).toBe(false);
  });

  it('ends, and cannot be made for longer', () => {
    expect(isSigned(terms, signature, KEY, terms.expires - 1)).toBe(true);
    expect(isSigned(terms, signature, KEY, terms.expires)).toBe(false);
    const long = { ...terms, expires: NOW + LINK_LIFETIME + 1 };
    expect(isSigned(long, signLink(long, KEY), KEY, NOW)).toBe(false);
    const never = { ...terms, expires: Number.NaN };
    expect(isSigned(never, signLink(never, KEY), KEY, NOW)).toBe(false);
  });
});
