import type { Database } from '@causeway/kit';
import { conflict, notFound } from '../changes/refusals.js';
import { grantAt } from '../grants/grant-at.js';
import { grantInForce } from '../repository/grants.js';
import type { GrantRow, GrantTerms } from '../tables.js';
import { STATE } from '../refusal-texts.js';

/** A request that waits for the patient's answer, with what it asks for. */
export interface OpenRequest {
  readonly request: GrantRow;
  readonly asked: GrantTerms;
}

/**
 * The request of an id that a patient can answer at an instant (epoch milliseconds).
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's requests, CONFLICT for one that is answered,
 *   or that nobody answered in time
 */
export function openRequest(
  db: Database['db'],
  patient: string,
  id: string,
  now: number,
): OpenRequest {
  const request = grantInForce(db, patient, id);
  if (request === undefined || request.asked === null) throw notFound();
  const { state } = grantAt(request, now);
  if (state !== 'REQUESTED') {
    throw conflict(STATE.requestWaiting, state.toLowerCase().replace('_', ' '));
  }
  return { request, asked: request.asked };
}
