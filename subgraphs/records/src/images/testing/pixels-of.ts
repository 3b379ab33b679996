import { decode } from 'fast-png';

/** The values of a PNG's pixels, row by row. */
export function pixelsOf(png: Uint8Array): readonly number[] {
  return [...decode(png).data];
}
