/** Identifiers of the invented world: opaque ids, and business identifiers from ranges that are not issued. */
import { createHash } from 'node:crypto';
import { hkidCheckDigit, mainlandIdCheckCharacter } from '@causeway/schema';

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

/** A Hong Kong identity card number of the prefix `ZZ`, which is not issued: `ZZ000001(8)`. */
export function inventedHkid(serial: number): string {
  const body = `ZZ${String(serial).padStart(6, '0')}`;
  return `${body}(${hkidCheckDigit(body)})`;
}

/** A residence permit for Hong Kong residents in the Mainland, of the sequence `000`, which is not issued. */
export function inventedResidencePermit(birthDate: string): string {
  const body = `810000${birthDate.replaceAll('-', '')}000`;
  return `${body}${mainlandIdCheckCharacter(body)}`;
}
