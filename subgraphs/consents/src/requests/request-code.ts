/**
 * One-time codes from the patient's app: twelve characters of Crockford's base 32, 60 random bits. A code is shown once
 * and kept nowhere; what is kept is its digest, for the ten minutes that it is of use.
 *
 * @see https://www.crockford.com/base32.html
 */
import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LENGTH = 12;

/** How long a code is of use, in milliseconds. */
export const REQUEST_CODE_LIFETIME = 10 * 60_000;

/** A new code, as it is shown: `7KQ2-9XTM-4HVD`. */
export function newRequestCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}

/** By what a code is found, however people write it: its SHA-256, in hex. A text that is no code is found by nothing. */
export function digestOfRequestCode(text: string): string {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
}
