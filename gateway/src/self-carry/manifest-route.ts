/**
 * `POST /shl/{id}`: the manifest of a SMART Health Link, for whoever has the link and the passcode; and
 * `GET /shl/file/{location}`, where a file that is too long to be embedded is fetched, once and soon.
 *
 * @see https://docs.smarthealthit.org/smart-health-links/spec
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { sendJson } from '../host/send-json.js';
import type { HttpRoute } from '../host/http-route.js';
import type { CarriedFiles } from './carried-files.js';

/** Where manifests are. */
export const MANIFEST_PATH = '/shl/';

const FILE_PATH = `${MANIFEST_PATH}file/`;

const SECRET = /^[\w-]{43}$/;

const requestShape = z.object({
  /** Who is about to read the file, in words. */
  recipient: z.string().min(1).max(200),
  passcode: z.string().max(100).optional(),
  embeddedLengthMax: z.int().min(0).optional(),
});

/** The routes of manifests and their files. Viewers are pages of any origin, and bring no credentials. */
export function manifestRoute(files: CarriedFiles): HttpRoute {
  return {
    path: MANIFEST_PATH,
    isForAnyOrigin: true,
    answer: (request, response, address) => {
      const { pathname } = address;
      return pathname.startsWith(FILE_PATH)
        ? sendFile(files, pathname.slice(FILE_PATH.length), request, response)
        : sendManifest(files, address, request, response);
    },
  };
}

async function sendManifest(
  files: CarriedFiles,
  address: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    refuseMethod(response, 'POST');
    return;
  }
  const key = address.pathname.slice(MANIFEST_PATH.length);
  const asked = requestShape.safeParse(await readJson(request));
  if (!asked.success) {
    throw new RequestError(400, 'Expected {recipient, passcode?, embeddedLengthMax?}');
  }
  const { passcode = null, embeddedLengthMax = null } = asked.data;
  const opening = SECRET.test(key)
    ? await files.open({ key, passcode, embeddedLengthMax })
    : ({ outcome: 'NOT_FOUND' } as const);
  switch (opening.outcome) {
    case 'OPENED': {
      const { contentType, jwe: embedded } = opening;
      sendJson(response, 200, { files: [{ contentType, embedded }] });
      return;
    }
    case 'LOCATED': {
      const { contentType } = opening;
      const location = `${address.origin}${FILE_PATH}${opening.location}`;
      sendJson(response, 200, { files: [{ contentType, location }] });
      return;
    }
    case 'REFUSED':
      sendJson(response, 401, { remainingAttempts: opening.remainingAttempts });
      return;
    case 'NOT_FOUND':
      sendNotFound(response);
  }
}

async function sendFile(
  files: CarriedFiles,
  location: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET') {
    refuseMethod(response, 'GET');
    return;
  }
  const jwe = SECRET.test(location) ? await files.fetch(location) : null;
  if (jwe === null) {
    sendNotFound(response);
    return;
  }
  response.setHeader('content-type', 'application/jose');
  response.end(jwe);
}

/** One answer for what is unknown, over, revoked, locked or used: nobody learns which. */
function sendNotFound(response: ServerResponse): void {
  sendJson(response, 404, { message: 'There is no file behind this link, or no more' });
}

function refuseMethod(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  sendJson(response, 405, { message: `Expected ${allow}` });
}
