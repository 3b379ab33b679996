/**
 * Secrets in two parts: a key of 256 random bits, which is told to one party, and a code of eight digits, which is told
 * to another. Neither is kept. A slow digest could not protect a code at rest, since all hundred million are soon
 * tried; a digest that is keyed by bits that are kept nowhere leaves nothing to try. So it can be fast, and be compared
 * in the very transaction that counts the attempt.
 */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** What a code is compared with, under its key. */
export interface CodeDigest {
  readonly digest: string;
  readonly salt: string;
}

const DIGITS = 8;

const KEY = /^[A-Za-z0-9_-]{43}$/;

/** A new key: 256 random bits in base64url, 43 characters. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text has the form of a key. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** By what a key is found: its SHA-256, in hex. */
export function digestOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A new code: eight random digits. */
export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** What was meant by a code as people type it: digits in groups or in full width are the digits. */
export function ungrouped(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/** The digits of a code as people write them, in groups or in full width; null for a text that is no code. */
export function codeIn(text: string): string | null {
  const digits = ungrouped(text);
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** What a code will be compared with, under its key. */
export function digestOfCode(key: string, code: string): CodeDigest {
  const salt = randomBytes(16).toString('hex');
  return { digest: hmac(key, salt, code).toString('hex'), salt };
}

/** Whether a code is the one that was digested under the key. */
export function isCodeOf({ digest, salt }: CodeDigest, key: string, code: string): boolean {
  const expected = Buffer.from(digest, 'hex');
  const given = hmac(key, salt, code);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function hmac(key: string, salt: string, code: string): Buffer {
  return createHmac('sha256', key).update(`${salt}.${code}`).digest();
}
