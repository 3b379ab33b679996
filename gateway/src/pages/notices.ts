import { html } from './html.js';
import type { Html } from './html.js';
import type { Notice } from './session.js';
import type { Say, TextKey } from './texts/catalogue.js';
import { PROBLEMS } from './texts/problems.js';

/** A notice that something is done. It takes the focus, so that it is read out first. */
export function doneNotice(
  text: TextKey,
  values: Readonly<Record<string, string | number>> = {},
): Notice {
  return (say) => noticeBox('done', say('done'), html`<p>${say(text, values)}</p>`);
}

/** A notice that something could not be done, by the code that the graph answered with. */
export function problemNotice(
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): Notice {
  return (say) =>
    noticeBox('problem', say('problem'), html`<p>${say(problemOf(code), values)}</p>`);
}

/** A box at the beginning of a page, which takes the focus. */
export function noticeBox(kind: 'done' | 'problem', heading: string, body: Html): Html {
  return html`<section
    class="notice ${kind}"
    aria-labelledby="notice-heading"
    tabindex="-1"
    autofocus
  >
    <h2 id="notice-heading">${heading}</h2>
    ${body}
  </section>`;
}

/** A page's main part that tells of a problem, with a way on. */
export function problemText(say: Say, text: TextKey, to: string): Html {
  return html`<p>${say(text)}</p>
    <p><a class="button" href="${to}">${say('backToPage')}</a></p>`;
}

const isProblem = (code: string): code is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, code);

function problemOf(code: string): TextKey {
  return isProblem(code) ? code : 'OTHER';
}
