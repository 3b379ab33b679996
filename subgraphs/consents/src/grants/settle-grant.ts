import type { Database } from '@causeway/kit';
import { standingOfLayer } from '../audit/entry.js';
import { recordChange } from '../changes/record-change.js';
import { forgetLinkSecrets } from '../repository/link-secrets.js';
import type { GrantRow } from '../tables.js';
import { nextTurn, turned } from './grant-at.js';
import { moveGrant } from './move-grant.js';

/**
 * Records what time has done to a grant by an instant (epoch milliseconds), turn by turn, and tells the patient of each;
 * returns the grant as it is then. Called in a transaction, before anything rests on the grant's state.
 */
export function settleGrant(db: Database['db'], grant: GrantRow, now: number): GrantRow {
  const turn = nextTurn(grant);
  if (turn === null || now < turn.at) return grant;
  const { state, stateHistory, encounter, link } = turned(grant, turn);
  const moved = moveGrant(db, grant, { state, stateHistory, encounter, link }, now);
  if (turn.kind === 'LINK_EXPIRED') forgetLinkSecrets(db, grant);
  recordChange(
    db,
    {
      ...standingOfLayer(grant.patient),
      kind: turn.kind,
      changed: `CrossBorderGrant/${grant.owner}`,
      scope: 'GRANT',
      at: moved.at,
    },
    grant.organization,
  );
  return settleGrant(db, moved.grant, now);
}
