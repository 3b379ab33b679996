import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Session } from './session.js';
import { StoryError } from './stage.js';
import type { Stage } from './stage.js';

const created = z.object({ id: z.string() });

/** How many bytes go at once, so that an upload that breaks off is taken up again from there. */
const PIECE = 64 * 1024;

/** Uploads an image by pieces, checked by its digest when it is whole. Returns the upload's id. */
export async function upload(
  stage: Stage,
  session: Session,
  patient: string,
  image: Buffer,
): Promise<string> {
  const digest = createHash('sha256').update(image).digest('hex');
  const { status, bytes } = await stage.fetch(session, {
    method: 'POST',
    path: '/uploads',
    body: { patient, mediaType: 'image/png', size: image.length, digest },
  });
  if (status !== 201) throw new StoryError('an upload begun', bytes.toString());
  const { id } = created.parse(JSON.parse(bytes.toString()));
  for (let offset = 0; offset < image.length; offset += PIECE) {
    const piece = await stage.fetch(session, {
      method: 'PATCH',
      path: `/uploads/${id}`,
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: image.subarray(offset, offset + PIECE),
    });
    if (piece.status !== 204) throw new StoryError('a piece taken', piece.bytes.toString());
  }
  return id;
}
