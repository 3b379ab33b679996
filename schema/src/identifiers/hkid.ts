import { plainText } from './plain-text.js';

const HKID = /^([A-Z]{1,2}\d{6})(?:\(([\dA])\)|([\dA]))$/;

/**
 * The normal form of a Hong Kong identity card number, `A123456(3)`; null where the text is none or its check
 * digit is wrong. Takes lower case, full-width characters, and the check digit without brackets.
 */
export function parseHkid(text: string): string | null {
  const [, body, bracketed, bare] = HKID.exec(plainText(text)) ?? [];
  if (body === undefined || hkidCheckDigit(body) !== (bracketed ?? bare)) return null;
  return `${body}(${hkidCheckDigit(body)})`;
}

/**
 * The check digit of a card number's letters and digits (`A123456`): with it, the characters weighed 9 to 1 add
 * up to a multiple of 11. A missing first letter counts 36, letters 10 to 35.
 */
export function hkidCheckDigit(body: string): string {
  const sum = [...body.padStart(8)].reduce(
    (total, character, position) => total + valueOf(character) * (9 - position),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'A' : String(check);
}

function valueOf(character: string): number {
  return character === ' ' ? 36 : parseInt(character, 36);
}
