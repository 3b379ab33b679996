/** What a token is bound to: its `cnf` claim. */
import { z } from 'zod';

/** What the holder of a bound token has to show, by the SHA-256 thumbprint of it. */
export interface Confirmation {
  readonly kind: 'key' | 'certificate';
  /** In base64url. */
  readonly thumbprint: string;
}

const thumbprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * The `cnf` claim: a key (RFC 9449, section 6.1) or a certificate (RFC 8705, section 3.1), and nothing else. A binding
 * that is not understood must not be taken for none.
 */
export const confirmation = z.union([
  z
    .strictObject({ jkt: thumbprint })
    .transform(({ jkt }): Confirmation => ({ kind: 'key', thumbprint: jkt })),
  z
    .strictObject({ 'x5t#S256': thumbprint })
    .transform((cnf): Confirmation => ({ kind: 'certificate', thumbprint: cnf['x5t#S256'] })),
]);
