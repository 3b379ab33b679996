/** Small synthetic DICOM files to test with: of nobody, unless a test writes somebody into them. */

/** A value of an element: text, numbers of 16 bits, bytes, or the items of a sequence. */
type Value = string | readonly number[] | Buffer | { readonly items: readonly Elements[] };

/** Elements by tag, as `ggggeeee`: their value representation and value. */
export type Elements = Readonly<Record<string, readonly [vr: string, value: Value]>>;

/** What of a file may be stated. */
export interface DicomParts {
  readonly syntax?: string;
  readonly elements?: Elements;
  /** The pixels as they stand in the file, or frames to be encapsulated. */
  readonly pixels?: Buffer | readonly Buffer[] | null;
}

/** Explicit little endian. */
export const EXPLICIT = '1.2.840.10008.1.2.1';
/** Implicit little endian. */
export const IMPLICIT = '1.2.840.10008.1.2';
/** Baseline JPEG. */
export const JPEG = '1.2.840.10008.1.2.4.50';

/** The SOP instance UID of built files, unless told. */
export const INSTANCE = '1.2.826.0.1.3680043.10.1';

const LONG_FORM = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '));

/** The elements of a grey image of 2 rows and 3 columns, 8 bits each, unless told. */
const GREY: Elements = {
  '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.7'],
  '00080018': ['UI', INSTANCE],
  '00080060': ['CS', 'DX'],
  '00280002': ['US', [1]],
  '00280004': ['CS', 'MONOCHROME2'],
  '00280010': ['US', [2]],
  '00280011': ['US', [3]],
  '00280100': ['US', [8]],
  '00280101': ['US', [8]],
  '00280102': ['US', [7]],
  '00280103': ['US', [0]],
};

/** A DICOM file. */
export function buildDicom(parts: DicomParts = {}): Buffer {
  const {
    syntax = EXPLICIT,
    elements = {},
    pixels = Buffer.from([0, 50, 100, 150, 200, 255]),
  } = parts;
  const isExplicit = syntax !== IMPLICIT;
  const meta = writeElements({ '00020010': ['UI', syntax] }, true);
  const length = writeElements({ '00020000': ['UL', uint32(meta.length)] }, true);
  const preamble = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]);
  const body = writeElements({ ...GREY, ...elements }, isExplicit);
  return Buffer.concat([preamble, length, meta, body, writePixels(pixels, isExplicit)]);
}

function writePixels(
  pixels: NonNullable<DicomParts['pixels']> | null,
  isExplicit: boolean,
): Buffer {
  if (pixels === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(pixels)) return writeElements({ '7fe00010': ['OW', pixels] }, isExplicit);
  return Buffer.concat([
    header('7fe00010', 'OB', 0xffffffff, true),
    item(Buffer.alloc(0)),
    ...pixels.map((frame) => item(even(frame))),
    tag('fffee0dd'),
    uint32(0),
  ]);
}

function writeElements(elements: Elements, isExplicit: boolean): Buffer {
  const sorted = Object.entries(elements).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.concat(
    sorted.map(([name, [vr, value]]) => {
      const bytes = even(bytesOf(value, isExplicit), vr);
      return Buffer.concat([header(name, vr, bytes.length, isExplicit), bytes]);
    }),
  );
}

function bytesOf(value: Value, isExplicit: boolean): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  if (Buffer.isBuffer(value)) return value;
  if ('items' in value)
    return Buffer.concat(value.items.map((each) => item(writeElements(each, isExplicit))));
  return Buffer.concat(value.map(uint16));
}

function header(name: string, vr: string, length: number, isExplicit: boolean): Buffer {
  if (!isExplicit) return Buffer.concat([tag(name), uint32(length)]);
  const kind = Buffer.from(vr);
  return LONG_FORM.has(vr)
    ? Buffer.concat([tag(name), kind, uint16(0), uint32(length)])
    : Buffer.concat([tag(name), kind, uint16(length)]);
}

const item = (bytes: Buffer): Buffer =>
  Buffer.concat([tag('fffee000'), uint32(bytes.length), bytes]);

const tag = (name: string): Buffer =>
  Buffer.concat([name.slice(0, 4), name.slice(4)].map((hex) => uint16(Number.parseInt(hex, 16))));

function even(bytes: Buffer, vr = 'OB'): Buffer {
  const padding = ['OB', 'OW', 'UI', 'SQ'].includes(vr) ? 0 : 0x20;
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from([padding])]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
