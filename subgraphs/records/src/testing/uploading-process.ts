/**
 * An upload in a process of its own, killed at a step: `uploading-process.ts DATABASE FILE UPLOAD OFFSET LENGTH STEP NOW`
 * sends a piece of a file.
 */
import { readFileSync } from 'node:fs';
import { openRecordsDatabase } from '../database.js';
import { filesBeside } from '../images/image-files.js';
import type { ImageFiles } from '../images/image-files.js';
import { openUploads } from '../uploads/uploads.js';

const [path = '', file = '', upload = '', offset = '', length = '', step = '', now = ''] =
  process.argv.slice(2);

const files = filesBeside(path);
const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const dying: ImageFiles = {
  ...files,
  write: (name, at, piece) => {
    if (step === 'before it is written') die();
    files.write(name, at, step === 'half written' ? piece.subarray(0, piece.length / 2) : piece);
    if (step === 'half written' || step === 'written, not counted') die();
  },
  digest: (name) => {
    if (step === 'counted, not checked') die();
    return files.digest(name);
  },
};

const from = Number(offset);
const piece = readFileSync(file).subarray(from, from + Number(length));
openUploads(openRecordsDatabase({ path }), dying).append(upload, from, piece, Number(now));
