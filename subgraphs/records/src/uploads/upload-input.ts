/** What the gateway asks of uploads, as JSON. */
import { refused } from '@causeway/kit';
import { IMAGE_MEDIA_TYPES } from '../images/media-types.js';
import type { UploadRow } from '../tables.js';

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
  if (type === undefined) throw bad(`a media type of ${IMAGE_MEDIA_TYPES.join(', ')}`);
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > LARGEST_UPLOAD)
    throw bad(`a size of 1 to ${LARGEST_UPLOAD} bytes`);
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest))
    throw bad('a digest of SHA-256, in 64 small hexadecimal digits');
  if (!isFilled(patient) || !isFilled(organization) || !isFilled(practitionerRole))
    throw bad('a patient, an organisation and a practitioner role');
  if (grant !== null && !isFilled(grant)) throw bad('a grant, or null');
  return { patient, organization, practitionerRole, grant, mediaType: type, size, digest };
}

/** The bytes of a piece. @throws GraphQLError BAD_USER_INPUT if they are not base64, or too many */
export function pieceOf(chunk: string): Buffer {
  if (chunk.length > Math.ceil(LARGEST_PIECE / 3) * 4) throw bad(`at most ${LARGEST_PIECE} bytes`);
  const piece = Buffer.from(chunk, 'base64');
  if (piece.toString('base64') !== chunk || piece.length > LARGEST_PIECE) throw bad('base64');
  return piece;
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

const bad = (expected: string) => refused('BAD_USER_INPUT', `Expected ${expected}, got another`);
