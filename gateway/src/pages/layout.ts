import { LANGUAGES } from '@causeway/schema';
import type { Language } from '@causeway/schema';
import { SCRIPT_PATH, STYLE_PATH } from './assets.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Session } from './session.js';
import type { Visit } from './visit.js';

/** What stands between header and end of a page. */
export interface PageContent {
  readonly title: string;
  readonly main: Html;
  /** Where the browser goes next by itself. */
  readonly next?: string;
  /** Whether the script that moves a link into the form is needed. */
  readonly takesLink?: boolean;
}

/** Each language by its own name. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** A whole page, in the visitor's language. */
export function layout(visit: Visit, session: Session | undefined, content: PageContent): Html {
  const { language, say } = visit;
  return html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${content.title} · ${say('product')}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="${STYLE_PATH}" />
      ${content.next !== undefined && html`<meta http-equiv="refresh" content="0; url=${content.next}" />`}
      ${content.takesLink === true && html`<script src="${SCRIPT_PATH}" defer></script>`}
    </head>
    <body>
      <a class="skip" href="#main">${say('skipToContent')}</a>
      <header>
        <p class="product">${say('product')}</p>
        ${languageSwitch(visit)} ${session && signOut(visit, session)}
      </header>
      <main id="main" tabindex="-1">
        <h1>${content.title}</h1>
        ${content.main}
      </main>
    </body>
  </html>`;
}

/** A hidden field that ties a form to its session. */
export function csrfField({ csrfToken }: Session): Html {
  return html`<input type="hidden" name="csrf" value="${csrfToken}" />`;
}

function languageSwitch({ language, path, say }: Visit): Html {
  const choices = LANGUAGES.map(
    (one) =>
      html`<li>
        <a
          href="${path}?language=${one}"
          lang="${one}"
          hreflang="${one}"
          ${one === language && html`aria-current="true"`}
          >${LANGUAGE_NAMES[one]}</a
        >
      </li>`,
  );
  return html`<nav aria-label="${say('languages')}">
    <ul>
      ${choices}
    </ul>
  </nav>`;
}

function signOut({ path, say }: Visit, session: Session): Html {
  const { name } = session.signedIn;
  return html`<form method="post" action="/sign-out" class="sign-out">
    ${csrfField(session)} <input type="hidden" name="to" value="${path}" />
    ${name !== null && html`<span>${say('signedInAs', { name })}</span>`}
    <button class="quiet">${say('signOut')}</button>
  </form>`;
}
