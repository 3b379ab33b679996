import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@causeway/kit';
import { TEST_NOW } from '@causeway/kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRecordsDatabase } from '../database.js';
import { openImageFiles } from '../images/image-files.js';
import { buildDicom } from '../images/testing/build-dicom.js';
import type { NewUpload } from './upload-input.js';
import { UPLOAD_LIFETIME, openUploads } from './uploads.js';
import type { Uploads } from './uploads.js';

const bytes = buildDicom();
const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const declared = (content = bytes, stated: Partial<NewUpload> = {}): NewUpload => ({
  patient: 'p-chan',
  organization: 'o-1',
  practitionerRole: 'r-1',
  grant: 'g-1',
  mediaType: 'application/dicom',
  size: content.length,
  digest: digestOf(content),
  ...stated,
});

const CONFLICT = { extensions: { code: 'CONFLICT' } };
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

describe('openUploads', () => {
  let folder: string;
  let database: Database;
  let uploads: Uploads;
  const fileOf = (id: string): string => join(folder, 'images', id);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'uploads-'));
    database = openRecordsDatabase({ path: join(folder, 'records.sqlite') });
    uploads = openUploads(database, openImageFiles(join(folder, 'images')));
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const begin = (content = bytes, stated: Partial<NewUpload> = {}): string =>
    uploads.create(declared(content, stated), TEST_NOW).id;
  const append = (id: string, offset: number, piece: Buffer, now = TEST_NOW) =>
    uploads.append(id, offset, piece, now);

  it('takes a file by pieces, whole and as it was sent', () => {
    const id = begin();
    expect(append(id, 0, bytes.subarray(0, 100)).upload).toMatchObject({
      received: 100,
      state: 'OPEN',
    });
    const { upload, problem } = append(id, 100, bytes.subarray(100));
    expect([upload.state, problem]).toEqual(['COMPLETE', null]);
    expect(readFileSync(fileOf(id))).toEqual(bytes);
  });

  it('keeps files for its own eyes', () => {
    const id = begin();
    append(id, 0, bytes);
    expect(statSync(fileOf(id)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'images')).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['before what has come', 0],
    ['behind it', 101],
  ])('refuses a piece that begins %s, and changes nothing', (_, offset) => {
    const id = begin();
    append(id, 0, bytes.subarray(0, 100));
    expect(() => append(id, offset, bytes.subarray(0, 10))).toThrow(
      expect.objectContaining(CONFLICT),
    );
    expect(uploads.state(id, TEST_NOW)?.received).toBe(100);
    expect(readFileSync(fileOf(id))).toEqual(bytes.subarray(0, 100));
  });

  it('cuts off what a process wrote that ended before it counted it', () => {
    const id = begin();
    append(id, 0, bytes.subarray(0, 100));
    writeFileSync(fileOf(id), Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(5_000, 1)]));
    expect(append(id, 100, bytes.subarray(100)).upload.state).toBe('COMPLETE');
    expect(readFileSync(fileOf(id))).toEqual(bytes);
  });

  it('checks a file that was whole when its process ended', () => {
    const id = begin();
    append(id, 0, bytes);
    database.db.run(`update upload set state = 'OPEN' where id = '${id}'`);
    expect(uploads.state(id, TEST_NOW)?.state).toBe('COMPLETE');
  });

  it('refuses a byte more than declared, and waits for a byte that is missing', () => {
    const id = begin();
    expect(() => append(id, 0, Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
    expect(append(id, 0, bytes.subarray(0, -1)).upload.state).toBe('OPEN');
    expect(append(id, bytes.length - 1, bytes.subarray(-1)).upload.state).toBe('COMPLETE');
  });

  it.each([
    ['another digest', bytes, { digest: '0'.repeat(64) }, 'DIGEST'],
    ['a zip for a DICOM file', Buffer.from('PK\x03\x04 a zip'), {}, 'CONTENT'],
    ['a DICOM file for a PNG', bytes, { mediaType: 'image/png' }, 'CONTENT'],
    [
      'burned-in annotation',
      buildDicom({ elements: { '00280301': ['CS', 'YES'] } }),
      {},
      'CONTENT',
    ],
  ] as const)('refuses %s, and takes the file away', (_, content, stated, problem) => {
    const id = begin(content, stated);
    expect(append(id, 0, content)).toMatchObject({ problem, upload: { state: 'REFUSED' } });
    expect(existsSync(fileOf(id))).toBe(false);
    expect(uploads.state(id, TEST_NOW)?.state).toBe('REFUSED');
    expect(() => append(id, content.length, Buffer.alloc(0))).toThrow(
      expect.objectContaining(CONFLICT),
    );
  });

  it('takes one of two pieces that are sent at once', () => {
    const other = openUploads(database, openImageFiles(join(folder, 'images')));
    const id = begin();
    append(id, 0, bytes.subarray(0, 100));
    expect(() => other.append(id, 0, bytes.subarray(0, 200), TEST_NOW)).toThrow(
      expect.objectContaining(CONFLICT),
    );
    expect(readFileSync(fileOf(id))).toEqual(bytes.subarray(0, 100));
  });

  it('knows no upload that is not there, or whose day is over', () => {
    const id = begin();
    append(id, 0, bytes);
    const over = TEST_NOW + UPLOAD_LIFETIME;
    expect(uploads.state(id, over - 1)?.state).toBe('COMPLETE');
    expect(uploads.state(id, over)).toBeNull();
    expect(uploads.state('nobody', TEST_NOW)).toBeNull();
    expect(() => append(id, 0, bytes, over)).toThrow(expect.objectContaining(NOT_FOUND));
  });

  it('forgets what is over, with its file, when the next upload begins', () => {
    append(begin(), 0, bytes);
    uploads.create(declared(), TEST_NOW + UPLOAD_LIFETIME);
    expect(readdirSync(join(folder, 'images'))).toEqual([]);
  });

  it('takes no more files of an organisation than can wait', () => {
    for (let count = 0; count < 200; count += 1) begin();
    expect(() => begin()).toThrow(expect.objectContaining(CONFLICT));
    expect(begin(bytes, { organization: 'o-2' })).toEqual(expect.any(String));
  });
});
