import { describe, expect, it } from '@jest/globals';
import { cookieOf, setCookie } from './cookies.js';

const HTTPS = new URL('https://causeway.example/');
const LOOPBACK = new URL('http://127.0.0.1:4000/');

describe('a cookie', () => {
  it('is bound to the very host on https', () => {
    expect(setCookie({ name: 'session', value: 'x', sameSite: 'Strict' }, HTTPS)).toBe(
      '__Host-causeway-session=x; Path=/; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it('does without Secure on loopback', () => {
    expect(setCookie({ name: 'session', value: '', sameSite: 'Lax', maxAge: 0 }, LOOPBACK)).toBe(
      'causeway-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it.each([
    ['nothing', undefined, undefined],
    ['other cookies', 'a=1; b=2', undefined],
    ['the cookie among others', 'a=1; causeway-session=x=y ;b=2', 'x=y'],
    ['two of the name', 'causeway-session=x; causeway-session=y', undefined],
    ['a name that ends alike', 'my-causeway-session=x', undefined],
  ])('is read from %s', (_what, header, value) => {
    expect(cookieOf(header, 'session', LOOPBACK)).toBe(value);
  });

  it('of plain http is not read on https', () => {
    expect(cookieOf('causeway-session=x', 'session', HTTPS)).toBeUndefined();
  });
});
