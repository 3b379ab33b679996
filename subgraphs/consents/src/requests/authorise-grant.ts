import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { conflict } from '../changes/refusals.js';
import { isRevocable, revokeByChange } from '../grants/revoke-by-change.js';
import { settleGrant } from '../grants/settle-grant.js';
import { grantInForce, openGrants } from '../repository/grants.js';
import { partyById } from '../repository/parties.js';
import { putConsent } from '../repository/put-consent.js';
import { changeGrant } from '../repository/put-grant.js';
import type { GrantRow } from '../tables.js';
import { grantBounds } from './grant-bounds.js';
import type { GrantBounds } from './grant-bounds.js';
import { consentOfGrant } from './grant-consent.js';
import { endOfTerms, requireWithin } from './grant-terms.js';
import { narrowed } from './narrowed-terms.js';
import type { Narrowing } from './narrowed-terms.js';
import { openRequest } from './open-request.js';
import { STATE } from '../refusal-texts.js';

/** What the patient agrees to: a request, and less than it asked for where that is said. */
export interface Authorisation extends Narrowing {
  /** CrossBorderGrant id. */
  readonly request: string;
}

/**
 * Authorises what a party asked for, narrowed as the patient chooses, and materialises it as a consent. A former grant
 * to the same organisation is revoked: there is one consent of a patient to an organisation abroad.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's requests; CONFLICT for one that is answered or
 *   lapsed, and for a party that is not recognised now; BAD_USER_INPUT for terms beyond the request or the recognition
 */
export function authoriseGrant(
  database: Database,
  authority: Authority,
  authorisation: Authorisation,
  now: number,
): GrantRow {
  const { caller, permit } = authority;
  const { patient } = permit;
  return database.inTransaction((db) => {
    const { request, asked } = openRequest(db, patient, authorisation.request, now);
    const at = Math.max(now, request.validFrom);
    const bounds = presentBounds(db, request, at);
    const terms = narrowed(asked, authorisation, at);
    // One that outlasts the recognition by the hours since it was asked for is cut, not refused.
    requireWithin(terms, request.purpose, { ...bounds, end: null }, at);
    revokeFormer(db, authority, request, at);
    const period = {
      start: new Date(at).toISOString(),
      end: new Date(endOfTerms(terms, bounds, at)).toISOString(),
    };
    const { scopes, lookBack, permissions, includesRestricted } = terms;
    const consent = randomUUID();
    putConsent(
      database,
      consentOfGrant({ ...request, scopes, period }, { id: consent, grantor: caller.person, at }),
      { at, now: at },
    );
    changeGrant(
      db,
      request,
      {
        scopes,
        lookBack,
        permissions,
        includesRestricted,
        period,
        consent,
        state: 'AUTHORISED',
        stateHistory: [...request.stateHistory, { state: 'AUTHORISED', since: period.start }],
      },
      { at, now: at },
    );
    recordChange(
      db,
      {
        ...standingOf(authority),
        kind: 'GRANT_AUTHORISED',
        changed: `CrossBorderGrant/${request.owner}`,
        scope: 'GRANT',
        at,
      },
      request.organization,
    );
    return grantInForce(db, patient, request.owner) ?? request;
  });
}

/** What the party may hold now, which may be less than when it asked. */
function presentBounds(db: Database['db'], request: GrantRow, now: number): GrantBounds {
  const system = request.askedBy?.system ?? null;
  const bounds = grantBounds(
    {
      organization: partyById(db, request.organization),
      system: system === null ? null : partyById(db, system),
    },
    now,
  );
  if ('problem' in bounds) throw conflict(STATE.requestRecognised, bounds.problem);
  return bounds;
}

function revokeFormer(
  db: Database['db'],
  authority: Authority,
  { patient, organization }: GrantRow,
  now: number,
): void {
  for (const former of openGrants(db, { patient, organization }).map((one) =>
    settleGrant(db, one, now),
  )) {
    if (isRevocable(former.state)) revokeByChange(db, former, standingOf(authority), now);
  }
}
