/** A request in plain words, with the form to allow it, or less of it, or none. */
import { SCOPE_NAMES } from '@causeway/schema';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { csrfField } from '../layout.js';
import { momentText } from '../moment.js';
import type { SignedInVisit } from '../visit.js';
import type { OpenRequest } from './overview.js';
import { daysIn, lookBacksWithin } from './shorter.js';

/** The requests that wait for an answer. */
export function openRequests(visit: SignedInVisit, requests: readonly OpenRequest[]): Html {
  const { say } = visit;
  const cards = requests.map((request) => requestCard(visit, request));
  return html`<section aria-labelledby="requests">
    <h2 id="requests">${say('requests')}</h2>
    ${cards.length === 0 ? html`<p>${say('noRequests')}</p>` : cards}
  </section>`;
}

function requestCard(visit: SignedInVisit, request: OpenRequest): Html {
  const { say, language, session } = visit;
  const { id, requester, explanation, answerBy } = request;
  return html`<article class="card" aria-labelledby="request-${id}">
    <h3 id="request-${id}">${requester?.name ?? id}</h3>
    <p class="explanation">${explanation}</p>
    ${answerBy !== null && html`<p>${say('answerBy', { until: momentText(answerBy, language) })}</p>`}
    <form method="post" action="/authorise/answer">
      ${csrfField(session)} <input type="hidden" name="request" value="${id}" />
      <p>${say('narrow')}</p>
      ${scopeChoices(visit, request)} ${permissionChoices(visit, request)}
      ${lookBackChoice(visit, request)} ${dayChoice(visit, request)}
      ${request.asked.includesRestricted && restrictedChoice(visit, request)}
      <div class="buttons">
        <button name="answer" value="authorise">${say('authorise')}</button>
        <button name="answer" value="decline" class="grave" formnovalidate>
          ${say('decline')}
        </button>
      </div>
    </form>
  </article>`;
}

function scopeChoices({ say, language }: SignedInVisit, { id, asked }: OpenRequest): Html {
  const choices = asked.scopes.map((scope) =>
    checkbox({ id: `${id}-${scope}`, name: 'scope', value: scope }, SCOPE_NAMES[scope][language]),
  );
  return html`<fieldset>
    <legend>${say('scopes')}</legend>
    ${choices}
  </fieldset>`;
}

function permissionChoices({ say }: SignedInVisit, { id, asked }: OpenRequest): Html {
  const choices = asked.permissions.map((permission) =>
    checkbox({ id: `${id}-${permission}`, name: 'permission', value: permission }, say(permission)),
  );
  return html`<fieldset>
    <legend>${say('permissions')}</legend>
    ${choices}
  </fieldset>`;
}

function lookBackChoice(visit: SignedInVisit, { id, asked }: OpenRequest): Html {
  const options = lookBacksWithin(asked.lookBack).map(
    (span) =>
      html`<option value="${span}" ${span === asked.lookBack && html`selected`}>
        ${spanText(visit, span)}
      </option>`,
  );
  return html`<div class="field">
    <label for="${id}-look-back">${visit.say('lookBack')}</label>
    <select id="${id}-look-back" name="lookBack">
      ${options}
    </select>
  </div>`;
}

function dayChoice({ say }: SignedInVisit, { id, duration }: OpenRequest): Html {
  const most = Math.max(1, daysIn(duration));
  return html`<div class="field">
    <label for="${id}-days">${say('days')}</label>
    <p class="hint" id="${id}-days-hint">${say('daysHint', { most })}</p>
    <input
      class="short"
      id="${id}-days"
      name="days"
      type="number"
      min="1"
      max="${most}"
      value="${most}"
      required
      aria-describedby="${id}-days-hint"
    />
  </div>`;
}

/** Never chosen beforehand: restricted records cross only where the patient names them. */
function restrictedChoice({ say }: SignedInVisit, { id }: OpenRequest): Html {
  return html`<div class="choice">
    <input type="checkbox" id="${id}-restricted" name="restricted" value="yes" />
    <label for="${id}-restricted">${say('includesRestricted')}</label>
  </div>`;
}

function checkbox(
  { id, name, value }: { readonly id: string; readonly name: string; readonly value: string },
  words: string,
): Html {
  return html`<div class="choice">
    <input type="checkbox" id="${id}" name="${name}" value="${value}" checked />
    <label for="${id}">${words}</label>
  </div>`;
}

function spanText({ say }: SignedInVisit, span: string): string {
  const [, count, unit] = /^P(\d+)([YM])$/.exec(span) ?? [];
  if (count === undefined) return say('asAsked', { value: span });
  if (unit === 'M') return say('months', { count });
  return count === '1' ? say('oneYear') : say('years', { count });
}
