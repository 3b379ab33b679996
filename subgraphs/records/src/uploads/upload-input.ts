/** What the gateway asks of uploads, as JSON. */
import { refused } from '@causeway/kit';
import { filled } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { IMAGE_MEDIA_TYPES } from '../images/media-types.js';
import type { UploadRow } from '../tables.js';
import { DECLARED, UPLOAD } from './upload-texts.js';

/** The largest image taken, in bytes. */
const LARGEST_UPLOAD = 200_000_000;

/** The largest piece taken at a time, in bytes. */
export const LARGEST_PIECE = 4 * 2 ** 20;

/** A file that is to come, of whom and from whom. */
export type NewUpload = Pick<
  UploadRow,
  'patient' | 'organization' | 'practitionerRole' | 'grant' | 'mediaType' | 'size' | 'digest'
>;

/** The upload that a JSON value declares. @throws GraphQLError BAD_USER_INPUT for another shape */
export function newUpload(value: unknown): NewUpload {
  const { patient, organization, practitionerRole, grant, mediaType, size, digest } = Object(
    value,
  ) as Readonly<Record<string, unknown>>;
  const type = IMAGE_MEDIA_TYPES.find((one) => one === mediaType);
  if (type === undefined)
    throw bad(filled(DECLARED.mediaType, { allowed: IMAGE_MEDIA_TYPES.join(', ') }));
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > LARGEST_UPLOAD)
    throw bad(filled(DECLARED.size, { most: LARGEST_UPLOAD }));
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest)) throw bad(DECLARED.digest);
  if (!isFilled(patient) || !isFilled(organization) || !isFilled(practitionerRole))
    throw bad(DECLARED.parties);
  if (grant !== null && !isFilled(grant)) throw bad(DECLARED.grant);
  return { patient, organization, practitionerRole, grant, mediaType: type, size, digest };
}

/** The bytes of a piece. @throws GraphQLError BAD_USER_INPUT if they are not base64, or too many */
export function pieceOf(chunk: string): Buffer {
  if (chunk.length > Math.ceil(LARGEST_PIECE / 3) * 4)
    throw bad(filled(DECLARED.piece, { most: LARGEST_PIECE }));
  const piece = Buffer.from(chunk, 'base64');
  if (piece.toString('base64') !== chunk || piece.length > LARGEST_PIECE)
    throw bad(DECLARED.base64);
  return piece;
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

const bad = (expected: Texts) => refused('BAD_USER_INPUT', filled(UPLOAD.otherInput, { expected }));
