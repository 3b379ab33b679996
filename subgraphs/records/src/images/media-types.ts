import type { ImageRow } from '../tables.js';

/** A media type that images are deposited in. */
export type ImageMediaType = ImageRow['mediaType'];

/** The media types that images are deposited in. */
export const IMAGE_MEDIA_TYPES: readonly ImageMediaType[] = [
  'application/dicom',
  'image/png',
  'image/jpeg',
];
