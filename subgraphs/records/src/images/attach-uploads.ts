/** How whole uploads become the images of the ImagingStudies that are deposited with them. */
import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import type { Texts } from '@causeway/schema';
import { insertImages } from '../repository/images.js';
import { readUploads, updateUpload } from '../repository/uploads.js';
import type { ImageRow, UploadRow } from '../tables.js';
import { readContent } from './image-content.js';
import type { ImageFiles } from './image-files.js';
import { ATTACHED } from './image-texts.js';

/** An ImagingStudy of the deposit. */
export interface DepositedStudy {
  /** The record's id. */
  readonly record: string;
  /** The SOP instance UIDs of its series, in their order. */
  readonly instances: readonly string[];
}

/** What is deposited, and by whom. */
export interface UploadsToAttach {
  /** Upload ids, in the order in which the depositor names them. */
  readonly uploads: readonly string[];
  readonly patient: string;
  readonly organization: string;
  /** The CrossBorderGrant id; null at home. */
  readonly grant: string | null;
  /** In the order of the bundle. */
  readonly studies: readonly DepositedStudy[];
  /** Whether a radiology report is deposited with them: an image without one says nothing. */
  readonly hasReport: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Uploads that cannot be bound, and why; nothing was. */
export interface AttachProblem {
  /** The place in the list of uploads, from 0. */
  readonly position: number;
  readonly problem: Texts;
}

/**
 * Binds uploads to the studies of a deposit: DICOM images by their instance, others to the instances that are left, in
 * their order, or to the one study that lists none. To be called in the transaction of the deposit; null once all are
 * bound, else the first that cannot be, and nothing is changed.
 */
export function attachUploads(
  db: Database['db'],
  files: ImageFiles,
  request: UploadsToAttach,
): AttachProblem | null {
  const rows = new Map(readUploads(db, request.uploads).map((row) => [row.id, row]));
  const places = placesOf(request.studies);
  const bound: { readonly upload: UploadRow; readonly image: ImageRow }[] = [];
  const inTurn = [...request.uploads.entries()].map(([position, id]) => {
    const upload = rows.get(id);
    const isUsable = upload !== undefined && isUsableFor(request, upload);
    return { position, upload: isUsable ? upload : null };
  });
  if (new Set(request.uploads).size !== request.uploads.length)
    return { position: 0, problem: ATTACHED.twice };
  // Images that say which instance they are come first, so that the others take what is left.
  const isNamed = ({ upload }: (typeof inTurn)[number]) =>
    upload?.mediaType === 'application/dicom';
  for (const { position, upload } of [
    ...inTurn.filter(isNamed),
    ...inTurn.filter((one) => !isNamed(one)),
  ]) {
    if (upload === null)
      return {
        position,
        problem: ATTACHED.unusable,
      };
    if (!request.hasReport) return { position, problem: ATTACHED.noReport };
    const { frames, instance } = readContent(upload.mediaType, files.read(upload.id));
    const place = places.take(instance);
    if (place === null)
      return {
        position,
        problem: ATTACHED.noStudy,
      };
    bound.push({ upload, image: imageOf(upload, place, frames) });
  }
  bound.sort((one, other) => positionOf(request, one.upload) - positionOf(request, other.upload));
  insertImages(
    db,
    bound.map(({ image }) => image),
  );
  for (const { upload } of bound) updateUpload(db, upload.id, { state: 'USED' });
  return null;
}

const positionOf = ({ uploads: ids }: UploadsToAttach, { id }: UploadRow): number =>
  ids.indexOf(id);

function isUsableFor(request: UploadsToAttach, upload: UploadRow): boolean {
  return (
    upload.state === 'COMPLETE' &&
    upload.expiresAt > request.now &&
    upload.patient === request.patient &&
    upload.organization === request.organization &&
    upload.grant === request.grant
  );
}

interface Place {
  readonly record: string;
  readonly instance: string | null;
}

/** Where images can stand; each place is taken once. */
function placesOf(studies: readonly DepositedStudy[]) {
  const [first, ...others] = studies;
  const places: Place[] = studies.flatMap(({ record, instances }) =>
    instances.map((instance) => ({ record, instance })),
  );
  // The only study of a bundle may leave its instances unlisted.
  const open = first?.instances.length === 0 && others.length === 0 ? first.record : null;
  return {
    /** The place of an instance, or the next one for an image that names none; null where there is none. */
    take(instance: string | null): Place | null {
      if (open !== null) return { record: open, instance };
      const at = instance === null ? 0 : places.findIndex((place) => place.instance === instance);
      return at === -1 ? null : (places.splice(at, 1)[0] ?? null);
    },
  };
}

function imageOf(upload: UploadRow, { record, instance }: Place, frames: number): ImageRow {
  const { id: file, mediaType, size, digest } = upload;
  return { id: randomUUID(), record, instance, file, mediaType, size, digest, frames };
}
