import { html } from '@causeway/gateway/pages';
import type { Html } from '@causeway/gateway/pages';
import { PERSONAS } from '@causeway/seeds/personas';
import type { Persona } from '@causeway/seeds/personas';

/** Whether somebody has use for the pages: a person, or a professional who acts by themself. */
export function hasPages({ claims }: Persona): boolean {
  return claims.fhirUser !== undefined && claims.system === undefined;
}

/** The page on which one chooses whom to be; each choice is the request again, with a hint. */
export function choosePersona(path: string, parameters: URLSearchParams): Html {
  const choices = PERSONAS.filter(hasPages).map(({ name, title, description }) => {
    const hinted = new URLSearchParams(parameters);
    hinted.set('login_hint', name);
    return html`<li>
      <p><a href="${path}?${hinted.toString()}">${title.en}</a></p>
      <p lang="zh-Hant">${title['zh-Hant']}</p>
      <p>${description}</p>
    </li>`;
  });
  return page(
    'Who are you?',
    html`<p>This is the development provider. Nobody here is real, and anybody may be anyone.</p>
      <ul>
        ${choices}
      </ul>`,
  );
}

/** The page for a request that does not come from the pages. */
export function untrusted(problem: string): Html {
  return page('This request cannot be answered', html`<p>${problem}.</p>`);
}

function page(title: string, main: Html): Html {
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Development sign-in</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/pages/style.css" />
    </head>
    <body>
      <main>
        <h1>${title}</h1>
        ${main}
      </main>
    </body>
  </html>`;
}
