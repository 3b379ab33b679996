/** What a patient can do on their page. */
import type { Asking } from '../asking.js';
import { html } from '../html.js';
import { momentText } from '../moment.js';
import { doneNotice, noticeBox } from '../notices.js';
import type { Action } from '../page.js';
import { qrImage } from '../qr-image.js';
import type { Notice } from '../session.js';
import type { SignedInVisit } from '../visit.js';
import {
  AUTHORISE_GRANT,
  DECLINE_GRANT,
  ISSUE_LINK,
  ISSUE_REQUEST_CODE,
  REVOKE_GRANT,
} from './operations.js';
import { chooseForWhom } from './for-whom.js';
import { patientOf } from './visitor.js';

/** The actions of the patient's page, each an ordinary mutation for the patient that is acted for. */
export function authoriseActions(asking: Asking): Readonly<Record<string, Action>> {
  const forPatient =
    (
      act: (patient: string, visit: SignedInVisit, form: URLSearchParams) => Promise<Notice>,
    ): Action =>
    async (visit, form) => {
      return act(await patientOf(asking, visit), visit, form);
    };
  return {
    // A relation is a fact at each decision: whoever is chosen, the graph decides whether the visitor may act.
    'for-whom': forPatient((_patient, visit, form) => Promise.resolve(chooseForWhom(visit, form))),
    'request-code': forPatient(async (patient, visit, form) => {
      const variables = { patient, organization: form.get('organization') ?? '' };
      const code = await asking.change<RequestCode>(visit, ISSUE_REQUEST_CODE, variables);
      return 'refused' in code ? code.refused : codeNotice(code.value);
    }),
    answer: forPatient(async (patient, visit, form) => {
      const isDeclined = form.get('answer') !== 'authorise';
      const answer = isDeclined
        ? await asking.change(visit, DECLINE_GRANT, { patient, request: form.get('request') ?? '' })
        : await asking.change(visit, AUTHORISE_GRANT, { patient, input: termsIn(form) });
      if ('refused' in answer) return answer.refused;
      return doneNotice(isDeclined ? 'declined' : 'authorised');
    }),
    'issue-link': forPatient(async (patient, visit, form) => {
      const variables = { patient, grant: form.get('grant') ?? '' };
      const link = await asking.change<IssuedLink>(visit, ISSUE_LINK, variables);
      return 'refused' in link ? link.refused : linkNotice(link.value);
    }),
    revoke: forPatient(async (patient, visit, form) => {
      const variables = { patient, id: form.get('grant') ?? '' };
      const revoked = await asking.change(visit, REVOKE_GRANT, variables);
      return 'refused' in revoked ? revoked.refused : doneNotice('revoked');
    }),
  };
}

interface RequestCode {
  readonly code: string;
  readonly qrCode: string;
  readonly expiresAt: string;
}

interface IssuedLink {
  readonly link: string;
  readonly qrCode: string;
  readonly expiresAt: string;
}

function termsIn(form: URLSearchParams): object {
  return {
    request: form.get('request') ?? '',
    scopes: form.getAll('scope'),
    permissions: form.getAll('permission'),
    lookBack: form.get('lookBack') ?? '',
    duration: `P${Number(form.get('days'))}D`,
    includesRestricted: form.get('restricted') === 'yes',
  };
}

function codeNotice({ code, qrCode, expiresAt }: RequestCode): Notice {
  return (say, language) =>
    noticeBox(
      'done',
      say('yourCode'),
      html`<p class="code">${code}</p>
        ${qrImage(qrCode, say('codeImage'))}
        <p>${say('codeFor', { until: momentText(expiresAt, language) })}</p>`,
    );
}

function linkNotice({ link, qrCode, expiresAt }: IssuedLink): Notice {
  return (say, language) =>
    noticeBox(
      'done',
      say('yourLink'),
      html`${qrImage(qrCode, say('linkImage'))}
        <p>${say('linkShownOnce', { until: momentText(expiresAt, language) })}</p>
        <div class="field">
          <label for="issued-link">${say('linkAsText')}</label>
          <input id="issued-link" readonly value="${link}" />
        </div>
        <p>${say('passcodeSent')}</p>`,
    );
}
