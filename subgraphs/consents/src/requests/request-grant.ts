import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import type { PurposeOfUse } from '@causeway/schema';
import type { Standing } from '../audit/entry.js';
import { recordChange } from '../changes/record-change.js';
import { badInput } from '../changes/refusals.js';
import type { ProviderCaller } from '../encounters/provider.js';
import { grantInForce } from '../repository/grants.js';
import { partyById } from '../repository/parties.js';
import { putGrant } from '../repository/put-grant.js';
import type { GrantRow, GrantTerms } from '../tables.js';
import { grantBounds } from './grant-bounds.js';
import type { GrantBounds } from './grant-bounds.js';
import { orderedTerms, requireWithin } from './grant-terms.js';
import type { GuessLimit } from './guess-limit.js';
import { reasonIn } from './reason.js';
import { withRequestCode } from './redeem-request-code.js';
import { INPUT } from '../refusal-texts.js';

/** How long the patient may take to answer, in milliseconds. */
export const TIME_TO_ANSWER = 24 * 60 * 60_000;

/** What a professional abroad asks a patient for. */
export interface GrantAsk {
  /** The code the patient told. */
  readonly code: string;
  readonly purpose: PurposeOfUse;
  readonly terms: GrantTerms;
  readonly reason: string | null;
}

/**
 * Asks the patient whom a code names for a grant, and tells the patient so. What is asked for is judged before the code
 * is: a refusal of the terms says nothing of it.
 *
 * @throws GraphQLError BAD_USER_INPUT for terms beyond what the recognition lets be asked for, NOT_FOUND for the code
 */
export function requestGrant(
  database: Database,
  guesses: GuessLimit,
  caller: ProviderCaller,
  ask: GrantAsk,
  now: number,
): GrantRow {
  const { purpose } = ask;
  const terms = orderedTerms(ask.terms);
  const reason = reasonIn(ask.reason);
  if (purpose !== caller.purpose) {
    throw badInput(INPUT.purposeOther, { expected: caller.purpose, got: purpose });
  }
  requireWithin(terms, purpose, boundsFor(database.db, caller, now), now);
  const told = { code: ask.code, use: 'GRANT', guesser: caller } as const;
  return withRequestCode(database, guesses, told, now, (db, patient) => {
    const id = randomUUID();
    const since = new Date(now).toISOString();
    const { practitionerRole, client } = caller;
    const system = caller.kind === 'system' ? caller.system : null;
    putGrant(
      database,
      {
        ...NOTHING_YET,
        id,
        patient,
        organization: caller.organization,
        // A system has to name the practitioner; an organisation answers for whom it lets see the patient.
        practitionerRole: system === null ? null : practitionerRole,
        purpose,
        ...terms,
        stateHistory: [{ state: 'REQUESTED', since }],
        asked: terms,
        askedBy: { practitionerRole, system, client, reason },
        answerBy: now + TIME_TO_ANSWER,
      },
      { at: now, now },
    );
    recordChange(
      db,
      {
        ...standingOfAsker(patient, caller),
        kind: 'GRANT_REQUESTED',
        changed: `CrossBorderGrant/${id}`,
        scope: 'GRANT',
        at: now,
      },
      caller.organization,
    );
    const row = grantInForce(db, patient, id);
    if (row === undefined)
      throw new Error('Expected the request that was just written, found none');
    return row;
  });
}

/** What comes with the patient's authorisation, and after. */
const NOTHING_YET = {
  state: 'REQUESTED',
  period: { start: null, end: null },
  encounter: null,
  link: null,
  consent: null,
} as const;

/** An asker from abroad: without a permit, since nothing is permitted yet. */
function standingOfAsker(patient: string, caller: ProviderCaller): Standing {
  return { patient, caller, action: 'AUTHORISE', basis: [], abroad: true };
}

function boundsFor(db: Database['db'], caller: ProviderCaller, now: number): GrantBounds {
  const organization = partyById(db, caller.organization);
  const system = caller.kind === 'system' ? partyById(db, caller.system) : null;
  const bounds = grantBounds({ organization, system }, now);
  if (!('problem' in bounds)) return bounds;
  throw badInput(INPUT.partyNotRecognised, { problem: bounds.problem });
}
