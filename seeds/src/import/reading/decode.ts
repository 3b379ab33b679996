import { refusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/**
 * The text that bytes encode, or why they are refused: JSON between systems is UTF-8 without a byte order mark
 * (RFC 8259, 8.1), and a file that was encoded twice is not guessed at.
 */
export function decode(bytes: Uint8Array): string | Refusal {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return refusal(
      'BYTE_ORDER_MARK',
      'Expected UTF-8, got it with a byte order mark; remove the first three bytes',
    );
  }
  const isUtf16 =
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (bytes.length >= 2 && (first === 0 || second === 0));
  if (isUtf16) return refusal('UTF16', 'Expected UTF-8, got UTF-16; convert the file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refusal('INVALID_UTF8', 'Expected UTF-8, got bytes that are none; convert the file');
  }
}
