import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '@causeway/kit';
import { TEST_NOW } from '@causeway/kit/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRecordsDatabase } from '../database.js';
import { filesBeside } from '../images/image-files.js';
import type { ImageFiles } from '../images/image-files.js';
import { buildDicom } from '../images/testing/build-dicom.js';
import { openUploads } from './uploads.js';

const PROCESS = fileURLToPath(new URL('../testing/uploading-process.ts', import.meta.url));
const FILE = buildDicom();
const HALF = Math.floor(FILE.length / 2);

let folder: string;
let path: string;
let database: Database;
let files: ImageFiles;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-uploads-'));
  path = join(folder, 'records.sqlite');
  database = openRecordsDatabase({ path });
  files = filesBeside(path);
  writeFileSync(join(folder, 'file'), FILE);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** An upload of which the first half has come. */
function begun(): string {
  const uploads = openUploads(database, files);
  const { id } = uploads.create(
    {
      patient: 'p-chan',
      organization: 'o-1',
      practitionerRole: 'r-1',
      grant: null,
      mediaType: 'application/dicom',
      size: FILE.length,
      digest: createHash('sha256').update(FILE).digest('hex'),
    },
    TEST_NOW,
  );
  uploads.append(id, 0, FILE.subarray(0, HALF), TEST_NOW);
  return id;
}

/** Sends the second half from a process that is killed at a step. */
function killed(id: string, step: string): void {
  const words = [path, join(folder, 'file'), id, HALF, FILE.length, step, TEST_NOW].map(String);
  const args = ['--conditions=source', '--import=tsx', PROCESS, ...words];
  const { signal } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  expect(signal).toBe('SIGKILL');
}

describe('an upload whose process is killed', () => {
  it.each([
    ['before it is written', HALF],
    ['half written', HALF],
    ['written, not counted', HALF],
    ['counted, not checked', FILE.length],
  ])('is taken up where it stood: %s', (step, received) => {
    const id = begun();
    killed(id, step);
    const uploads = openUploads(database, files);
    const row = uploads.state(id, TEST_NOW);
    expect(row?.received).toBe(received);
    if (received < FILE.length) uploads.append(id, received, FILE.subarray(received), TEST_NOW);
    expect(uploads.state(id, TEST_NOW)?.state).toBe('COMPLETE');
    expect(readFileSync(join(folder, 'images', id))).toEqual(FILE);
  });

  it('counts nothing where the disk is full', () => {
    const id = begun();
    const full: ImageFiles = {
      ...files,
      write: (name, offset, piece) => {
        files.write(name, offset, piece.subarray(0, 3));
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      },
    };
    const uploads = openUploads(database, full);
    expect(() => uploads.append(id, HALF, FILE.subarray(HALF), TEST_NOW)).toThrow('no space');
    expect(uploads.state(id, TEST_NOW)).toMatchObject({ received: HALF, state: 'OPEN' });
    const { upload } = openUploads(database, files).append(id, HALF, FILE.subarray(HALF), TEST_NOW);
    expect(upload.state).toBe('COMPLETE');
  });
});
