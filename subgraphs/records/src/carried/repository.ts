/** The SQL of carried files: encrypted summaries that patients let others open by link and passcode. */
import { randomBytes } from 'node:crypto';
import { digestOfCode, digestOfKey, isCodeOf, ungrouped } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import { carriedFiles } from '../tables.js';
import type { CarriedFileRow } from '../tables.js';

/** An encrypted file to be kept, with what opens it. */
export interface NewCarriedFile extends Pick<
  CarriedFileRow,
  'patient' | 'jwe' | 'contentType' | 'label' | 'expiresAt'
> {
  /** The 256 random bits of its link, in base64url. */
  readonly key: string;
  readonly passcode: string;
}

/** Somebody who holds the link wants the file. */
export interface OpeningRequest {
  readonly key: string;
  /** Null where none was given: that is no attempt. */
  readonly passcode: string | null;
  /** The most characters that the answer may hold of the file; null for any number. */
  readonly embeddedLengthMax: number | null;
}

/** What came of an attempt to open a file. Attempts with a wrong passcode stay counted, whatever follows. */
export type Opening =
  | { readonly outcome: 'OPENED'; readonly contentType: string; readonly jwe: string }
  /** Too long to be embedded: it may be fetched once, by this secret. */
  | { readonly outcome: 'LOCATED'; readonly contentType: string; readonly location: string }
  | { readonly outcome: 'REFUSED'; readonly remainingAttempts: number }
  /** Unknown, expired, revoked and locked alike. */
  | { readonly outcome: 'NOT_FOUND' };

/** A carried file as its patient may see it. */
export interface CarriedFileSummary extends Pick<
  CarriedFileRow,
  | 'label'
  | 'createdAt'
  | 'expiresAt'
  | 'revokedAt'
  | 'remainingAttempts'
  | 'openings'
  | 'lastOpenedAt'
> {
  /** By which it is revoked: it opens nothing. */
  readonly id: string;
}

/** Carried files. Times are epoch milliseconds. */
export interface CarriedFiles {
  /** Keeps a file; empties those that are over. */
  store(file: NewCarriedFile, now: number): CarriedFileSummary;
  /** Opens a file for whoever has link and passcode; each wrong passcode takes one of the attempts. */
  open(request: OpeningRequest, now: number): Opening;
  /** The file at a location, once; null for one that is used, over or unknown. */
  fetch(location: string, now: number): string | null;
  /** The files of a patient, newest first, those of the past included. */
  list(patient: string): CarriedFileSummary[];
  /** Closes a file for good and forgets its content; null where the patient has none of that id. */
  revoke(patient: string, id: string, now: number): CarriedFileSummary | null;
}

/** How many wrong passcodes a file takes in its whole life. */
const ATTEMPTS = 10;

/** How long a location can be fetched from, in milliseconds. */
const LOCATION_LIFETIME = 5 * 60 * 1000;

/** Carried files over a database. */
export function carriedFilesIn(database: Database): CarriedFiles {
  const { db } = database;
  return {
    store: ({ key, passcode, ...file }, now) => {
      const kept = digestOfCode(key, ungrouped(passcode));
      // What nobody can open any more is not kept.
      db.update(carriedFiles).set({ jwe: '' }).where(lte(carriedFiles.expiresAt, now)).run();
      const row = db
        .insert(carriedFiles)
        .values({
          ...file,
          digest: digestOfKey(key),
          passcodeDigest: kept.digest,
          passcodeSalt: kept.salt,
          remainingAttempts: ATTEMPTS,
          createdAt: now,
        })
        .returning()
        .get();
      return summaryOf(row);
    },
    // The write lock is held from the beginning, so that no two attempts are ever made on the same count.
    open: (request, now) =>
      database.inTransaction((transaction) => open(transaction, request, now)),
    fetch: (location, now) =>
      database.inTransaction((transaction) => {
        const isThere = and(
          eq(carriedFiles.locationDigest, digestOfKey(location)),
          gt(carriedFiles.locationExpiresAt, now),
          isActive(now),
        );
        const row = transaction.select().from(carriedFiles).where(isThere).get();
        if (row === undefined) return null;
        const used = { locationDigest: null, locationExpiresAt: null };
        transaction.update(carriedFiles).set(used).where(isFile(row)).run();
        return row.jwe;
      }),
    list: (patient) =>
      db
        .select()
        .from(carriedFiles)
        .where(eq(carriedFiles.patient, patient))
        .orderBy(desc(carriedFiles.createdAt), carriedFiles.digest)
        .all()
        .map(summaryOf),
    revoke: (patient, id, now) =>
      database.inTransaction((transaction) => {
        const isTheirs = and(eq(carriedFiles.digest, id), eq(carriedFiles.patient, patient));
        const row = transaction.select().from(carriedFiles).where(isTheirs).get();
        if (row === undefined) return null;
        if (row.revokedAt !== null) return summaryOf(row);
        const revoked = transaction
          .update(carriedFiles)
          .set({ revokedAt: now, jwe: '', locationDigest: null, locationExpiresAt: null })
          .where(isFile(row))
          .returning()
          .get();
        return summaryOf(revoked);
      }),
  };
}

type Transaction = Database['db'];

function open(db: Transaction, request: OpeningRequest, now: number): Opening {
  const { key, passcode, embeddedLengthMax } = request;
  const found = and(eq(carriedFiles.digest, digestOfKey(key)), isActive(now));
  const row = db.select().from(carriedFiles).where(found).get();
  if (row === undefined) return { outcome: 'NOT_FOUND' };
  const { contentType, jwe, openings } = row;
  if (passcode === null) return { outcome: 'REFUSED', remainingAttempts: row.remainingAttempts };
  const kept = { digest: row.passcodeDigest, salt: row.passcodeSalt };
  if (!isCodeOf(kept, key, ungrouped(passcode))) {
    const remainingAttempts = row.remainingAttempts - 1;
    db.update(carriedFiles).set({ remainingAttempts }).where(isFile(row)).run();
    return { outcome: 'REFUSED', remainingAttempts };
  }
  const opened = { openings: openings + 1, lastOpenedAt: now };
  if (embeddedLengthMax === null || jwe.length <= embeddedLengthMax) {
    db.update(carriedFiles).set(opened).where(isFile(row)).run();
    return { outcome: 'OPENED', contentType, jwe };
  }
  const location = randomBytes(32).toString('base64url');
  const located = {
    locationDigest: digestOfKey(location),
    locationExpiresAt: now + LOCATION_LIFETIME,
  };
  db.update(carriedFiles)
    .set({ ...opened, ...located })
    .where(isFile(row))
    .run();
  return { outcome: 'LOCATED', contentType, location };
}

/** Neither over nor revoked, nor locked by wrong passcodes. */
function isActive(now: number) {
  return and(
    gt(carriedFiles.expiresAt, now),
    isNull(carriedFiles.revokedAt),
    gt(carriedFiles.remainingAttempts, 0),
  );
}

function isFile({ digest }: CarriedFileRow) {
  return eq(carriedFiles.digest, digest);
}

function summaryOf(row: CarriedFileRow): CarriedFileSummary {
  const { digest: id, label, createdAt, expiresAt, revokedAt } = row;
  const { remainingAttempts, openings, lastOpenedAt } = row;
  return {
    id,
    label,
    createdAt,
    expiresAt,
    revokedAt,
    remainingAttempts,
    openings,
    lastOpenedAt,
  };
}
