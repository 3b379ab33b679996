/** Identifiers of the invented world: opaque ids, and business identifiers from prefixes that are not issued. */
import { createHash } from 'node:crypto';

/** The UUID (shaped as version 4) of a stable name: the same name has the same id on every machine and date. */
export function idOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x40;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** Namespaces of business identifiers; `.example` is reserved, so that none can be taken for a real one. */
export const IDENTIFIER_SYSTEMS = {
  hkid: 'https://invented.example/hkid',
  patientNumber: 'https://invented.example/patient-number',
  residencePermit: 'https://invented.example/gba-residence-permit',
  hcpNumber: 'https://invented.example/hcp-number',
  mainlandProviderNumber: 'https://invented.example/mainland-provider-number',
  licence: 'https://invented.example/licence',
} as const;

/** A Hong Kong identity card number of the prefix `ZZ`, which is not issued: `ZZ000001(8)`. */
export function hkidOf(serial: number): string {
  const body = `ZZ${String(serial).padStart(6, '0')}`;
  return `${body}(${hkidCheckDigit(body)})`;
}

/** The check digit of a card number's letters and digits: weights 9 to 2, a blank counts 36, modulus 11. */
export function hkidCheckDigit(body: string): string {
  const sum = [...body.padStart(8, ' ')].reduce(
    (total, character, position) => total + hkidValue(character) * (9 - position),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'A' : String(check);
}

function hkidValue(character: string): number {
  return character === ' ' ? 36 : parseInt(character, 36);
}

const RESIDENCE_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A residence permit number for Hong Kong residents in the Mainland, of the sequence `000`, which is not issued:
 * area 810000, birth date, sequence and a check character by ISO 7064 MOD 11-2.
 */
export function residencePermitOf(birthDate: string): string {
  const body = `810000${birthDate.replaceAll('-', '')}000`;
  return `${body}${residencePermitCheck(body)}`;
}

/** The check character of an 17-digit Mainland identity number (GB 11643-1999). */
export function residencePermitCheck(body: string): string {
  const sum = RESIDENCE_WEIGHTS.reduce(
    (total, weight, position) => total + weight * Number(body.charAt(position)),
    0,
  );
  return '10X98765432'.charAt(sum % 11);
}
