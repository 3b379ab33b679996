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
import { forWhom, letAsk, standingGrants, whoSaw } from './sections.js';

/** The page of the patient, and of whoever may answer for one: what is asked, what is allowed, who saw what. */
export function authorisePage(ask: Ask): Page {
  const asking = new Asking(ask, 'PATRQT');
  return {
    path: '/authorise',
    title: 'authoriseTitle',
    takesLink: false,
    invite: ({ say }) => html`<p>${say('authoriseInvitation')}</p>`,
    show: async (visit) => {
      const overview = await readOverview(asking, visit);
      return overview === null ? notForYou(visit) : shown(visit, overview);
    },
    actions: authoriseActions(asking),
  };
}

function shown(visit: SignedInVisit, overview: Overview): Html {
  const { requests, providers, grants, seen } = overview;
  return html`${requests !== null && openRequests(visit, requests)} ${letAsk(visit, providers)}
  ${grants !== null && standingGrants(visit, grants)} ${seen !== null && whoSaw(visit, seen)}
  ${forWhom(visit, overview)}`;
}

function notForYou({ say }: SignedInVisit): Html {
  return html`<p>${say('forPersons')}</p>
    <p><a class="button" href="/link">${say('linkTitle')}</a></p>`;
}
