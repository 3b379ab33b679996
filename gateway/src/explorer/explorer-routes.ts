import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRoute } from '../host/http-route.js';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { sendJson } from '../host/send-json.js';
import { isSameOrigin } from '../pages/same-origin.js';
import { sendPage } from '../pages/send-page.js';
import { bundlePages } from './bundle.js';
import type { Bundle } from './bundle.js';
import type { ExplorerCaller, ExplorerTab, PageData } from './page-data.js';
import { explorerPage, sandboxPage } from './pages.js';
import type { ExplorerPage } from './pages.js';
import { ASSETS_PATH, EXPLORER_PATH, SCHEMA_PATH, TOKEN_PATH } from './paths.js';

/** What the pages are made of. */
export interface ExplorerOptions {
  readonly tabs: readonly ExplorerTab[];
  /** What is at hand in development; null where tokens have to be brought along. */
  readonly development: ExplorerDevelopment | null;
}

/** What the pages offer in development alone. */
export interface ExplorerDevelopment {
  readonly callers: readonly ExplorerCaller[];
  /** A token of one of the callers, by name. */
  readonly tokenOf: (caller: string) => Promise<string>;
  /** The whole schema with what each field takes of each audience. */
  readonly schema: () => string;
}

/** The pages for those who try the graph out. */
export interface Explorer {
  /** What browsers are shown where others ask the graph. */
  readonly landing: HttpRoute;
  readonly routes: readonly HttpRoute[];
}

type Answer = HttpRoute['answer'];

/** The explorer; what its pages load is bundled when it is first asked for. */
export function createExplorer({ tabs, development }: ExplorerOptions): Explorer {
  const data: PageData = {
    tabs,
    callers: development?.callers ?? [],
    hasWholeSchema: development !== null,
  };
  const explorer = explorerPage(data);
  const sandbox = sandboxPage(data);
  return {
    landing: { path: '/', answer: showing(sandbox) },
    routes: [
      { path: EXPLORER_PATH, answer: showing(explorer) },
      { path: ASSETS_PATH, answer: assets() },
      ...(development === null
        ? []
        : [
            { path: TOKEN_PATH, answer: tokens(development) },
            { path: SCHEMA_PATH, answer: wholeSchema(development) },
          ]),
    ],
  };
}

function showing({ markup, policy }: ExplorerPage): Answer {
  return (request, response) => {
    refuseOtherThanGet(request);
    sendPage(response, 200, markup, policy);
    return Promise.resolve();
  };
}

function assets(): Answer {
  let bundle: Promise<Bundle> | null = null;
  return async (request, response, { pathname }) => {
    refuseOtherThanGet(request);
    bundle ??= bundlePages();
    const file = (await bundle).get(pathname.slice(ASSETS_PATH.length));
    if (file === undefined) throw new RequestError(404, 'Expected the path of a script or style');
    send(response, file.type, file.bytes);
  };
}

/** Only our own pages are given tokens: another page that a browser has open could use them as well. */
function tokens({ callers, tokenOf }: ExplorerDevelopment): Answer {
  return async (request, response, address) => {
    if (request.method !== 'POST') throw new RequestError(405, 'Expected POST');
    if (!isSameOrigin(request.headers, address))
      throw new RequestError(403, 'Expected a request of the explorer’s own pages');
    const { caller } = Object(await readJson(request, LARGEST)) as { readonly caller?: unknown };
    const known = callers.find(({ name }) => name === caller);
    if (known === undefined) throw new RequestError(400, 'Expected the name of a caller');
    response.setHeader('cache-control', 'no-store');
    sendJson(response, 200, { token: await tokenOf(known.name) });
  };
}

/** The largest request for a token, in bytes. */
const LARGEST = 1_024;

function wholeSchema({ schema }: ExplorerDevelopment): Answer {
  let bytes: Uint8Array | null = null;
  return (request, response) => {
    refuseOtherThanGet(request);
    bytes ??= Buffer.from(schema());
    send(response, 'application/graphql; charset=utf-8', bytes);
    return Promise.resolve();
  };
}

function send(response: ServerResponse, type: string, bytes: Uint8Array): void {
  response.setHeader('content-type', type);
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.end(bytes);
}

function refuseOtherThanGet({ method }: IncomingMessage): void {
  if (method !== 'GET' && method !== 'HEAD') throw new RequestError(405, 'Expected GET');
}
