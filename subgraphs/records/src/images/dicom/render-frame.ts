import { encode } from 'fast-png';
import type { ImageMediaType } from '../media-types.js';
import { greyLevels } from './grey-levels.js';
import type { DicomFile } from './read-dicom.js';

/** A frame as it is shown. */
export interface RenderedFrame {
  readonly mediaType: ImageMediaType;
  readonly bytes: Buffer;
}

/** A frame, counted from 0, in full resolution; null where there is no such frame. */
export function renderFrame(file: DicomFile, frame: number): RenderedFrame | null {
  const pixels = file.frames[frame];
  if (pixels === undefined) return null;
  if (file.syntax === 'JPEG_BASELINE') return { mediaType: 'image/jpeg', bytes: pixels };
  const png = file.layout.samples === 3 ? colourPng(file, pixels) : greyPng(file, pixels);
  return { mediaType: 'image/png', bytes: Buffer.from(png.buffer, png.byteOffset, png.length) };
}

function greyPng({ dataSet, layout }: DicomFile, pixels: Buffer): Uint8Array {
  const { columns: width, rows: height, bitsAllocated, bitsStored } = layout;
  const { depth, levels } = greyLevels(dataSet, layout);
  const mask = 2 ** bitsStored - 1;
  const stored = (at: number): number =>
    bitsAllocated === 8 ? (pixels[at] ?? 0) : pixels.readUInt16LE(at * 2);
  const data = new (depth === 8 ? Uint8Array : Uint16Array)(width * height);
  for (let at = 0; at < data.length; at += 1) data[at] = levels[stored(at) & mask] ?? 0;
  return encode({ width, height, data, depth, channels: 1 });
}

function colourPng({ layout }: DicomFile, pixels: Buffer): Uint8Array {
  const { columns: width, rows: height, isPlanar } = layout;
  const data = isPlanar ? interleaved(pixels, width * height) : Uint8Array.from(pixels);
  return encode({ width, height, data, depth: 8, channels: 3 });
}

/** Colours side by side, from planes one behind the other. */
function interleaved(planes: Buffer, size: number): Uint8Array {
  const data = new Uint8Array(size * 3);
  for (let at = 0; at < data.length; at += 1)
    data[at] = planes[(at % 3) * size + Math.floor(at / 3)] ?? 0;
  return data;
}
