/**
 * DICOM files that can be shown: which those are, and what is needed to show them.
 *
 * @see https://dicom.nema.org/medical/dicom/current/output/html/part10.html
 */
import { filled } from '@causeway/schema';
import dicomParser from 'dicom-parser';
import type { DataSet, Element } from 'dicom-parser';
import { ContentError } from '../content-error.js';
import { CONTENT } from '../image-texts.js';
import { encapsulatedFrames } from './encapsulated-frames.js';

/** How a file's values are written. */
export type TransferSyntax = 'IMPLICIT' | 'EXPLICIT' | 'JPEG_BASELINE';

/** @see https://dicom.nema.org/medical/dicom/current/output/html/part05.html#chapter_10 */
const TRANSFER_SYNTAXES: Readonly<Record<string, TransferSyntax>> = {
  '1.2.840.10008.1.2': 'IMPLICIT',
  '1.2.840.10008.1.2.1': 'EXPLICIT',
  '1.2.840.10008.1.2.4.50': 'JPEG_BASELINE',
};

/** How the pixels of a file are laid out. */
export interface PixelLayout {
  readonly rows: number;
  readonly columns: number;
  readonly samples: 1 | 3;
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
  readonly isSigned: boolean;
  readonly isInverted: boolean;
  readonly isPlanar: boolean;
}

/** A DICOM file that can be shown. */
export interface DicomFile {
  readonly bytes: Buffer;
  readonly dataSet: DataSet;
  readonly syntax: TransferSyntax;
  /** The SOP instance UID. */
  readonly instance: string;
  readonly layout: PixelLayout;
  /** Each frame's bytes, as they stand in the file. */
  readonly frames: readonly Buffer[];
}

const MOST_FRAMES = 10_000;

/** A DICOM file. @throws ContentError for bytes that are none, or none that can be shown and taken abroad */
export function readDicom(bytes: Buffer): DicomFile {
  const dataSet = parsed(bytes);
  const syntax = TRANSFER_SYNTAXES[dataSet.string('x00020010') ?? ''];
  if (syntax === undefined) throw new ContentError(CONTENT.transferSyntax);
  if (dataSet.elements['x00420011'] !== undefined) throw new ContentError(CONTENT.document);
  const pixels = dataSet.elements['x7fe00010'];
  if (pixels === undefined) throw new ContentError(CONTENT.noImage);
  if (dataSet.string('x00280301')?.trim().toUpperCase() === 'YES')
    throw new ContentError(CONTENT.annotated);
  const instance = dataSet.string('x00080018')?.trim() ?? '';
  if (!/^[0-9.]{1,64}$/.test(instance)) throw new ContentError(CONTENT.instance);
  const layout = layoutOf(dataSet, syntax);
  const frames = framesOf(bytes, dataSet, pixels, layout, syntax);
  return { bytes, dataSet, syntax, instance, layout, frames };
}

function parsed(bytes: Buffer): DataSet {
  if (bytes.length < 132 || bytes.toString('latin1', 128, 132) !== 'DICM') throw unreadable();
  try {
    return dicomParser.parseDicom(bytes);
  } catch (error) {
    throw unreadable({ cause: error });
  }
}

function layoutOf(dataSet: DataSet, syntax: TransferSyntax): PixelLayout {
  const rows = dataSet.uint16('x00280010') ?? 0;
  const columns = dataSet.uint16('x00280011') ?? 0;
  const samples = dataSet.uint16('x00280002') ?? 1;
  const bitsAllocated = dataSet.uint16('x00280100') ?? 0;
  const bitsStored = dataSet.uint16('x00280101') ?? bitsAllocated;
  const photometric = dataSet.string('x00280004')?.trim() ?? '';
  const isGrey = samples === 1 && ['MONOCHROME1', 'MONOCHROME2'].includes(photometric);
  const isColour =
    samples === 3 &&
    bitsAllocated === 8 &&
    (photometric === 'RGB' ||
      (syntax === 'JPEG_BASELINE' && ['YBR_FULL', 'YBR_FULL_422'].includes(photometric)));
  const canBeShown =
    rows > 0 &&
    columns > 0 &&
    (isGrey || isColour) &&
    (bitsAllocated === 8 || bitsAllocated === 16) &&
    bitsStored >= 1 &&
    bitsStored <= bitsAllocated &&
    (syntax !== 'JPEG_BASELINE' || bitsAllocated === 8) &&
    // Pixels that do not begin at the lowest bit are written by nothing that is in use.
    (dataSet.uint16('x00280102') ?? bitsStored - 1) === bitsStored - 1;
  if (!canBeShown) throw new ContentError(CONTENT.pixels);
  return {
    rows,
    columns,
    samples: isColour ? 3 : 1,
    bitsAllocated: bitsAllocated === 8 ? 8 : 16,
    bitsStored,
    isSigned: dataSet.uint16('x00280103') === 1,
    isInverted: photometric === 'MONOCHROME1',
    isPlanar: dataSet.uint16('x00280006') === 1,
  };
}

function framesOf(
  bytes: Buffer,
  dataSet: DataSet,
  pixels: Element,
  layout: PixelLayout,
  syntax: TransferSyntax,
): readonly Buffer[] {
  const count = dataSet.intString('x00280008') ?? 1;
  if (!(count >= 1 && count <= MOST_FRAMES))
    throw new ContentError(filled(CONTENT.frames, { most: MOST_FRAMES }));
  if (syntax === 'JPEG_BASELINE') return encapsulatedFrames(dataSet, pixels, layout, count);
  const { rows, columns, samples, bitsAllocated } = layout;
  const size = (rows * columns * samples * bitsAllocated) / 8;
  const { dataOffset, length } = pixels;
  // Values are of even length.
  const padded = size * count + ((size * count) % 2);
  if (
    pixels.encapsulatedPixelData === true ||
    length !== padded ||
    dataOffset + length > bytes.length
  )
    throw new ContentError(CONTENT.otherPixels);
  return Array.from({ length: count }, (_, frame) =>
    bytes.subarray(dataOffset + frame * size, dataOffset + (frame + 1) * size),
  );
}

function unreadable(options?: ErrorOptions): ContentError {
  return new ContentError(CONTENT.notDicom, options);
}
