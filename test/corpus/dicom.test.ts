/** Real DICOM files: each with pixels is shown, and names nobody once it has left Hong Kong. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ContentError } from '../../subgraphs/records/src/images/content-error.js';
import {
  frameOf,
  leavingHongKong,
  readContent,
} from '../../subgraphs/records/src/images/image-content.js';

const DICOM = 'application/dicom';
const folder = join(process.env['CAUSEWAY_CORPUS'] ?? '', 'fhir', 'dicom');

/** A structured report: DICOM without pixels. */
const REPORT = 'reportsi.dcm';

const images = readdirSync(folder).filter((name) => name.endsWith('.dcm') && name !== REPORT);
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

/** The names that these files are known to hold, as bytes of their own character sets may spell them. */
const NAMES = ['CompressedSamples', 'Yamada', 'Wang^XiaoDong', 'Lestrade', 'Citizen^Jan'];

const namesIn = (bytes: Buffer): readonly string[] => {
  const text = bytes.toString('latin1');
  return NAMES.filter((name) => text.includes(name));
};

describe('real DICOM files', () => {
  it('are there', () => {
    expect(images.length).toBeGreaterThan(4);
  });

  it('without pixels are refused', () => {
    expect(() => readContent(DICOM, bytesOf(REPORT))).toThrow(ContentError);
  });

  it.each(images)('%s can be shown', (name) => {
    expect(readContent(DICOM, bytesOf(name)).frames).toBe(1);
  });

  it.each(images)('%s shows the same pixels abroad, and names nobody there', (name) => {
    const abroad = leavingHongKong(DICOM, bytesOf(name));
    expect(frameOf(DICOM, abroad, 0)?.bytes).toEqual(frameOf(DICOM, bytesOf(name), 0)?.bytes);
    expect(namesIn(bytesOf(name))).not.toEqual([]);
    expect(namesIn(abroad)).toEqual([]);
  });
});
