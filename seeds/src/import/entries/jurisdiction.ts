import { objectsOf, textOf } from '@causeway/records/fhir';
import type { Element } from '@causeway/records/fhir';

/** Where nothing is known: the code that ISO 3166 leaves to its users, and no place's. */
export const UNKNOWN_JURISDICTION = 'ZZ';

const COUNTRIES: Readonly<Record<string, string>> = {
  'hong kong': 'HK',
  hkg: 'HK',
  香港: 'HK',
  china: 'CN',
  chn: 'CN',
  中国: 'CN',
  中國: 'CN',
  taiwan: 'TW',
  twn: 'TW',
  臺灣: 'TW',
  台灣: 'TW',
  macao: 'MO',
  macau: 'MO',
  mac: 'MO',
  澳門: 'MO',
  usa: 'US',
  'united states': 'US',
};

const GUANGDONG = /guangdong|广东|廣東/i;

/** The jurisdiction of a resource with addresses (ISO 3166-2), as its first address with a country has it. */
export function jurisdictionOf(resource: Element): string {
  const addresses = resource['address'] === undefined ? [] : objectsOf(resource['address']);
  for (const address of addresses) {
    const country = countryOf(textOf(address['country']));
    if (country === null) continue;
    const state = textOf(address['state']) ?? '';
    return country === 'CN' && GUANGDONG.test(state) ? 'CN-GD' : country;
  }
  return UNKNOWN_JURISDICTION;
}

function countryOf(text: string | null): string | null {
  if (text === null) return null;
  if (/^[A-Z]{2}$/.test(text)) return text;
  const name = text.trim().toLowerCase();
  return Object.hasOwn(COUNTRIES, name) ? (COUNTRIES[name] ?? null) : null;
}
