/** What the gateway asks the records subgraph of uploads and images, by calls of its own. */
import type { Permit, Texts } from '@causeway/schema';
import { z } from 'zod';
import type { OwnCall } from '../host/own-calls.js';
import { readOwn } from '../host/read-own.js';

/** The media types that images are deposited in. */
export const IMAGE_MEDIA_TYPES = ['application/dicom', 'image/png', 'image/jpeg'] as const;

const mediaType = z.enum(IMAGE_MEDIA_TYPES);

const upload = z.object({
  id: z.string(),
  patient: z.string(),
  organization: z.string(),
  grant: z.string().nullable(),
  size: z.number().int(),
  received: z.number().int(),
  state: z.enum(['OPEN', 'COMPLETE', 'USED', 'REFUSED']),
  expiresAt: z.number(),
});

/** A file on its way in. */
export type Upload = z.infer<typeof upload>;

const inEachLanguage = z.object({
  en: z.string(),
  'zh-Hant': z.string(),
  'zh-Hans': z.string(),
}) satisfies z.ZodType<Texts>;

const uploadStep = z.object({
  upload,
  problem: z.enum(['DIGEST', 'CONTENT']).nullable(),
  reason: inEachLanguage.nullable(),
});

/** A file after a piece of it; what is wrong with it, where it was whole and refused. */
export type UploadStep = z.infer<typeof uploadStep>;

const imagePiece = z.object({
  mediaType,
  size: z.number().int(),
  bytes: z.base64().transform((text) => Buffer.from(text, 'base64')),
});

/** A piece of an image; `size` is that of the whole, in bytes. */
export type ImagePiece = z.infer<typeof imagePiece>;

const storedImage = z.object({ id: z.string(), patient: z.string(), frames: z.number().int() });

/** What of an image is read: a frame, counted from 0, or the file where it is null. */
export interface ImageRead {
  readonly id: string;
  readonly frame: number | null;
  readonly start: number;
  readonly end: number;
}

/** What is declared of a file that is to come. */
export interface DeclaredUpload {
  readonly patient: string;
  readonly organization: string;
  readonly practitionerRole: string;
  readonly grant: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
}

/** Uploads and images of the records subgraph; each call throws as `OwnCall` does. */
export interface RecordImages {
  createUpload(input: DeclaredUpload): Promise<Upload>;
  appendUpload(id: string, offset: number, piece: Buffer): Promise<UploadStep>;
  uploadState(id: string): Promise<Upload | null>;
  /** Whose the images are, in the order of the ids; null where there is none. */
  patients(ids: readonly string[]): Promise<readonly (string | null)[]>;
  /** The images that the permits release, in the order of the ids; null where there is none. */
  released(
    ids: readonly string[],
    permits: readonly Permit[],
  ): Promise<readonly (z.infer<typeof storedImage> | null)[]>;
  /** A piece of an image; null where the permit releases none. */
  read(read: ImageRead, permit: Permit): Promise<ImagePiece | null>;
}

/** Uploads and images, by the gateway's own calls. */
export function recordImages(call: OwnCall): RecordImages {
  const ask = async <Value>(
    shape: z.ZodType<Value>,
    field: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    permits: readonly Permit[] = [],
  ): Promise<Value> =>
    readOwn('records', shape, await call('records', 'relay', query, field, variables, permits));
  return {
    createUpload: (input) =>
      ask(
        upload,
        'createUpload',
        'mutation($input: UploadInput!) { createUpload(input: $input) }',
        { input },
      ),
    appendUpload: (id, offset, piece) =>
      ask(
        uploadStep,
        'appendUpload',
        'mutation($id: ID!, $offset: Int!, $chunk: String!) { appendUpload(id: $id, offset: $offset, chunk: $chunk) }',
        { id, offset, chunk: piece.toString('base64') },
      ),
    uploadState: (id) =>
      ask(upload.nullable(), 'uploadState', 'query($id: ID!) { uploadState(id: $id) }', { id }),
    patients: (ids) =>
      ask(
        z.array(z.string().nullable()).length(ids.length),
        'imagePatients',
        'query($ids: [ID!]!) { imagePatients(ids: $ids) }',
        { ids },
      ),
    released: (ids, permits) =>
      ask(
        z.array(storedImage.nullable()).length(ids.length),
        'storedImages',
        'query($ids: [ID!]!) { storedImages(ids: $ids) }',
        { ids },
        permits,
      ),
    read: ({ id, frame, start, end }, permit) =>
      ask(
        imagePiece.nullable(),
        'readImage',
        'query($id: ID!, $frame: Int, $start: Int!, $end: Int!) { readImage(id: $id, frame: $frame, start: $start, end: $end) }',
        { id, frame, start, end },
        [permit],
      ),
  };
}
