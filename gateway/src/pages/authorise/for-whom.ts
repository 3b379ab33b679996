/** The choice for whom things are done, for those who may speak for others. */
import { nameIn } from '@causeway/schema';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { csrfField } from '../layout.js';
import { doneNotice, problemNotice } from '../notices.js';
import type { Notice, Represented } from '../session.js';
import type { SignedInVisit } from '../visit.js';
import type { Overview } from './overview.js';

/** For whom things are done, and how to change that; nothing for those who speak for themselves alone. */
export function forWhom(visit: SignedInVisit, { visitor, patient }: Overview): Html | null {
  if (visitor.represents.length === 0) return null;
  const { say, session } = visit;
  const choices = [
    choice(visitor.id, say('yourself'), patient),
    ...visitor.represents.map((one) => choice(one.patient, nameOf(visit, one), patient)),
  ];
  return html`<section aria-labelledby="for-whom">
    <h2 id="for-whom">${say('forWhom')}</h2>
    <form method="post" action="/authorise/for-whom">
      ${csrfField(session)}
      <fieldset>
        <legend>${say('actFor')}</legend>
        ${choices}
      </fieldset>
      <button class="quiet">${say('choose')}</button>
    </form>
  </section>`;
}

/** Chooses for whom things are done from now on, among those whom the visitor may speak for. */
export function chooseForWhom({ session }: SignedInVisit, form: URLSearchParams): Notice {
  const patient = form.get('patient');
  const { visitor } = session;
  if (visitor === null || patient === null) return problemNotice('BAD_USER_INPUT');
  const isKnown = visitor.represents.some((one) => one.patient === patient);
  if (!isKnown && patient !== visitor.id) return problemNotice('NOT_FOUND');
  session.patient = isKnown ? patient : null;
  return doneNotice('chosen');
}

function choice(patient: string, words: string, chosen: string): Html {
  return html`<div class="choice">
    <input
      type="radio"
      id="for-${patient}"
      name="patient"
      value="${patient}"
      ${patient === chosen && html`checked`}
    />
    <label for="for-${patient}">${words}</label>
  </div>`;
}

function nameOf({ say, language }: SignedInVisit, { role, names }: Represented): string {
  const name = nameIn(language, names);
  if (role === 'CAREGIVER' || name === undefined) return say(role);
  return say('decideFor', { name });
}
