/** The two pages: Apollo Sandbox with a tab for each story, and the explorer that needs no network beyond the server. */
import { html } from '../pages/html.js';
import type { Html } from '../pages/html.js';
import type { PageData } from './page-data.js';
import { ASSETS_PATH, EXPLORER_PATH } from './paths.js';

/** A page and what its browser is to hold it to. */
export interface ExplorerPage {
  readonly markup: Html;
  /** @see https://www.w3.org/TR/CSP3/ */
  readonly policy: string;
}

/** What both pages may do: run and ask what comes from here, and nothing written into the page. */
const OWN = ["default-src 'none'", "script-src 'self'", "connect-src 'self'"];

const NOBODY_ELSE = ["form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"];

/** Where Apollo Sandbox runs: a frame of its own, which asks the graph by messages to the page. */
const SANDBOX_ORIGIN = 'https://sandbox.embed.apollographql.com';

/** The page at `/`. */
export function sandboxPage(data: PageData): ExplorerPage {
  return {
    markup: page('Causeway: Apollo Sandbox', 'sandbox', data),
    policy: [
      ...OWN,
      "style-src 'self'",
      'img-src data:',
      `frame-src ${SANDBOX_ORIGIN}`,
      ...NOBODY_ELSE,
    ].join('; '),
  };
}

/** The page at `/explorer`. */
export function explorerPage(data: PageData): ExplorerPage {
  return {
    markup: page('Causeway: explorer', 'explorer', data),
    policy: [
      ...OWN,
      // The editor writes the styles of what it draws.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      "worker-src 'self'",
      ...NOBODY_ELSE,
    ].join('; '),
  };
}

function page(title: string, name: 'sandbox' | 'explorer', data: PageData): Html {
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="${ASSETS_PATH}${name}.css" />
      <script type="module" src="${ASSETS_PATH}${name}.js"></script>
    </head>
    <body>
      <div id="page" data-page="${JSON.stringify(data)}">
        <noscript>This page needs scripts. The graph itself is at <code>/graphql</code>.</noscript>
      </div>
      ${name === 'sandbox' && html`<p class="elsewhere">Without the internet: <a href="${EXPLORER_PATH}">the explorer</a>.</p>`}
    </body>
  </html>`;
}
