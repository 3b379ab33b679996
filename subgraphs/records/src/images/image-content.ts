/** What the bytes of an image are, whatever its media type. */
import { ContentError } from './content-error.js';
import { deidentified } from './dicom/deidentify.js';
import { readDicom } from './dicom/read-dicom.js';
import { renderFrame } from './dicom/render-frame.js';
import type { RenderedFrame } from './dicom/render-frame.js';
import { endsWithImage, readJpeg, withoutTexts as jpegWithoutTexts } from './jpeg.js';
import { CONTENT } from './image-texts.js';
import type { ImageMediaType } from './media-types.js';
import { readPng, withoutTexts as pngWithoutTexts } from './png.js';

/** What is known of an image from its bytes. */
export interface ImageContent {
  readonly frames: number;
  /** The DICOM SOP instance UID; null for other images. */
  readonly instance: string | null;
}

/** What an image is. @throws ContentError if it is not of its media type, or cannot be shown */
export function readContent(mediaType: ImageMediaType, bytes: Buffer): ImageContent {
  switch (mediaType) {
    case 'application/dicom': {
      const { frames, instance } = readDicom(bytes);
      return { frames: frames.length, instance };
    }
    case 'image/png':
      readPng(bytes);
      return { frames: 1, instance: null };
    case 'image/jpeg':
      if (!endsWithImage(bytes, readJpeg(bytes))) throw new ContentError(CONTENT.behindJpeg);
      return { frames: 1, instance: null };
  }
}

/** A frame of an image to look at, counted from 0; null where there is no such frame. */
export function frameOf(
  mediaType: ImageMediaType,
  bytes: Buffer,
  frame: number,
): RenderedFrame | null {
  if (mediaType === 'application/dicom') return renderFrame(readDicom(bytes), frame);
  return frame === 0 ? { mediaType, bytes } : null;
}

/** An image as it leaves Hong Kong: without persons' names, and without what could hold them. */
export function leavingHongKong(mediaType: ImageMediaType, bytes: Buffer): Buffer {
  switch (mediaType) {
    case 'application/dicom':
      return deidentified(readDicom(bytes));
    case 'image/png':
      return pngWithoutTexts(bytes);
    case 'image/jpeg':
      return jpegWithoutTexts(bytes, readJpeg(bytes));
  }
}
