/** Files on their way in, by pieces, resumable until they are whole; then checked, and kept for a day for a deposit. */
import { refused } from '@causeway/kit';
import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { filled } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { ContentError } from '../images/content-error.js';
import { readContent } from '../images/image-content.js';
import type { ImageFiles } from '../images/image-files.js';
import { CONTENT } from '../images/image-texts.js';
import type { UploadRow } from '../tables.js';
import type { NewUpload } from './upload-input.js';
import { UPLOAD } from './upload-texts.js';
import {
  deleteExpiredUploads,
  insertUpload,
  readUpload,
  unusedUploads,
  updateUpload,
} from '../repository/uploads.js';

/** How long an upload may wait to be used, in milliseconds. */
export const UPLOAD_LIFETIME = 24 * 60 * 60_000;

/** How many files an organisation may have on their way at a time. */
const MOST_UNUSED = 200;

/** Where an upload is after a piece of it, and why it was refused, where it was just now. */
export interface UploadStep {
  readonly upload: UploadRow;
  readonly problem: 'DIGEST' | 'CONTENT' | null;
  /** What is wrong with the content, in each language, in words that quote nothing of it. */
  readonly reason: Texts | null;
}

/** Takes files in. Times are epoch milliseconds. */
export interface Uploads {
  /** Begins an upload. @throws GraphQLError CONFLICT if the organisation has too many on their way */
  create(upload: NewUpload, now: number): UploadRow;
  /** An upload as it is; null where there is none, or its time is over. */
  state(id: string, now: number): UploadRow | null;
  /**
   * Takes the piece that begins where the last ended; once it is whole, the file is checked.
   *
   * @throws GraphQLError NOT_FOUND, CONFLICT for another offset or an upload that is not open, BAD_USER_INPUT for more
   * bytes than were declared; then nothing is changed
   */
  append(id: string, offset: number, piece: Buffer, now: number): UploadStep;
}

/** Uploads over a database and a folder. */
export function openUploads(database: Database, files: ImageFiles): Uploads {
  const found = (db: Database['db'], id: string, now: number): UploadRow | null => {
    const upload = readUpload(db, id);
    const isOver = upload === undefined || (upload.state !== 'USED' && upload.expiresAt <= now);
    return isOver ? null : upload;
  };
  return {
    create: (upload, now) =>
      database.inTransaction((db) => {
        for (const id of deleteExpiredUploads(db, now)) files.remove(id);
        if (unusedUploads(db, upload.organization) >= MOST_UNUSED) {
          throw refused('CONFLICT', filled(UPLOAD.tooMany, { most: MOST_UNUSED }));
        }
        const row: UploadRow = {
          ...upload,
          id: randomUUID(),
          received: 0,
          state: 'OPEN',
          createdAt: now,
          expiresAt: now + UPLOAD_LIFETIME,
        };
        insertUpload(db, row);
        return row;
      }),
    state: (id, now) => {
      const upload = found(database.db, id, now);
      // Whole but not checked: the process ended in between.
      const isUnchecked = upload?.state === 'OPEN' && upload.received === upload.size;
      return isUnchecked ? checked(upload).upload : upload;
    },
    append: (id, offset, piece, now) => {
      // INVARIANT: bytes are durable before the database counts them, and none are written without its lock.
      const grown = database.inTransaction((db) => {
        const upload = found(db, id, now);
        if (upload === null) throw refused('NOT_FOUND', UPLOAD.unknown);
        if (upload.state !== 'OPEN')
          throw refused('CONFLICT', filled(UPLOAD.notOpen, { state: upload.state }));
        if (offset !== upload.received)
          throw refused(
            'CONFLICT',
            filled(UPLOAD.otherOffset, { expected: upload.received, got: offset }),
          );
        const received = offset + piece.length;
        if (received > upload.size)
          throw refused('BAD_USER_INPUT', filled(UPLOAD.tooLong, { most: upload.size }));
        files.write(id, offset, piece);
        updateUpload(db, id, { received });
        return { ...upload, received };
      });
      return grown.received === grown.size ? checked(grown) : step(grown);
    },
  };

  function checked(upload: UploadRow): UploadStep {
    const fault = faultOf(upload, files);
    const state = fault === null ? 'COMPLETE' : 'REFUSED';
    updateUpload(database.db, upload.id, { state });
    if (fault !== null) files.remove(upload.id);
    return { upload: { ...upload, state }, problem: null, reason: null, ...fault };
  }
}

const step = (upload: UploadRow): UploadStep => ({ upload, problem: null, reason: null });

function faultOf(
  { id, digest, mediaType }: UploadRow,
  files: ImageFiles,
): Omit<UploadStep, 'upload'> | null {
  if (files.digest(id) !== digest) return { problem: 'DIGEST', reason: CONTENT.digest };
  try {
    readContent(mediaType, files.read(id));
    return null;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problem: 'CONTENT', reason: error.texts };
  }
}
