import type { Database } from '@causeway/kit';
import type { ClinicalScope, Period } from '@causeway/schema';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { badInput, conflict, notFound } from '../changes/refusals.js';
import { INFORMATION_DISCLOSURE } from '../changes/sharing-category.js';
import { scopesOf, sharingTerms } from '../changes/sharing-request.js';
import { consentInForce } from '../repository/consents.js';
import { activeConsentsLike, changeConsent, putConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { INPUT, STATE } from '../refusal-texts.js';

/** What a patient answers to a request for a sharing consent. */
export type SharingAnswer =
  | {
      readonly answer: 'ACCEPT';
      /** Consent id of the proposal. */
      readonly request: string;
      /** Fewer categories than asked for; null leaves them as asked. */
      readonly scopes: readonly ClinicalScope[] | null;
      /** Null leaves it as asked. */
      readonly period: Period | null;
    }
  | { readonly answer: 'DECLINE'; readonly request: string };

/**
 * Answers a request for a sharing consent: the proposal becomes the consent in force, narrowed as the patient chooses,
 * in place of a former one; or it is rejected.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's requests, CONFLICT for one that is answered,
 *   BAD_USER_INPUT for categories that were not asked for, or a period that cannot be taken
 */
export function answerSharing(
  database: Database,
  authority: Authority,
  answer: SharingAnswer,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  return database.inTransaction((db) => {
    const proposal = consentInForce(db, patient, answer.request);
    if (proposal?.kind !== 'SHARING' || proposal.origin !== 'LAYER') throw notFound();
    if (proposal.status !== 'proposed') {
      throw conflict(STATE.requestWaiting, proposal.status);
    }
    const former = activeConsentsLike(db, proposal.owner, proposal);
    const at = Math.max(now, proposal.validFrom, ...former.map(({ validFrom }) => validFrom));
    const moment = { at, now: at };
    switch (answer.answer) {
      case 'ACCEPT':
        putConsent(database, accepted(proposal, answer, authority, at), moment);
        break;
      case 'DECLINE':
        changeConsent(db, proposal, { status: 'rejected' }, moment);
        break;
    }
    recordChange(
      db,
      {
        ...standingOf(authority),
        kind: answer.answer === 'ACCEPT' ? 'CONSENT_GIVEN' : 'CONSENT_DECLINED',
        changed: `Consent/${proposal.owner}`,
        scope: 'CONSENT',
        at,
      },
      proposal.grantee.at(0) ?? null,
    );
    return consentInForce(db, patient, proposal.owner) ?? proposal;
  });
}

function accepted(
  { owner: id, patient, grantee, period, decision, provision }: ConsentRow,
  answer: Extract<SharingAnswer, { answer: 'ACCEPT' }>,
  { caller }: Authority,
  at: number,
) {
  const asked = scopesOf({ decision, provision });
  const beyond = (answer.scopes ?? []).filter((scope) => asked?.includes(scope) === false);
  if (beyond.length > 0) {
    throw badInput(INPUT.categoriesBeyondAsked, { got: beyond.join(', ') });
  }
  const terms = sharingTerms(
    {
      organization: grantee.at(0) ?? '',
      period: answer.period ?? period,
      scopes: answer.scopes ?? asked,
    },
    at,
  );
  return {
    id,
    patient,
    kind: 'SHARING',
    status: 'active',
    origin: 'LAYER',
    category: [INFORMATION_DISCLOSURE],
    grantor: `Patient/${caller.person}`,
    grantee,
    dateTime: new Date(at).toISOString(),
    ...terms,
  } as const;
}
