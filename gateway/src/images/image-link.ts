/**
 * Links to images: signed by the gateway, good for minutes, for one image, one use of it, and the token they were made
 * for. Whoever has a link has nothing without that token.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caller } from '@causeway/schema';

/** What a link is for: to look at frames, or to take the file away. */
export type ImageUse = 'VIEW' | 'DOWNLOAD';

/** How long a link is good, in milliseconds. */
export const LINK_LIFETIME = 5 * 60_000;

/** What a link speaks for. */
export interface LinkTerms {
  readonly image: string;
  readonly use: ImageUse;
  readonly caller: Caller;
  /** When it ends (epoch milliseconds). */
  readonly expires: number;
}

/** The signature of a link, in base64url. */
export function signLink(terms: LinkTerms, key: Uint8Array): string {
  return signatureOf(terms, key).toString('base64url');
}

/** Whether a signature is of these terms, and they have not ended. */
export function isSigned(
  terms: LinkTerms,
  signature: string,
  key: Uint8Array,
  now: number,
): boolean {
  if (!(terms.expires > now && terms.expires <= now + LINK_LIFETIME)) return false;
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(terms, key);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf({ image, use, caller, expires }: LinkTerms, key: Uint8Array): Buffer {
  const { kind, subject, client, tokenId, purpose } = caller;
  // A token's id is its issuer's to choose: who it speaks for makes it one of a kind.
  const terms = [image, use, expires, kind, subject, client, tokenId, purpose];
  return createHmac('sha256', key).update(JSON.stringify(terms)).digest();
}
