/** The parts of the patient's page, one below the other. */
import { html } from '../html.js';
import type { Html } from '../html.js';
import { csrfField } from '../layout.js';
import { moment } from '../moment.js';
import { scopeNames } from '../scope-names.js';
import type { SignedInVisit } from '../visit.js';
import type { NamedOrganization, StandingGrant } from './overview.js';
import type { SeenEvent } from './trail.js';

/** How to let a provider ask. */
export function letAsk(
  { say, session }: SignedInVisit,
  providers: readonly NamedOrganization[],
): Html {
  const options = providers.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  const form = html`<form method="post" action="/authorise/request-code">
    ${csrfField(session)}
    <div class="field">
      <label for="provider">${say('provider')}</label>
      <select id="provider" name="organization">
        ${options}
      </select>
    </div>
    <button>${say('makeCode')}</button>
  </form>`;
  return html`<section aria-labelledby="let-ask">
    <h2 id="let-ask">${say('letAsk')}</h2>
    <p>${say('letAskWhy')}</p>
    ${providers.length === 0 ? html`<p>${say('noProviders')}</p>` : form}
  </section>`;
}

/** The grants in force, each with what can be done about it. */
export function standingGrants(visit: SignedInVisit, grants: readonly StandingGrant[]): Html {
  const { say } = visit;
  const cards = grants.map((grant) => grantCard(visit, grant));
  return html`<section aria-labelledby="grants">
    <h2 id="grants">${say('grants')}</h2>
    ${cards.length === 0 ? html`<p>${say('noGrants')}</p>` : cards}
  </section>`;
}

/** Who saw what, newest first. */
export function whoSaw({ say }: SignedInVisit, events: readonly SeenEvent[]): Html {
  const items = events.map(({ summary }) => html`<li>${summary}</li>`);
  const list = html`<ol class="events">
    ${items}
  </ol>`;
  return html`<section aria-labelledby="seen">
    <h2 id="seen">${say('seen')}</h2>
    ${items.length === 0 ? html`<p>${say('nothingSeen')}</p>` : list}
  </section>`;
}

function grantCard(visit: SignedInVisit, grant: StandingGrant): Html {
  const { say, language } = visit;
  const name = grant.requester?.name ?? grant.id;
  const end = grant.period?.end;
  const isAwaited = grant.state === 'AUTHORISED' || grant.state === 'LINK_ISSUED';
  return html`<article class="card" aria-labelledby="grant-${grant.id}">
    <h3 id="grant-${grant.id}">${name}</h3>
    <dl>
      <dt>${say('state')}</dt>
      <dd>${stateText(visit, grant.state)}</dd>
      <dt>${say('scopes')}</dt>
      <dd>${scopeNames(grant.scopes, language, say)}</dd>
      ${
        end != null &&
        html`<dt>${say('until')}</dt>
          <dd>${moment(end, language)}</dd>`
      }
    </dl>
    <div class="buttons">
      ${isAwaited && grantButton(visit, grant, 'issue-link', say('issueLink'), say('issueLinkFor', { name }))}
      ${grantButton(visit, grant, 'revoke', say('revoke'), say('revokeFor', { name }))}
    </div>
  </article>`;
}

function grantButton(
  { session }: SignedInVisit,
  { id }: StandingGrant,
  action: 'issue-link' | 'revoke',
  words: string,
  wholeWords: string,
): Html {
  return html`<form method="post" action="/authorise/${action}">
    ${csrfField(session)} <input type="hidden" name="grant" value="${id}" />
    <button ${action === 'revoke' && html`class="grave"`} aria-label="${wholeWords}">
      ${words}
    </button>
  </form>`;
}

function stateText({ say }: SignedInVisit, state: string): string {
  switch (state) {
    case 'AUTHORISED':
    case 'LINK_ISSUED':
    case 'REDEEMED':
    case 'SUSPENDED':
      return say(state);
    default:
      return state;
  }
}
