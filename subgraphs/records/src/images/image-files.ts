/**
 * The files of images, in a folder beside the database: one for each upload, named by its id, for nobody else to read.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of images. */
export interface ImageFiles {
  /**
   * Writes a piece at an offset, durably. What stood from there on, of a piece that was never counted, is cut off.
   *
   * @throws Error of the system, such as ENOSPC; then nothing of the piece counts
   */
  write(name: string, offset: number, piece: Buffer): void;
  /** The whole file. @throws Error of the system if it is not there */
  read(name: string): Buffer;
  /** The bytes from a position up to another; fewer where the file ends. @throws Error of the system */
  readPart(name: string, start: number, end: number): Buffer;
  /** SHA-256 of the file, in hex. @throws Error of the system */
  digest(name: string): string;
  /** Takes a file away, if it is there. */
  remove(name: string): void;
  /** Ends the use of the folder; one of a database in memory goes with it. */
  close(): void;
}

/** How much of a file is read at a time for its digest, in bytes. */
const PIECE = 4 * 2 ** 20;

/** The files in a folder, which is made when the first is written. */
export function openImageFiles(folder: string): ImageFiles {
  return filesIn(
    () => folder,
    () => undefined,
  );
}

/** The files of a database in memory: in a folder of their own, which goes when they are closed. */
export function temporaryImageFiles(): ImageFiles {
  let folder: string | null = null;
  return filesIn(
    () => (folder ??= mkdtempSync(join(tmpdir(), 'causeway-images-'))),
    () => {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  );
}

/** Where the files of a database stand unless told. */
export function filesBeside(database: string): ImageFiles {
  return database === ':memory:'
    ? temporaryImageFiles()
    : openImageFiles(join(dirname(database), 'images'));
}

function filesIn(folder: () => string, close: () => void): ImageFiles {
  const at = (name: string): string => join(folder(), name);
  return {
    write: (name, offset, piece) => {
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      const path = at(name);
      const isNew = !existsSync(path);
      withFile(path, constants.O_RDWR | constants.O_CREAT, (file) => {
        ftruncateSync(file, offset);
        for (let done = 0; done < piece.length;)
          done += writeSync(file, piece, done, piece.length - done, offset + done);
        fsyncSync(file);
      });
      // A file is durable only once its folder knows of it.
      if (isNew) withFile(folder(), constants.O_RDONLY, fsyncSync);
    },
    read: (name) => readFileSync(at(name)),
    readPart: (name, start, end) =>
      withFile(at(name), constants.O_RDONLY, (file) => part(file, start, end)),
    digest: (name) =>
      withFile(at(name), constants.O_RDONLY, (file) => {
        const hash = createHash('sha256');
        for (let start = 0; ; start += PIECE) {
          const piece = part(file, start, start + PIECE);
          if (piece.length === 0) return hash.digest('hex');
          hash.update(piece);
        }
      }),
    remove: (name) => {
      rmSync(at(name), { force: true });
    },
    close,
  };
}

function withFile<Result>(path: string, flags: number, use: (file: number) => Result): Result {
  const file = openSync(path, flags, 0o600);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

function part(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, end - start));
  let read = 0;
  while (read < bytes.length) {
    const some = readSync(file, bytes, read, bytes.length - read, start + read);
    if (some === 0) break;
    read += some;
  }
  return bytes.subarray(0, read);
}
