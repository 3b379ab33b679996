import { earliestInstant } from '../clinical-date.js';
import { plainText } from './plain-text.js';

const MAINLAND_ID = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** Position weights of ISO 7064 MOD 11-2 over 17 digits. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The normal form of an 18-character Mainland identity number (GB 11643-1999): six digits of area, the birth date,
 * three of sequence and the check character; null where the text is none, its birth date is not in the calendar or
 * its check character is wrong. Takes full-width characters and a lower-case `x`.
 */
export function parseMainlandId(text: string): string | null {
  const id = plainText(text);
  const [, year, month, day] = MAINLAND_ID.exec(id) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (earliestInstant(`${year}-${month}-${day}`) === null) return null;
  return mainlandIdCheckCharacter(id.slice(0, 17)) === id.charAt(17) ? id : null;
}

/** The check character of the first 17 digits of a Mainland identity number (ISO 7064 MOD 11-2). */
export function mainlandIdCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, position) => total + weight * Number(body.charAt(position)),
    0,
  );
  return '10X98765432'.charAt(sum % 11);
}
