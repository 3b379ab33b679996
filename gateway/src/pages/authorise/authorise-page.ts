import type { Ask } from '../ask.js';
import { Asking } from '../asking.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Page } from '../page.js';
import type { SignedInVisit } from '../visit.js';
import { authoriseActions } from './actions.js';
import { readOverview } from './overview.js';
import type { Overview } from './overview.js';
import { openRequests } from './request-form.js';
import { forWhom } from './for-whom.js';
import { letAsk, standingGrants, whoSaw } from './sections.js';

/** The page of the patient, and of whoever may answer for one: what is asked, what is allowed, who saw what. */
export function authorisePage(ask: Ask): Page {
  const asking = new Asking(ask, 'PATRQT');
  return {
    path: '/authorise',
    title: 'authoriseTitle',
    takesLink: false,
    invite: ({ say }) => html`<p>${say('authoriseInvitation')}</p>`,
    turnAway: ({ say }) =>
      html`<p>${say('forPersons')}</p>
        <p><a class="button" href="/link">${say('linkTitle')}</a></p>`,
    show: async (visit) => shown(visit, await readOverview(asking, visit)),
    actions: authoriseActions(asking),
  };
}

function shown(visit: SignedInVisit, overview: Overview): Html {
  const { requests, providers, grants, seen } = overview;
  if (requests === null) {
    return html`<p>${visit.say('mayNotAct')}</p>
      ${forWhom(visit, overview)}`;
  }
  return html`${forWhom(visit, overview)} ${openRequests(visit, requests)}
  ${letAsk(visit, providers)} ${grants !== null && standingGrants(visit, grants)}
  ${seen !== null && whoSaw(visit, seen)}`;
}
