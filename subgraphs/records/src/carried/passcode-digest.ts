/**
 * Passcodes at rest: an HMAC-SHA-256 under the link's own 256 random bits, which are kept nowhere. Whoever reads the
 * database has nothing to try passcodes against, and the comparison is fast enough for the transaction that counts the
 * attempt.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a passcode is compared with, under its key. */
export interface PasscodeDigest {
  readonly digest: string;
  readonly salt: string;
}

/** By what a secret of 256 random bits is found: its SHA-256, in hex. */
export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What a passcode will be compared with, under its key. */
export function digestOfPasscode(key: string, passcode: string): PasscodeDigest {
  const salt = randomBytes(16).toString('hex');
  return { digest: hmac(key, salt, passcode).toString('hex'), salt };
}

/** Whether a passcode is the one that was digested under the key. */
export function isPasscodeOf(kept: PasscodeDigest, key: string, passcode: string): boolean {
  const expected = Buffer.from(kept.digest, 'hex');
  const given = hmac(key, kept.salt, passcode);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Digits in full width or in groups, as people type them, are the digits that were meant. */
function hmac(key: string, salt: string, passcode: string): Buffer {
  const typed = passcode.normalize('NFKC').replace(/[\s-]/g, '');
  return createHmac('sha256', key).update(`${salt}.${typed}`).digest();
}
