import type { DataSet } from 'dicom-parser';
import type { PixelLayout } from './read-dicom.js';

/** What stored values are shown as. */
export interface GreyLevels {
  /** Bits of a shown value. */
  readonly depth: 8 | 16;
  /** What each stored value is shown as, by its bits. */
  readonly levels: Uint16Array;
}

interface Window {
  readonly center: number;
  readonly width: number;
}

/**
 * The shades that a header wants its stored values to be shown in: through its first window, or else over the whole
 * range of what can be stored, so that no two values are shown alike.
 *
 * @see https://dicom.nema.org/medical/dicom/current/output/html/part03.html#sect_C.11.2.1.2
 */
export function greyLevels(dataSet: DataSet, layout: PixelLayout): GreyLevels {
  const { bitsStored, isSigned, isInverted } = layout;
  const depth = bitsStored <= 8 ? 8 : 16;
  const top = 2 ** depth - 1;
  const count = 2 ** bitsStored;
  const lowest = isSigned ? -count / 2 : 0;
  const slope = dataSet.floatString('x00281053') ?? 1;
  const intercept = dataSet.floatString('x00281052') ?? 0;
  const window = windowOf(dataSet);
  const share = (value: number): number =>
    window === null
      ? (value - lowest) / (count - 1)
      : throughWindow(value * slope + intercept, window);
  const levels = Uint16Array.from({ length: count }, (_, bits) => {
    const value = isSigned && bits >= count / 2 ? bits - count : bits;
    const level = Math.round(share(value) * top);
    return isInverted ? top - level : level;
  });
  return { depth, levels };
}

/** The first window of the header; null where it has none that can be used. */
function windowOf(dataSet: DataSet): Window | null {
  const center = dataSet.floatString('x00281050');
  const width = dataSet.floatString('x00281051');
  const isUsable =
    center !== undefined && width !== undefined && Number.isFinite(center) && width >= 1;
  return isUsable ? { center, width } : null;
}

/** Where a value stands between black (0) and white (1). */
function throughWindow(value: number, { center, width }: Window): number {
  const middle = center - 0.5;
  const half = (width - 1) / 2;
  if (value <= middle - half) return 0;
  if (value > middle + half) return 1;
  return (value - middle) / (width - 1) + 0.5;
}
