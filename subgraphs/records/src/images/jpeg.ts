/**
 * JPEG files by their structure, which tells what they are and where text may hide in them.
 *
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf Annex B
 */
import { ContentError } from './content-error.js';
import { CONTENT } from './image-texts.js';

/** What the structure of a JPEG says. */
export interface Jpeg {
  readonly width: number;
  readonly height: number;
  /** One process of many: sequential Huffman coding of 8 bits, which everything can show. */
  readonly isBaseline: boolean;
  /** The segments up to the end of the image, in order. */
  readonly segments: readonly Segment[];
  /** Where the image ends. */
  readonly end: number;
}

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const BASELINE = 0xc0;
const COMMENT = 0xfe;

/** Markers of frame headers; C4, C8 and CC are none. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What a JPEG is. @throws ContentError for bytes that are none */
export function readJpeg(bytes: Buffer): Jpeg {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff00 + SOI) throw notJpeg();
  const segments: Segment[] = [{ marker: SOI, start: 0, end: 2 }];
  let frame: { width: number; height: number; isBaseline: boolean } | null = null;
  let hasScan = false;
  let at = 2;
  for (;;) {
    const start = at;
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw notJpeg();
    if (marker === EOI) {
      segments.push({ marker, start, end: at + 2 });
      if (frame === null || !hasScan) throw notJpeg();
      return { ...frame, segments, end: at + 2 };
    }
    if (at + 4 > bytes.length) throw notJpeg();
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) throw notJpeg();
    if (isFrameHeader(marker)) {
      // Several frames in one file are hierarchical coding, which nothing shows.
      if (frame !== null || end < at + 9) throw notJpeg();
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      if (width === 0 || height === 0) throw notJpeg();
      frame = { width, height, isBaseline: marker === BASELINE && bytes[at + 4] === 8 };
    }
    if (marker === SOS) {
      hasScan = true;
      end = endOfScan(bytes, end);
    }
    segments.push({ marker, start, end });
    at = end;
  }
}

/** Whether there is nothing behind the end of the image but the filling that DICOM pads frames with. */
export function endsWithImage(bytes: Buffer, { end }: Jpeg): boolean {
  return bytes.subarray(end).every((byte) => byte === 0) && bytes.length - end <= 1;
}

/**
 * The image without what is no part of the picture: comments and application segments, in which names may stand.
 * JFIF and Adobe segments stay, since they say what the colours mean.
 */
export function withoutTexts(bytes: Buffer, { segments }: Jpeg): Buffer {
  return Buffer.concat(
    segments
      .filter((segment) => isOfPicture(segment, bytes))
      .map(({ start, end }) => bytes.subarray(start, end)),
  );
}

function isOfPicture({ marker, start, end }: Segment, bytes: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const payload = bytes.subarray(start, end).subarray(4).toString('latin1');
  // JFIF without its thumbnail is 18 bytes long, Adobe's segment 16: no longer ones, in which more would stand.
  return (
    (marker === 0xe0 && payload.startsWith('JFIF\0') && end - start === 18) ||
    (marker === 0xee && payload.startsWith('Adobe') && end - start === 16)
  );
}

/** Where the data of a scan end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    const next = at === -1 ? undefined : bytes[at + 1];
    if (next === undefined) throw notJpeg();
    const isOfScan = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isOfScan && next !== 0xff) return at;
  }
}

function notJpeg(): ContentError {
  return new ContentError(CONTENT.notJpeg);
}
