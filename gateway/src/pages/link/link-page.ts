/** The page of the clerk: a link and its passcode open the encounter, which is closed here too. */
import type { SharableScope } from '@causeway/schema';
import type { Ask } from '../ask.js';
import { Asking } from '../asking.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { csrfField } from '../layout.js';
import { moment, momentText } from '../moment.js';
import { doneNotice, noticeBox } from '../notices.js';
import type { Action, Page } from '../page.js';
import { scopeNames } from '../scope-names.js';
import type { Notice } from '../session.js';
import type { SignedInVisit } from '../visit.js';
import { CLOSE_ENCOUNTER, REDEEM_LINK } from './operations.js';

interface RedeemedGrant {
  readonly id: string;
  readonly opensUntil: string | null;
  readonly scopes: readonly SharableScope[];
}

/** The page of the staff who redeem. */
export function linkPage(ask: Ask): Page {
  const asking = new Asking(ask, 'TREAT');
  return {
    path: '/link',
    title: 'linkTitle',
    takesLink: true,
    invite: ({ say }) =>
      html`<p>${say('linkInvitation')}</p>
        <p id="link-kept" hidden>${say('linkKept')}</p>`,
    turnAway: ({ say }) =>
      html`<p>${say('forStaff')}</p>
        <p><a class="button" href="/authorise">${say('authoriseTitle')}</a></p>`,
    show: (visit) => Promise.resolve(html`${redeemForm(visit)} ${encounters(visit)}`),
    actions: { redeem: redeem(asking), close: close(asking) },
  };
}

function redeem(asking: Asking): Action {
  return async (visit, form) => {
    const input = { link: form.get('link') ?? '', passcode: form.get('passcode') ?? '' };
    const redeemed = await asking.change<RedeemedGrant>(visit, REDEEM_LINK, { input });
    if ('refused' in redeemed) return redeemed.refused;
    const { id, opensUntil } = redeemed.value;
    if (opensUntil !== null) visit.session.encounters.set(id, opensUntil);
    return openedNotice(redeemed.value);
  };
}

function close(asking: Asking): Action {
  return async (visit, form) => {
    const grant = form.get('grant') ?? '';
    const closed = await asking.change(visit, CLOSE_ENCOUNTER, { grant });
    if ('refused' in closed) return closed.refused;
    visit.session.encounters.delete(grant);
    return doneNotice('closed');
  };
}

function openedNotice({ id, opensUntil, scopes }: RedeemedGrant): Notice {
  return (say, language) => {
    const until = opensUntil === null ? '' : momentText(opensUntil, language);
    return noticeBox(
      'done',
      say('done'),
      html`<p>${say('redeemed', { until })}</p>
        <dl>
          <dt>${say('coversScopes')}</dt>
          <dd>${scopeNames(scopes, language, say)}</dd>
          <dt>${say('reference')}</dt>
          <dd>${id}</dd>
        </dl>`,
    );
  };
}

function redeemForm({ say, session }: SignedInVisit): Html {
  return html`<p>${say('linkIntroduction')}</p>
    <form method="post" action="/link/redeem" autocomplete="off">
      ${csrfField(session)}
      <div class="field">
        <label for="link">${say('linkField')}</label>
        <p class="hint" id="link-hint">${say('linkHint')}</p>
        <input id="link" name="link" required spellcheck="false" aria-describedby="link-hint" />
      </div>
      <div class="field">
        <label for="passcode">${say('passcodeField')}</label>
        <p class="hint" id="passcode-hint">${say('passcodeHint')}</p>
        <input
          class="short"
          id="passcode"
          name="passcode"
          required
          inputmode="numeric"
          pattern="[0-9 ]{8,9}"
          autocomplete="one-time-code"
          aria-describedby="passcode-hint"
        />
      </div>
      <button>${say('redeem')}</button>
    </form>`;
}

function encounters({ say, language, session }: SignedInVisit): Html {
  const cards = [...session.encounters].map(
    ([grant, until]) =>
      html`<article class="card" aria-labelledby="encounter-${grant}">
        <h3 id="encounter-${grant}">${grant}</h3>
        <dl>
          <dt>${say('until')}</dt>
          <dd>${moment(until, language)}</dd>
        </dl>
        <form method="post" action="/link/close">
          ${csrfField(session)} <input type="hidden" name="grant" value="${grant}" />
          <button class="quiet" aria-label="${say('closeEncounterOf', { reference: grant })}">
            ${say('closeEncounter')}
          </button>
        </form>
      </article>`,
  );
  return html`<section aria-labelledby="encounters">
    <h2 id="encounters">${say('openEncounters')}</h2>
    ${cards.length === 0 ? html`<p>${say('noEncounters')}</p>` : cards}
  </section>`;
}
