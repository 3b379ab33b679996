import { plainText } from './plain-text.js';

/** The normal form of a Hong Kong healthcare provider's number: ten digits; null where the text is none. */
export function parseHcpNumber(text: string): string | null {
  const number = plainText(text);
  return /^\d{10}$/.test(number) ? number : null;
}
