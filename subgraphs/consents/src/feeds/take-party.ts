/**
 * What becomes of grants when the recognition of their party changes. Decisions read the recognition itself and need
 * none of this; it ends what is to end, and tells the patients.
 */
import type { Database } from '@causeway/kit';
import type { ChangeKind, GrantState, Party, PartyEvent, RecognitionFact } from '@causeway/schema';
import { standingOfLayer } from '../audit/entry.js';
import { recordChange } from '../changes/record-change.js';
import { moveGrant } from '../grants/move-grant.js';
import { isRevocable, revokeByChange } from '../grants/revoke-by-change.js';
import { settleGrant } from '../grants/settle-grant.js';
import { openGrants } from '../repository/grants.js';
import { partyById, putParty } from '../repository/parties.js';
import type { GrantRow } from '../tables.js';
import { standingOfRecognition } from './recognition-standing.js';

/**
 * Takes in a party as it is now. Where its recognition is another than was known, its open grants follow; a party that
 * is first seen changes nothing. Called in a transaction, at an instant (epoch milliseconds).
 */
export function takeParty(db: Database['db'], { party, at }: PartyEvent, now: number): void {
  const former = partyById(db, party.id);
  putParty(db, party, at);
  if (former === undefined) return;
  const standing = standingOfRecognition(party.recognition);
  if (standing === standingOfRecognition(former.recognition)) return;
  for (const grant of grantsOf(db, party)) {
    const open = settleGrant(db, grant, now);
    switch (standing) {
      case 'RECOGNISED':
        resume(db, open, now);
        break;
      case 'SUSPENDED':
        suspend(db, open, now);
        break;
      case 'NONE':
        end(db, open, now);
        break;
    }
  }
}

function grantsOf(db: Database['db'], { id, kind }: Party): GrantRow[] {
  switch (kind) {
    case 'Organization':
      return openGrants(db, { organization: id });
    case 'PublicHealthRecordSystem':
      return openGrants(db, { system: id });
  }
}

/** A grant that could lead to something waits; what it was stands in its history. */
function suspend(db: Database['db'], grant: GrantRow, now: number): void {
  switch (grant.state) {
    case 'REQUESTED':
    case 'AUTHORISED':
    case 'LINK_ISSUED':
    case 'REDEEMED':
      move(db, grant, 'SUSPENDED', 'GRANT_SUSPENDED', now);
      break;
    case 'SUSPENDED':
    case 'COMPLETED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'DECLINED':
    case 'LAPSED':
    case 'LOCKED':
      break;
  }
}

/** A grant that waits is what it was before, once no party to it is suspended. */
function resume(db: Database['db'], grant: GrantRow, now: number): void {
  const former = grant.stateHistory.at(-2)?.state;
  if (grant.state !== 'SUSPENDED' || former === undefined || !hasStanding(db, grant)) return;
  // Time has gone on meanwhile.
  settleGrant(db, move(db, grant, former, 'GRANT_RESUMED', now), now);
}

function end(db: Database['db'], grant: GrantRow, now: number): void {
  if (grant.state !== 'REQUESTED' && !isRevocable(grant.state)) return;
  revokeByChange(db, grant, standingOfLayer(grant.patient), now);
}

function hasStanding(db: Database['db'], { organization, askedBy }: GrantRow): boolean {
  const system = askedBy?.system ?? null;
  const recognitionOf = (id: string): RecognitionFact | null =>
    partyById(db, id)?.recognition ?? null;
  const own = recognitionOf(organization);
  // A member of a system may have no recognition of its own; one that it has binds.
  const binding = system === null ? [own] : [recognitionOf(system), ...(own ? [own] : [])];
  return binding.every((recognition) => standingOfRecognition(recognition) === 'RECOGNISED');
}

function move(
  db: Database['db'],
  grant: GrantRow,
  state: GrantState,
  kind: ChangeKind,
  now: number,
): GrantRow {
  const moved = moveGrant(db, grant, { state }, now);
  recordChange(
    db,
    {
      ...standingOfLayer(grant.patient),
      kind,
      changed: `CrossBorderGrant/${grant.owner}`,
      scope: 'GRANT',
      at: moved.at,
    },
    grant.organization,
  );
  return moved.grant;
}
