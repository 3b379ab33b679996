/**
 * SMART Health Links: an encrypted file, and the link whose fragment-like payload holds the key. Whoever serves the file
 * never has the key; whoever has the link needs the passcode besides.
 *
 * @see https://docs.smarthealthit.org/smart-health-links/spec
 */
import { randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';

/** The media type of the files. */
export const FHIR_JSON = 'application/fhir+json';

/** What a link says. */
const payloadShape = z.object({
  /** The manifest's URL: of 256 random bits, 128 characters at most. */
  url: z.url({ protocol: /^https?$/ }).max(128),
  /** 32 bytes in base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** Epoch seconds; a hint, since it is the server that ends a link. */
  exp: z.number().optional(),
  flag: z.string().optional(),
  label: z.string().max(80).optional(),
  v: z.literal(1).optional(),
});

/** What a link says. */
export type HealthLink = z.infer<typeof payloadShape>;

const SCHEME = 'shlink:/';

/** Random bits for a manifest's URL, a key or a location: 256 of them in base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A link as text. @throws ZodError if it says what no link may say */
export function writeHealthLink(link: HealthLink): string {
  const payload = JSON.stringify(payloadShape.parse(link));
  return `${SCHEME}${Buffer.from(payload).toString('base64url')}`;
}

/** A link from its text, with or without a viewer's address before it; null for any other text. */
export function readHealthLink(text: string): HealthLink | null {
  const [, payload] = /shlink:\/([\w-]+)$/.exec(text.trim()) ?? [];
  if (payload === undefined) return null;
  try {
    return payloadShape.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** A file as a compact JWE under a key. */
export function encryptFile(file: object, key: string): Promise<string> {
  return new CompactEncrypt(Buffer.from(JSON.stringify(file)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: FHIR_JSON })
    .encrypt(Buffer.from(key, 'base64url'));
}

/** The file in a JWE. @throws JOSEError or SyntaxError if it was not made with the key */
export async function decryptFile(jwe: string, key: string): Promise<unknown> {
  const { plaintext } = await compactDecrypt(jwe, Buffer.from(key, 'base64url'), {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return JSON.parse(Buffer.from(plaintext).toString('utf8'));
}
