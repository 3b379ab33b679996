import { describe, expect, it } from '@jest/globals';
import { decode, encode } from 'fast-png';
import { frameOf, leavingHongKong, readContent } from './image-content.js';
import { EXPLICIT, IMPLICIT, INSTANCE, JPEG, buildDicom } from './testing/build-dicom.js';
import type { DicomParts } from './testing/build-dicom.js';
import { buildJpeg } from './testing/build-jpeg.js';

const NAME = 'CHAN^TAI MAN';
const PIXELS = [0, 50, 100, 150, 200, 255];
const png = Buffer.from(
  encode({
    width: 3,
    height: 2,
    data: Uint8Array.from(PIXELS),
    channels: 1,
    text: { Title: NAME },
  }),
);
const ZIP = Buffer.from('PK\x03\x04 and what a zip holds, for more than the length of a header');
const zipBehindPreamble = Buffer.concat([Buffer.alloc(128), ZIP]);
const html = Buffer.from('<!doctype html><script>alert(1)</script>');

const framed = (frames: readonly Buffer[], parts: DicomParts = {}): Buffer =>
  buildDicom({ syntax: JPEG, pixels: frames, ...parts });

describe('readContent', () => {
  it.each([
    ['explicit little endian', buildDicom(), 1],
    ['implicit little endian', buildDicom({ syntax: IMPLICIT }), 1],
    ['baseline JPEG', framed([buildJpeg()]), 1],
    [
      'several frames',
      framed([buildJpeg(), buildJpeg()], { elements: { '00280008': ['IS', '2'] } }),
      2,
    ],
  ])('takes DICOM of %s', (_, bytes, frames) => {
    expect(readContent('application/dicom', bytes)).toEqual({ frames, instance: INSTANCE });
  });

  it('takes PNG and JPEG', () => {
    expect(readContent('image/png', png)).toEqual({ frames: 1, instance: null });
    expect(readContent('image/jpeg', buildJpeg())).toEqual({ frames: 1, instance: null });
  });

  it.each([
    ['a zip', ZIP],
    ['a zip behind a preamble', zipBehindPreamble],
    ['HTML', html],
    ['nothing', Buffer.alloc(0)],
    ['a file that is cut short', buildDicom().subarray(0, -1)],
    ['an encapsulated PDF', buildDicom({ elements: { '00420011': ['OB', Buffer.from('%PDF')] } })],
    ['a file without pixels', buildDicom({ pixels: null })],
    ['burned-in annotation', buildDicom({ elements: { '00280301': ['CS', 'YES'] } })],
    ['too few pixels', buildDicom({ pixels: Buffer.alloc(4) })],
    ['too many pixels', buildDicom({ pixels: Buffer.alloc(600) })],
    ['frames that are not there', buildDicom({ elements: { '00280008': ['IS', '3'] } })],
    ['endlessly many frames', buildDicom({ elements: { '00280008': ['IS', '999999999'] } })],
    ['big endian', buildDicom({ syntax: '1.2.840.10008.1.2.2' })],
    ['JPEG 2000', framed([buildJpeg()], { syntax: '1.2.840.10008.1.2.4.90' })],
    ['deflated', buildDicom({ syntax: '1.2.840.10008.1.2.1.99' })],
    ['a palette', buildDicom({ elements: { '00280004': ['CS', 'PALETTE COLOR'] } })],
    ['no instance UID', buildDicom({ elements: { '00080018': ['UI', ''] } })],
    ['frames that are no JPEG', framed([html])],
    ['frames that are no baseline JPEG', framed([buildJpeg({ marker: 0xc2 })])],
    ['frames of another size', framed([buildJpeg({ width: 9 })])],
    ['something behind a frame', framed([Buffer.concat([buildJpeg(), ZIP])])],
  ])('refuses for DICOM: %s', (_, bytes) => {
    expect(() => readContent('application/dicom', bytes)).toThrow(/^Expected .* got /);
  });

  it.each([
    ['image/png', 'a zip', ZIP],
    ['image/png', 'HTML', html],
    ['image/png', 'a JPEG', buildJpeg()],
    ['image/png', 'more behind its end', Buffer.concat([png, ZIP])],
    ['image/png', 'a cut file', png.subarray(0, -1)],
    [
      'image/png',
      'a flipped bit',
      Buffer.from(png.map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
    ],
    ['image/jpeg', 'a PNG', png],
    ['image/jpeg', 'HTML', html],
    ['image/jpeg', 'more behind its end', Buffer.concat([buildJpeg(), ZIP])],
    ['image/jpeg', 'a cut file', buildJpeg().subarray(0, -2)],
  ] as const)('refuses for %s: %s', (mediaType, _, bytes) => {
    expect(() => readContent(mediaType, bytes)).toThrow(/^Expected .* got /);
  });
});

describe('frameOf', () => {
  const shown = (parts: DicomParts, frame = 0) => {
    const rendered = frameOf('application/dicom', buildDicom(parts), frame);
    return rendered === null ? null : decode(rendered.bytes);
  };
  const words = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 2);
    values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
    return bytes;
  };
  const BITS_16 = {
    '00280100': ['US', [16]],
    '00280101': ['US', [16]],
    '00280102': ['US', [15]],
  } as const;
  const BITS_12 = {
    '00280100': ['US', [16]],
    '00280101': ['US', [12]],
    '00280102': ['US', [11]],
  } as const;

  it.each([EXPLICIT, IMPLICIT])('shows the pixels of 8 bits as they are: %s', (syntax) => {
    expect(shown({ syntax })).toMatchObject({ width: 3, height: 2, depth: 8, channels: 1 });
    expect([...(shown({ syntax })?.data ?? [])]).toEqual(PIXELS);
  });

  it('shows the pixels of 16 bits as they are', () => {
    const values = [0, 1, 255, 256, 40_000, 65_535];
    const image = shown({ elements: BITS_16, pixels: words(...values) });
    expect(image?.depth).toBe(16);
    expect([...(image?.data ?? [])]).toEqual(values);
  });

  it('shows fewer bits over the whole range, and not what stands above them', () => {
    const image = shown({ elements: BITS_12, pixels: words(0, 4095, 0xf000, 2048, 1, 4094) });
    expect([...(image?.data ?? [])]).toEqual([0, 65_535, 0, 32_776, 16, 65_519]);
  });

  it('shows signed values from the lowest', () => {
    const elements = { ...BITS_16, '00280103': ['US', [1]] } as const;
    const image = shown({ elements, pixels: words(0x8000, 0xffff, 0, 1, 0x7fff, 0x7ffe) });
    expect([...(image?.data ?? [])]).toEqual([0, 32_767, 32_768, 32_769, 65_535, 65_534]);
  });

  it('shows them inverted where low values are white', () => {
    const image = shown({ elements: { '00280004': ['CS', 'MONOCHROME1'] } });
    expect([...(image?.data ?? [])]).toEqual(PIXELS.map((value) => 255 - value));
  });

  it('shows them through the window of the header, after slope and intercept', () => {
    const elements = {
      '00281050': ['DS', '128'],
      '00281051': ['DS', '101'],
      '00281052': ['DS', '28'],
      '00281053': ['DS', '1'],
    } as const;
    expect([...(shown({ elements })?.data ?? [])]).toEqual([0, 1, 129, 255, 255, 255]);
  });

  it('shows colours side by side, however they are stored', () => {
    const colours = {
      '00280002': ['US', [3]],
      '00280004': ['CS', 'RGB'],
      '00280010': ['US', [1]],
      '00280011': ['US', [2]],
    } as const;
    const pixels = Buffer.from([1, 2, 3, 4, 5, 6]);
    expect([...(shown({ elements: colours, pixels })?.data ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    const planes = { ...colours, '00280006': ['US', [1]] } as const;
    expect([...(shown({ elements: planes, pixels })?.data ?? [])]).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it('shows each frame, and none that is not there', () => {
    const parts: DicomParts = {
      elements: { '00280008': ['IS', '2'] },
      pixels: Buffer.from([...PIXELS, 9, 8, 7, 6, 5, 4]),
    };
    expect([...(shown(parts, 1)?.data ?? [])]).toEqual([9, 8, 7, 6, 5, 4]);
    expect(shown(parts, 2)).toBeNull();
    expect(shown(parts, -1)).toBeNull();
  });

  it('shows frames of baseline JPEG as they are', () => {
    const frame = buildJpeg({ text: 'as it is' });
    expect(frameOf('application/dicom', framed([frame]), 0)).toEqual({
      mediaType: 'image/jpeg',
      bytes: frame,
    });
  });
});

describe('leavingHongKong', () => {
  const named = {
    '00080050': ['SH', NAME],
    '00080090': ['PN', NAME],
    '00081030': ['LO', NAME],
    '00081140': ['SQ', { items: [{ '00081155': ['UI', '1.2.3'], '00100010': ['PN', NAME] }] }],
    '00082218': [
      'SQ',
      {
        items: [
          { '00080100': ['SH', 'T-D3000'], '00080104': ['LO', 'Chest'], '00104000': ['LT', NAME] },
        ],
      },
    ],
    '00090010': ['LO', NAME],
    '00091001': ['UN', Buffer.from(NAME)],
    '00100010': ['PN', NAME],
    '00100020': ['LO', NAME],
    '00100021': ['LO', NAME],
    '00101000': ['LO', NAME],
    '00101001': ['PN', NAME],
    '00101002': ['SQ', { items: [{ '00100020': ['LO', NAME] }] }],
    '00101040': ['LO', NAME],
    '00101090': ['LO', NAME],
    '00102154': ['SH', NAME],
    '00104000': ['LT', NAME],
    '00200010': ['SH', NAME],
    '00204000': ['LT', NAME],
    '00324000': ['LT', NAME],
    '00400275': ['SQ', { items: [{ '00321060': ['LO', NAME] }] }],
  } as const;

  it.each([
    ['explicit', buildDicom({ elements: named })],
    ['implicit', buildDicom({ syntax: IMPLICIT, elements: named })],
    ['JPEG', framed([buildJpeg({ text: NAME })], { elements: named })],
  ])('leaves no name in a DICOM file, at any depth: %s', (_, bytes) => {
    expect(bytes.includes(NAME)).toBe(true);
    const abroad = leavingHongKong('application/dicom', bytes);
    expect(abroad.includes(NAME)).toBe(false);
    expect(abroad.includes('CHAN')).toBe(false);
    expect(abroad.includes('T-D3000')).toBe(true);
    expect(readContent('application/dicom', abroad)).toEqual({ frames: 1, instance: INSTANCE });
  });

  it('leaves nothing in the preamble, nor in what comes behind the pixels', () => {
    const bytes = buildDicom({ elements: named });
    bytes.write(NAME, 0);
    const trailing = Buffer.concat([
      bytes,
      Buffer.from([0xfc, 0xff, 0xfc, 0xff, 0x4f, 0x42, 0, 0, 12, 0, 0, 0]),
      Buffer.from(NAME),
    ]);
    expect(leavingHongKong('application/dicom', trailing).includes('CHAN')).toBe(false);
  });

  it.each([EXPLICIT, IMPLICIT])('leaves the pixels as they are: %s', (syntax) => {
    const bytes = buildDicom({ syntax, elements: named });
    expect(frameOf('application/dicom', leavingHongKong('application/dicom', bytes), 0)).toEqual(
      frameOf('application/dicom', bytes, 0),
    );
  });

  it('leaves no text in a PNG and in a JPEG, and the picture as it is', () => {
    expect(png.includes(NAME)).toBe(true);
    const bare = leavingHongKong('image/png', png);
    expect(bare.includes('CHAN')).toBe(false);
    expect(decode(bare).data).toEqual(decode(png).data);
    expect(leavingHongKong('image/jpeg', buildJpeg({ text: NAME }))).toEqual(buildJpeg());
  });
});
