import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import type { ClinicalScope, Period, ProfessionalCaller } from '@causeway/schema';
import { recordChange } from '../changes/record-change.js';
import { INFORMATION_DISCLOSURE } from '../changes/sharing-category.js';
import { sharingTerms } from '../changes/sharing-request.js';
import { consentInForce, proposedConsents } from '../repository/consents.js';
import { changeConsent, putConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import type { GuessLimit } from './guess-limit.js';
import { withRequestCode } from './redeem-request-code.js';

/** What a professional in Hong Kong asks a patient for. */
export interface SharingAsk {
  /** The code the patient told. */
  readonly code: string;
  readonly period: Period;
  /** Null asks for every category. */
  readonly scopes: readonly ClinicalScope[] | null;
}

/**
 * Asks the patient whom a code names for a sharing consent, and tells the patient so: a consent that is proposed, in
 * place of a former proposal to the same organisation.
 *
 * @throws GraphQLError BAD_USER_INPUT for terms that cannot be taken, NOT_FOUND for the code
 */
export function requestSharing(
  database: Database,
  guesses: GuessLimit,
  caller: ProfessionalCaller,
  { code, period, scopes }: SharingAsk,
  now: number,
): ConsentRow {
  const { organization } = caller;
  const terms = sharingTerms({ organization, period, scopes }, now);
  const told = { code, use: 'SHARING', guesser: caller } as const;
  return withRequestCode(database, guesses, told, now, (db, patient) => {
    const former = proposedConsents(db, patient, organization);
    const at = Math.max(now, ...former.map(({ validFrom }) => validFrom));
    const moment = { at, now: at };
    for (const one of former) changeConsent(db, one, { status: 'inactive' }, moment);
    const id = randomUUID();
    putConsent(
      database,
      {
        id,
        patient,
        kind: 'SHARING',
        status: 'proposed',
        origin: 'LAYER',
        category: [INFORMATION_DISCLOSURE],
        // Nobody has given it yet.
        grantor: null,
        grantee: [organization],
        dateTime: new Date(at).toISOString(),
        ...terms,
      },
      moment,
    );
    recordChange(
      db,
      {
        patient,
        caller,
        action: 'AUTHORISE',
        basis: [],
        abroad: false,
        kind: 'CONSENT_REQUESTED',
        changed: `Consent/${id}`,
        scope: 'CONSENT',
        at,
      },
      organization,
    );
    const row = consentInForce(db, patient, id);
    if (row === undefined)
      throw new Error('Expected the proposal that was just written, found none');
    return row;
  });
}
