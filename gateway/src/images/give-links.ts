import type { Caller, Permit } from '@causeway/schema';
import { z } from 'zod';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { sendJson } from '../host/send-json.js';
import { imageAccess } from './image-access.js';
import { LINK_LIFETIME, signLink } from './image-link.js';
import type { ImageUse } from './image-link.js';
import { methodNotAllowed } from './image-route.js';
import type { KnownRequest } from './image-route.js';
import type { ImagesRouteOptions } from './images-route.js';
import type { RecordImages } from './record-images.js';

const MOST = 100;

const asked = z.strictObject({ images: z.array(z.string().max(64)).min(1).max(MOST) });

/**
 * Answers `POST /images/links`: for each image, in order, the addresses at which the caller's own token may look at it and
 * take it away; null for what is not there for this caller.
 */
export async function giveLinks(
  { request, response, url, method, caller }: KnownRequest,
  images: RecordImages,
  options: ImagesRouteOptions,
): Promise<void> {
  if (method !== 'POST') throw methodNotAllowed(response, 'POST');
  const body = asked.safeParse(await readJson(request));
  if (!body.success) throw new RequestError(400, `Expected { "images": [1 to ${MOST} ids] }`);
  const ids = body.data.images;
  const permits = await permitsFor(caller, await images.patients(ids), options);
  const released = await images.released(ids, permits);
  const expires = options.clock() + LINK_LIFETIME;
  const addressOf = (image: string, use: ImageUse): string => {
    const path = use === 'VIEW' ? `/images/${image}` : `/images/${image}/file`;
    const address = new URL(path, url.origin);
    address.searchParams.set('expires', String(expires));
    const signature = signLink({ image, use, caller, expires }, options.key);
    address.searchParams.set('signature', signature);
    return address.href;
  };
  const links = released.map((image) => {
    const permit = permits.find(({ patient }) => patient === image?.patient);
    if (image === null || permit === undefined) return null;
    const mayDownload = !permit.obligations.includes('NO_IMAGE_DOWNLOAD');
    return {
      id: image.id,
      viewUrl: addressOf(image.id, 'VIEW'),
      downloadUrl: mayDownload ? addressOf(image.id, 'DOWNLOAD') : null,
      expiresAt: new Date(expires).toISOString(),
    };
  });
  sendJson(response, 200, links);
}

/** The permits to see images of the given patients; every decision is on record. */
async function permitsFor(
  caller: Caller,
  owners: readonly (string | null)[],
  { gateway, clock }: ImagesRouteOptions,
): Promise<readonly Permit[]> {
  const patients = [...new Set(owners.filter((owner) => owner !== null))];
  const decisions = await Promise.all(
    patients.map((patient) => gateway.decide(caller, patient, 'READ')),
  );
  const at = clock();
  await gateway.recordAccess(
    decisions.map((decision) => imageAccess(decision, caller, 'LinkImages', false, at)),
  );
  return decisions
    .filter((decision) => decision.effect === 'permit')
    .filter(({ scopes }) => scopes.includes('RAD_IMAGE'));
}
