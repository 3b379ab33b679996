import { readFileSync } from 'node:fs';
import type { HttpRoute } from '../host/http-route.js';

/** The one stylesheet of the pages. */
export const STYLE_PATH = '/pages/style.css';

/** The one script of the pages: it moves a link from the address into the form. */
export const SCRIPT_PATH = '/pages/link.js';

/** The stylesheet and the script, at fixed paths; they are the same for everybody, so they may be kept for a while. */
export function assetRoutes(): readonly HttpRoute[] {
  return [
    asset(STYLE_PATH, 'style.css', 'text/css; charset=utf-8'),
    asset(SCRIPT_PATH, 'link.js', 'text/javascript; charset=utf-8'),
  ];
}

function asset(path: string, file: string, type: string): HttpRoute {
  const text = readFileSync(new URL(`../../assets/${file}`, import.meta.url), 'utf8');
  return {
    path,
    answer: (_request, response) => {
      response.setHeader('content-type', type);
      response.setHeader('cache-control', 'public, max-age=300');
      response.setHeader('cross-origin-resource-policy', 'same-origin');
      response.end(text);
      return Promise.resolve();
    },
  };
}
