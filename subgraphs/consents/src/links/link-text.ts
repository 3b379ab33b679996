/**
 * Links in the shape of SMART Health Links: what they say stands behind the `#`, so that no server is sent it unasked.
 *
 * @see https://docs.smarthealthit.org/smart-health-links/spec/
 */
import { isKey } from '@causeway/kit';

/** What a link says. */
export interface LinkParts {
  /** Where the layer is reached: `https://causeway.example`. */
  readonly base: string;
  /** 256 random bits in base64url. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** No text that says anything of the patient. */
const LABEL = 'Health record';

/** The longest text that is looked at. */
const MAX_LENGTH = 2_048;

/** The text of a link, as a QR code holds it. A passcode goes with it: flag `P`. */
export function linkText({ base, key, expiresAt }: LinkParts): string {
  const url = `${base}/link`;
  const payload = { url, key, exp: Math.floor(expiresAt / 1_000), flag: 'P', label: LABEL };
  return `${url}#shlink:/${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
}

/** The key that a text holds: a whole link, its `shlink:/…` part, or the bare key; null for any other text. */
export function keyIn(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return null;
  if (isKey(trimmed)) return trimmed;
  const [, payload] = /(?:^|#)shlink:\/([A-Za-z0-9_-]+)$/.exec(trimmed) ?? [];
  return payload === undefined ? null : keyOf(payload);
}

function keyOf(payload: string): string | null {
  try {
    const { key } = Object(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    ) as Readonly<Record<string, unknown>>;
    return typeof key === 'string' && isKey(key) ? key : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
