/**
 * The routes by which patients take their own record along, in the place of the patient's app: as a document, or behind
 * a SMART Health Link. Each is a POST of JSON with the patient's token, or that of who decides for them.
 */
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CLINICAL_SCOPES } from '@causeway/schema';
import { renderSVG } from 'uqr';
import { codedError } from '../host/errors.js';
import type { Gateway } from '../host/gateway.js';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { languageOfRequest } from '../host/request-language.js';
import { sendJson } from '../host/send-json.js';
import type { HttpRoute } from '../host/http-route.js';
import { askerOf } from './ask-graph.js';
import type { Asker } from './ask-graph.js';
import { ownCarriedFiles } from './carried-files.js';
import type { CarriedFile, CarriedFiles } from './carried-files.js';
import { collector } from './collect.js';
import type { Collect } from './collect.js';
import { documentBundle } from './document-bundle.js';
import type { DocumentBundle } from './document-bundle.js';
import {
  endOfLink,
  readExportRequest,
  readFilesRequest,
  readLinkRequest,
  readRevocation,
} from './export-request.js';
import type { ExportRequest } from './export-request.js';
import { FHIR_JSON, encryptFile, newSecret, writeHealthLink } from './health-link.js';
import { objectOf } from './json.js';
import { MANIFEST_PATH, manifestRoute } from './manifest-route.js';
import { REFUSED } from './refusal-texts.js';
import { SelfCarryError } from './self-carry-error.js';

/** What self-carry needs. */
export interface SelfCarryOptions {
  readonly gateway: Gateway;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
}

/** The largest file that is kept, in characters of its JWE: what a subgraph takes in one request, with room beside it. */
const LARGEST = 6 * 2 ** 20;

/** The routes of self-carry, and of the links that come of it. @throws Error if the graph lacks what is exported */
export function selfCarryRoutes({ gateway, clock }: SelfCarryOptions): readonly HttpRoute[] {
  const files = ownCarriedFiles(gateway.call);
  const carrier = new Carrier(collector(gateway.schema), files, clock);
  const route = (
    path: string,
    work: (asker: Asker, body: unknown, address: URL) => Promise<Reply>,
  ): HttpRoute => ({
    path,
    answer: async (request, response, address) => {
      try {
        if (request.method !== 'POST') throw new RequestError(405, 'Expected POST');
        const asker = await askerOf(gateway, request, response, address);
        const { status = 200, type, body } = await work(asker, await readJson(request), address);
        sendJson(response, status, body, type);
      } catch (error) {
        refuse(request, response, error);
      }
    },
  });
  return [
    route('/self-carry', (asker, body, address) => carrier.link(asker, body, address)),
    route('/self-carry/bundle', (asker, body) => carrier.bundle(asker, body)),
    route('/self-carry/files', (asker, body) => carrier.files(asker, body)),
    route('/self-carry/revoke', (asker, body) => carrier.revoke(asker, body)),
    manifestRoute(files),
  ];
}

interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body: object;
}

class Carrier {
  readonly #collect: Collect;
  readonly #files: CarriedFiles;
  readonly #clock: () => number;

  constructor(collect: Collect, files: CarriedFiles, clock: () => number) {
    this.#collect = collect;
    this.#files = files;
    this.#clock = clock;
  }

  async bundle(asker: Asker, body: unknown): Promise<Reply> {
    return { type: FHIR_JSON, body: await this.#document(asker, readExportRequest(body)) };
  }

  async link(asker: Asker, body: unknown, { origin }: URL): Promise<Reply> {
    const asked = readLinkRequest(body);
    const expiresAt = endOfLink(asked.expiresIn, this.#clock());
    const { patient, categories, period } = asked;
    const document = await this.#document(asker, { patient, categories, period });
    const [key, id] = [newSecret(), newSecret()];
    const jwe = await encryptFile(document, key);
    if (jwe.length > LARGEST) throw tooLarge();
    const passcode = asked.passcode ?? newPasscode();
    const { label } = asked;
    const file = await this.#files.store({
      patient: patientOf(asker, asked),
      key: id,
      passcode,
      jwe,
      contentType: FHIR_JSON,
      label,
      expiresAt,
    });
    const url = `${origin}${MANIFEST_PATH}${id}`;
    const shlink = writeHealthLink({ url, key, exp: expiresAt / 1000, flag: 'P', label, v: 1 });
    return {
      status: 201,
      body: {
        shlink,
        ...(asked.passcode === undefined && { passcode }),
        expiresAt: new Date(expiresAt).toISOString(),
        file: file.id,
        qrCode: renderSVG(shlink, { ecc: 'M', border: 4, pixelSize: 4 }),
      },
    };
  }

  async files(asker: Asker, body: unknown): Promise<Reply> {
    const patient = patientOf(asker, readFilesRequest(body));
    await mayExport(asker, patient);
    return { body: { files: (await this.#files.list(patient)).map(shown) } };
  }

  async revoke(asker: Asker, body: unknown): Promise<Reply> {
    const asked = readRevocation(body);
    const patient = patientOf(asker, asked);
    await mayExport(asker, patient);
    const file = await this.#files.revoke(patient, asked.file);
    if (file === null) throw notTheirs();
    return { body: shown(file) };
  }

  async #document(asker: Asker, asked: ExportRequest): Promise<DocumentBundle> {
    const selection = {
      patient: patientOf(asker, asked),
      categories: new Set(asked.categories ?? CLINICAL_SCOPES),
      period: asked.period ?? null,
    };
    return documentBundle(await this.#collect(asker.ask, selection), selection, this.#clock());
  }
}

/** Whose record it is: the caller's own, unless another is named. */
function patientOf(
  { caller }: Asker,
  { patient }: { readonly patient?: string | undefined },
): string {
  return patient ?? caller.person;
}

/** Has the graph decide, as for any read, whether the patient is there for the caller. */
async function mayExport({ ask }: Asker, patient: string): Promise<void> {
  const data = await ask('query SelfCarryPatient($patient: ID!) { patient(id: $patient) { id } }', {
    patient,
  });
  if (objectOf(data['patient']) === null) throw notTheirs();
}

/** Eight random digits. */
function newPasscode(): string {
  return String(randomInt(10 ** 8)).padStart(8, '0');
}

function shown({ createdAt, expiresAt, revokedAt, lastOpenedAt, ...file }: CarriedFile): object {
  const instant = (time: number | null): string | null =>
    time === null ? null : new Date(time).toISOString();
  return {
    ...file,
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    revokedAt: instant(revokedAt),
    lastOpenedAt: instant(lastOpenedAt),
  };
}

function notTheirs(): SelfCarryError {
  return new SelfCarryError(404, 'NOT_FOUND', REFUSED.noFile);
}

function tooLarge(): SelfCarryError {
  return new SelfCarryError(413, 'BAD_USER_INPUT', REFUSED.tooLarge);
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (!(error instanceof SelfCarryError)) throw error;
  const { status, code, texts } = error;
  const language = languageOfRequest(request.headers);
  response.setHeader('content-language', language);
  sendJson(response, status, { errors: [codedError(code, texts, language)] });
}
