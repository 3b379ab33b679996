/** Images as they are read, by pieces, in the form in which they are to be seen. */
import type { Permit } from '@causeway/schema';
import type { Database } from '@causeway/kit';
import { readImages, readImagesOf, readPatientsOfImages } from '../repository/images.js';
import type { PatientImage } from '../repository/images.js';
import { frameOf, leavingHongKong } from './image-content.js';
import type { ImageFiles } from './image-files.js';
import type { ImageMediaType } from './media-types.js';
import { Rendered } from './rendered.js';

/** What of an image is wanted: a frame to look at, counted from 0, or the file. */
export type ImageForm =
  { readonly kind: 'FRAME'; readonly frame: number } | { readonly kind: 'FILE' };

/** A piece of an image. */
export interface ImagePiece {
  readonly mediaType: ImageMediaType;
  /** Of the whole, in bytes. */
  readonly size: number;
  readonly bytes: Buffer;
}

/** Reads images. What the permits do not release is not there. */
export interface StoredImages {
  /** The images of the given ids, in no order. */
  byId(permits: readonly Permit[], ids: readonly string[]): PatientImage[];
  /** The images of the given records. */
  ofRecords(permits: readonly Permit[], records: readonly string[]): PatientImage[];
  /** Whose they are, for deciding on them. */
  patients(ids: readonly string[]): ReadonlyMap<string, string>;
  /**
   * The bytes of an image from a position up to another; null where there is no such image or frame, or where its
   * permit forbids to take files away.
   */
  read(
    permits: readonly Permit[],
    id: string,
    form: ImageForm,
    start: number,
    end: number,
  ): ImagePiece | null;
}

/** Images over a database and a folder. */
export function storedImages({ db }: Pick<Database, 'db'>, files: ImageFiles): StoredImages {
  const rendered = new Rendered();
  return {
    byId: (permits, ids) => readImages(db, permits, ids),
    ofRecords: (permits, records) => readImagesOf(db, permits, records),
    patients: (ids) => readPatientsOfImages(db, ids),
    read: (permits, id, form, start, end) => {
      const [image] = readImages(db, permits, [id]);
      const permit = permits.find(({ patient }) => patient === image?.patient);
      if (image === undefined || permit === undefined) return null;
      if (form.kind === 'FILE' && permit.obligations.includes('NO_IMAGE_DOWNLOAD')) return null;
      const { file, mediaType, size } = image;
      if (form.kind === 'FILE' && !permit.abroad)
        return { mediaType, size, bytes: files.readPart(file, start, end) };
      const key = JSON.stringify([file, permit.abroad, form]);
      const whole = rendered.get(key, () => render(image, form, permit.abroad, files));
      if (whole === null) return null;
      const { bytes } = whole;
      return { ...whole, size: bytes.length, bytes: bytes.subarray(start, Math.max(start, end)) };
    },
  };
}

function render(
  { file, mediaType }: PatientImage,
  form: ImageForm,
  abroad: boolean,
  files: ImageFiles,
) {
  const stored = files.read(file);
  const bytes = abroad ? leavingHongKong(mediaType, stored) : stored;
  return form.kind === 'FILE' ? { mediaType, bytes } : frameOf(mediaType, bytes, form.frame);
}
