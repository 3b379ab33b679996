/**
 * Images, looked at frame by frame or taken away as a file, by short-lived signed links that `POST /images/links` gives.
 * Each request is decided on anew, and each piece of a long answer: what is revoked ends in the middle.
 */
import { once } from 'node:events';
import type { HttpRoute } from '../host/http-route.js';
import { RequestError } from '../host/read-body.js';
import { byteRange } from './byte-range.js';
import { isSigned } from './image-link.js';
import type { ImageUse } from './image-link.js';
import { knownRoute, methodNotAllowed, notThere } from './image-route.js';
import type { KnownRequest } from './image-route.js';
import { giveLinks } from './give-links.js';
import { ImageReader } from './image-reader.js';
import type { ImagesOptions } from './ports.js';
import { recordImages } from './record-images.js';

/** What the route of images needs. */
export interface ImagesRouteOptions extends ImagesOptions {
  /** What links are signed with: 32 random bytes, of one gateway. */
  readonly key: Uint8Array;
}

const PIECE = 2 * 2 ** 20;
const IMAGE = /^\/images\/([0-9a-f-]{36})(\/file)?$/;

/** The route of images: `GET` or `HEAD` of `/images/{id}` and `/images/{id}/file`, `POST` of `/images/links`. */
export function imagesRoute(options: ImagesRouteOptions): HttpRoute {
  const images = recordImages(options.gateway.call);
  return knownRoute('/images/', options, async (known) => {
    if (known.url.pathname === '/images/links') {
      await giveLinks(known, images, options);
      return;
    }
    const [, id, file] = IMAGE.exec(known.url.pathname) ?? [];
    if (id === undefined) throw notThere();
    if (known.method !== 'GET' && known.method !== 'HEAD')
      throw methodNotAllowed(known.response, 'GET, HEAD');
    const use = file === undefined ? 'VIEW' : 'DOWNLOAD';
    const signedFor = usesOf(known, id, options);
    if (signedFor.length === 0) throw notThere();
    const reader = await ImageReader.open(
      {
        id,
        use,
        frame: frameOf(known.url),
        caller: known.caller,
        isSigned: signedFor.includes(use),
      },
      images,
      options,
    );
    await send(reader, known);
  });
}

/** The uses that the link of a request is signed for. */
function usesOf(
  { url, caller }: KnownRequest,
  image: string,
  { key, clock }: ImagesRouteOptions,
): readonly ImageUse[] {
  const expires = Number(url.searchParams.get('expires'));
  const signature = url.searchParams.get('signature') ?? '';
  return (['VIEW', 'DOWNLOAD'] as const).filter((use) =>
    isSigned({ image, use, caller, expires }, signature, key, clock()),
  );
}

function frameOf(url: URL): number {
  const frame = url.searchParams.get('frame') ?? '0';
  if (!/^\d{1,5}$/.test(frame)) throw new RequestError(400, 'Expected a frame, counted from 0');
  return Number(frame);
}

async function send(
  reader: ImageReader,
  { request, response, method }: KnownRequest,
): Promise<void> {
  const { size, mediaType } = reader;
  const range = byteRange(method === 'GET' ? request.headers.range : undefined, size);
  if (range.kind === 'UNSATISFIABLE') {
    response.setHeader('content-range', `bytes */${size}`);
    throw new RequestError(416, 'Expected a range within the image');
  }
  const { start, end } = range;
  const first = method === 'GET' ? await reader.release(start, Math.min(end, start + PIECE)) : null;
  response.setHeader('accept-ranges', 'bytes');
  if (range.kind === 'PART') {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${start}-${end - 1}/${size}`);
  }
  response.setHeader('content-type', mediaType);
  response.setHeader('content-length', end - start);
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  if (reader.use === 'DOWNLOAD') response.setHeader('content-disposition', 'attachment');
  if (first === null) {
    response.end();
    return;
  }
  response.write(first);
  for (let at = start + first.length; at < end;) {
    const piece = await reader.more(at, Math.min(end, at + PIECE));
    // What was begun cannot be taken back; nothing more of it is sent.
    if (piece === null || piece.length === 0 || response.destroyed) {
      response.destroy();
      return;
    }
    at += piece.length;
    if (!response.write(piece))
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}
