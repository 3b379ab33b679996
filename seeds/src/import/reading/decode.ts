import { refusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/**
 * The text that bytes encode, or why they are refused. JSON between systems is UTF-8 (RFC 8259, 8.1); one byte order
 * mark is let pass, as the RFC allows, since servers and editors write it. What was encoded twice is not guessed at.
 */
export function decode(bytes: Uint8Array): string | Refusal {
  if (isUtf16(bytes)) return refusal('UTF16', 'Expected UTF-8, got UTF-16; convert the file');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refusal('INVALID_UTF8', 'Expected UTF-8, got bytes that are none; convert the file');
  }
  return text.startsWith(BYTE_ORDER_MARK) || isEncodedTwice(text)
    ? refusal('DOUBLE_ENCODED_UTF8', 'Expected UTF-8, got it encoded twice; decode the file once')
    : text;
}

/** The decoder takes away one mark; a second one was encoded with the text. */
const BYTE_ORDER_MARK = '\ufeff';

function isUtf16([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return false;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // JSON begins with a character of ASCII, one of whose two bytes is zero.
  return hasMark || first === 0 || second === 0;
}

/** What Windows-1252 has where Latin-1 has control characters. */
const WINDOWS_1252 = new Map(
  Array.from(
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
    (character, index) => [character, 0x80 + index] as const,
  ),
);

/**
 * Whether a text is UTF-8 that was once taken for Latin-1 or Windows-1252 and encoded again: all that is not ASCII
 * in it reads as bytes of UTF-8. Real text in those alphabets does not.
 */
function isEncodedTwice(text: string): boolean {
  const runs = text.match(/[^\0-\x7f]+/g);
  if (runs === null) return false;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return runs.every((run) => {
    const bytes = Array.from(run, byteOf);
    if (bytes.includes(null)) return false;
    try {
      decoder.decode(Uint8Array.from(bytes as number[]));
      return true;
    } catch {
      return false;
    }
  });
}

function byteOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  return WINDOWS_1252.get(character) ?? (code <= 0xff ? code : null);
}
