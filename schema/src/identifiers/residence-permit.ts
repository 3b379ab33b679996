import { parseMainlandId } from './mainland-id.js';

/** Where the holder of a residence permit comes from: ISO 3166 of Hong Kong, Macao and Taiwan. */
export type ResidencePermitOrigin = 'HK' | 'MO' | 'TW';

const ORIGINS: Readonly<Record<string, ResidencePermitOrigin>> = {
  '810000': 'HK',
  '820000': 'MO',
  '830000': 'TW',
};

/**
 * The normal form of a residence permit number of a Hong Kong, Macao or Taiwan resident in the Mainland, and its
 * holder's origin; null where the text is none. It is built like a Mainland identity number, of an area of its own.
 */
export function parseResidencePermit(
  text: string,
): { readonly number: string; readonly origin: ResidencePermitOrigin } | null {
  const number = parseMainlandId(text);
  const origin = number === null ? undefined : ORIGINS[number.slice(0, 6)];
  return number === null || origin === undefined ? null : { number, origin };
}
