/**
 * PNG files by their structure, which tells what they are and where text may hide in them.
 *
 * @see https://www.w3.org/TR/png-3/#5DataRep
 */
import { crc32 } from 'node:zlib';
import { ContentError } from './content-error.js';
import { CONTENT } from './image-texts.js';

/** A chunk of a PNG. */
interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Chunks that make the picture; texts, times, profiles and what no standard names are none of them. */
const OF_PICTURE: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'sRGB',
  'sBIT',
  'pHYs',
]);

/** The chunks of a PNG. @throws ContentError for bytes that are none, or behind whose end there is more */
export function readPng(bytes: Buffer): readonly Chunk[] {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw notPng();
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at < bytes.length) {
    if (at + 12 > bytes.length) throw notPng();
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw notPng();
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw notPng();
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, end });
    at = end;
  }
  const types = chunks.map(({ type }) => type);
  const isWhole =
    types[0] === 'IHDR' && types.includes('IDAT') && types.indexOf('IEND') === types.length - 1;
  if (!isWhole) throw notPng();
  return chunks;
}

/** The image without what is no part of the picture: chunks in which names may stand. */
export function withoutTexts(bytes: Buffer): Buffer {
  const kept = readPng(bytes).filter(({ type }) => OF_PICTURE.has(type));
  return Buffer.concat([SIGNATURE, ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}

function notPng(): ContentError {
  return new ContentError(CONTENT.notPng);
}
