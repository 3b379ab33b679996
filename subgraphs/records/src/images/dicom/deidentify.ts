/**
 * A DICOM file as it leaves Hong Kong: written anew from the elements that are kept, sequences through and through, with
 * the pixels as they are.
 *
 * @see https://dicom.nema.org/medical/dicom/current/output/html/part15.html#chapter_E
 */
import type { DataSet, Element } from 'dicom-parser';
import { readJpeg, withoutTexts } from '../jpeg.js';
import { KEPT_ABROAD, NEVER_KEPT } from './kept-abroad.js';
import type { DicomFile } from './read-dicom.js';

const PIXELS = 'x7fe00010';
/** Patient Identity Removed and De-identification Method: between groups 0010 and 0018. */
const REMOVED = 'x00120062';
const METHOD = 'x00120063';
const UNDEFINED_LENGTH = 0xffffffff;

/** The file without what names persons or orders. */
export function deidentified(file: DicomFile): Buffer {
  const { dataSet, syntax } = file;
  const tags = Object.keys(dataSet.elements)
    .filter((tag) => KEPT_ABROAD.has(tag))
    .sort();
  const isMeta = (tag: string): boolean => tag.startsWith('x0002');
  const explicit = new Writer(file, true);
  const writer = new Writer(file, syntax !== 'IMPLICIT');
  const meta = Buffer.concat(tags.filter(isMeta).map((tag) => explicit.element(dataSet, tag)));
  const body = tags.filter((tag) => !isMeta(tag));
  const isBefore = (tag: string): boolean => tag < REMOVED;
  return Buffer.concat([
    // The preamble may hold anything.
    Buffer.alloc(128),
    Buffer.from('DICM', 'latin1'),
    explicit.value('x00020000', 'UL', uint32(meta.length)),
    meta,
    ...body.filter(isBefore).map((tag) => writer.element(dataSet, tag)),
    writer.value(REMOVED, 'CS', Buffer.from('YES ', 'latin1')),
    writer.value(METHOD, 'LO', Buffer.from('Causeway: only listed elements kept ', 'latin1')),
    ...body.filter((tag) => !isBefore(tag)).map((tag) => writer.element(dataSet, tag)),
  ]);
}

class Writer {
  readonly #file: DicomFile;
  readonly #isExplicit: boolean;

  constructor(file: DicomFile, isExplicit: boolean) {
    this.#file = file;
    this.#isExplicit = isExplicit;
  }

  /** An element as it is kept, its parts through the same rules; nothing where its kind of value is never kept. */
  element(dataSet: DataSet, tag: string): Buffer {
    const element = dataSet.elements[tag];
    if (element === undefined || (element.vr !== undefined && NEVER_KEPT.has(element.vr)))
      return Buffer.alloc(0);
    if (tag === PIXELS) return this.#pixels(element);
    if (element.items !== undefined || element.vr === 'SQ') return this.#sequence(element);
    const { dataOffset, length } = element;
    return this.value(
      tag,
      element.vr ?? '',
      this.#file.bytes.subarray(dataOffset, dataOffset + length),
    );
  }

  /** An element of a value. */
  value(tag: string, vr: string, value: Buffer): Buffer {
    return Buffer.concat([this.#header(tag, vr, value.length), value]);
  }

  #sequence({ tag, items = [] }: Element): Buffer {
    return Buffer.concat([
      this.#header(tag, 'SQ', UNDEFINED_LENGTH),
      ...items.map((item) => this.#item(item)),
      delimiter(0xe0dd),
    ]);
  }

  #item({ dataSet }: Element): Buffer {
    const tags = Object.keys(dataSet?.elements ?? {})
      .filter((tag) => KEPT_ABROAD.has(tag))
      .sort();
    const content = tags.map((tag) => (dataSet === undefined ? EMPTY : this.element(dataSet, tag)));
    const bytes = Buffer.concat(content);
    return Buffer.concat([item(bytes.length), bytes]);
  }

  #pixels({ vr = 'OW', dataOffset, length }: Element): Buffer {
    const { bytes, syntax, frames } = this.#file;
    if (syntax !== 'JPEG_BASELINE')
      return this.value(PIXELS, vr, bytes.subarray(dataOffset, dataOffset + length));
    return Buffer.concat([
      this.#header(PIXELS, 'OB', UNDEFINED_LENGTH),
      // No table of offsets: each frame is one fragment.
      item(0),
      ...frames.flatMap((frame) => {
        const even = evened(withoutTexts(frame, readJpeg(frame)));
        return [item(even.length), even];
      }),
      delimiter(0xe0dd),
    ]);
  }

  #header(tag: string, vr: string, length: number): Buffer {
    const [group, element] = [tag.slice(1, 5), tag.slice(5)].map((hex) => Number.parseInt(hex, 16));
    const words = uint16(group ?? 0, element ?? 0);
    if (!this.#isExplicit) return Buffer.concat([words, uint32(length)]);
    const kind = Buffer.from(vr, 'latin1');
    return LONG_FORM.has(vr)
      ? Buffer.concat([words, kind, uint16(0), uint32(length)])
      : Buffer.concat([words, kind, uint16(length)]);
  }
}

/** @see https://dicom.nema.org/medical/dicom/current/output/html/part05.html#sect_7.1.2 */
const LONG_FORM: ReadonlySet<string> = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '));

const EMPTY = Buffer.alloc(0);

const item = (length: number): Buffer => Buffer.concat([uint16(0xfffe, 0xe000), uint32(length)]);
const delimiter = (element: number): Buffer => Buffer.concat([uint16(0xfffe, element), uint32(0)]);

function evened(bytes: Buffer): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
