import dicomParser from 'dicom-parser';
import type { DataSet, Element } from 'dicom-parser';
import { ContentError } from '../content-error.js';
import { CONTENT } from '../image-texts.js';
import { endsWithImage, readJpeg } from '../jpeg.js';
import type { PixelLayout } from './read-dicom.js';

/**
 * The frames of pixels that are written as baseline JPEG, each a JPEG of its own.
 *
 * @throws ContentError if there are not as many, or not of the size that the header says
 * @see https://dicom.nema.org/medical/dicom/current/output/html/part05.html#sect_A.4
 */
export function encapsulatedFrames(
  dataSet: DataSet,
  pixels: Element,
  { rows, columns }: Pick<PixelLayout, 'rows' | 'columns'>,
  count: number,
): readonly Buffer[] {
  const frames = rawFrames(dataSet, pixels, count);
  return frames.map((bytes) => {
    const jpeg = readJpeg(bytes);
    const isExpected = jpeg.isBaseline && jpeg.width === columns && jpeg.height === rows;
    if (!isExpected || !endsWithImage(bytes, jpeg)) throw new ContentError(CONTENT.framesNotAsSaid);
    return bytes.subarray(0, jpeg.end);
  });
}

function rawFrames(dataSet: DataSet, pixels: Element, count: number): readonly Buffer[] {
  const { fragments = [], encapsulatedPixelData = false } = pixels;
  if (!encapsulatedPixelData || fragments.length < count) throw otherFrames();
  try {
    // What the file says of where its frames begin is not believed.
    const offsets = dicomParser.createJPEGBasicOffsetTable(dataSet, pixels);
    if (offsets.length !== count) throw otherFrames();
    return offsets.map((_, frame) => {
      const bytes = dicomParser.readEncapsulatedImageFrame(dataSet, pixels, frame, offsets);
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    });
  } catch (error) {
    if (error instanceof ContentError) throw error;
    throw new ContentError(CONTENT.framesNotJpeg, {
      cause: error,
    });
  }
}

function otherFrames(): ContentError {
  return new ContentError(CONTENT.otherFrames);
}
