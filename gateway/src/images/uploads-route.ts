/**
 * Images on their way in, by pieces that are taken up again where they were broken off, in the shape of the tus protocol.
 * Each request is decided on anew, and each piece: a DEPOSIT for the patient whose image it is.
 *
 * @see https://tus.io/protocols/resumable-upload
 */
import { z } from 'zod';
import type { Caller, Permit } from '@causeway/schema';
import { SubgraphRefusedError } from '../host/own-calls.js';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { sendJson } from '../host/send-json.js';
import type { HttpRoute } from '../host/http-route.js';
import { imageAccess } from './image-access.js';
import { knownRoute, methodNotAllowed, notThere } from './image-route.js';
import type { KnownRequest } from './image-route.js';
import { piecesOf } from './pieces.js';
import type { ImagesOptions } from './ports.js';
import { IMAGE_MEDIA_TYPES, recordImages } from './record-images.js';
import type { RecordImages, Upload, UploadStep } from './record-images.js';

const TUS = '1.0.0';
const PIECES = 'application/offset+octet-stream';
const LARGEST = 200_000_000;
/** The status of a file that is refused: tus has one for checksums. */
const REFUSED = { DIGEST: 460, CONTENT: 422 } as const;

const UPLOAD = /^\/uploads\/([0-9a-f-]{36})$/;

const declared = z.strictObject({
  patient: z.string().min(1).max(64),
  mediaType: z.enum(IMAGE_MEDIA_TYPES),
  size: z.number().int().min(1).max(LARGEST),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A professional or a system, who may deposit. */
type Depositor = Extract<Caller, { readonly organization: string }>;

/** The routes of uploads: `POST /uploads`, `HEAD` and `PATCH` of `/uploads/{id}`. */
export function uploadRoutes(options: ImagesOptions): readonly HttpRoute[] {
  const images = recordImages(options.gateway.call);
  return [
    knownRoute('/uploads', options, (known) => create(known, images, options)),
    knownRoute('/uploads/', options, async (known) => {
      const { request, response, method, url } = known;
      response.setHeader('tus-resumable', TUS);
      if (method !== 'HEAD' && method !== 'PATCH') throw methodNotAllowed(response, 'HEAD, PATCH');
      if (request.headers['tus-resumable'] !== TUS) {
        response.setHeader('tus-version', TUS);
        throw new RequestError(412, `Expected the header Tus-Resumable: ${TUS}`);
      }
      const [, id = ''] = UPLOAD.exec(url.pathname) ?? [];
      const upload = id === '' ? null : await images.uploadState(id);
      if (upload === null || !isOf(upload, known.caller)) throw notThere();
      await permitFor(upload, known.caller, options);
      if (method === 'HEAD') tell(known, upload);
      else await append(known, upload, images, options);
    }),
  ];
}

async function create(
  { request, response, method, caller }: KnownRequest,
  images: RecordImages,
  options: ImagesOptions,
): Promise<void> {
  if (method !== 'POST') throw methodNotAllowed(response, 'POST');
  const body = declared.safeParse(await readJson(request));
  if (!body.success)
    throw new RequestError(
      400,
      `Expected { "patient", "mediaType": ${IMAGE_MEDIA_TYPES.join(' | ')}, "size": 1 to ${LARGEST}, "digest": SHA-256 in hex }`,
    );
  if (!isDepositor(caller)) throw notThere();
  const permit = await permitFor({ patient: body.data.patient }, caller, options);
  const { organization, practitionerRole } = caller;
  const { grant = null } = permit;
  const upload = await images
    .createUpload({ ...body.data, organization, practitionerRole, grant })
    .catch((error: unknown) => {
      throw inHttp(error);
    });
  response.setHeader('location', `/uploads/${upload.id}`);
  response.setHeader('tus-resumable', TUS);
  response.setHeader('upload-offset', 0);
  response.setHeader('upload-expires', new Date(upload.expiresAt).toUTCString());
  sendJson(response, 201, { id: upload.id });
}

/** Whether it is of the caller's organisation; whether it is of the caller's grant too, its permit tells. */
function isOf(upload: Upload, caller: Caller): boolean {
  return isDepositor(caller) && caller.organization === upload.organization;
}

function isDepositor(caller: Caller): caller is Depositor {
  return caller.kind === 'professional' || caller.kind === 'system';
}

/** The permit to deposit images of the patient; what it is not for, is not there. */
async function permitFor(
  upload: Pick<Upload, 'patient'> & Partial<Pick<Upload, 'grant'>>,
  caller: Caller,
  { gateway, clock }: ImagesOptions,
): Promise<Permit> {
  const decision = await gateway.decide(caller, upload.patient, 'DEPOSIT');
  const isBegun = upload.grant !== undefined;
  if (decision.effect === 'deny' || !isBegun)
    await gateway.recordAccess([imageAccess(decision, caller, 'UploadImage', false, clock())]);
  const isFor =
    decision.effect === 'permit' &&
    decision.depositable?.includes('RAD_IMAGE') === true &&
    (!isBegun || (decision.grant ?? null) === upload.grant);
  if (!isFor) throw notThere();
  return decision;
}

function tell({ response }: KnownRequest, { state, received, size, expiresAt }: Upload): void {
  if (state === 'REFUSED') throw new RequestError(410, 'The file was refused; begin anew');
  response.setHeader('upload-offset', received);
  response.setHeader('upload-length', size);
  response.setHeader('upload-expires', new Date(expiresAt).toUTCString());
  response.end();
}

async function append(
  { request, response, caller }: KnownRequest,
  upload: Upload,
  images: RecordImages,
  options: ImagesOptions,
): Promise<void> {
  if (request.headers['content-type'] !== PIECES)
    throw new RequestError(415, `Expected a body of type ${PIECES}`);
  const given = String(request.headers['upload-offset']);
  if (!/^\d{1,10}$/.test(given))
    throw new RequestError(400, 'Expected the header Upload-Offset with a number of bytes');
  let offset = Number(given);
  if (upload.state !== 'OPEN' || offset !== upload.received) throw conflict();
  let step: UploadStep = { upload, problem: null, reason: null };
  for await (const piece of piecesOf(request)) {
    if (offset > upload.received) await permitFor(upload, caller, options);
    step = await images.appendUpload(upload.id, offset, piece).catch((error: unknown) => {
      throw inHttp(error);
    });
    offset = step.upload.received;
  }
  // A file that is no image, or not the one declared, is gone: it has to be begun anew.
  if (step.problem !== null) throw new RequestError(REFUSED[step.problem], step.reason ?? '');
  response.setHeader('upload-offset', offset);
  response.statusCode = 204;
  response.end();
}

const conflict = (): RequestError =>
  new RequestError(409, 'Expected the offset at which the upload stands; ask for it with HEAD');

/** What records refuse, as HTTP says it; any other error as it is. */
function inHttp(error: unknown): unknown {
  if (!(error instanceof SubgraphRefusedError)) return error;
  switch (error.code) {
    case 'CONFLICT':
      return conflict();
    case 'NOT_FOUND':
      return notThere();
    case 'BAD_USER_INPUT':
      return new RequestError(413, 'Expected as many bytes as were declared, got more');
    default:
      return error;
  }
}
