/** The changes that patients make, as operations, for tests. */
import {
  accessNotifications,
  auditEvents,
  consents,
  emergencies,
  epochs,
  grants,
  linkSecrets,
  outbox,
  stepUpChallenges,
  stepUps,
  transfers,
} from '../tables.js';
import type { OpenConsents } from './open.js';

/** Every row that a change could touch. */
export function everything({ database }: OpenConsents): unknown {
  return [
    consents,
    grants,
    linkSecrets,
    stepUps,
    stepUpChallenges,
    emergencies,
    epochs,
    auditEvents,
    accessNotifications,
    outbox,
    transfers,
  ].map((table) => database.db.select().from(table).all());
}

/** Gives an organisation a sharing consent. */
export const give = (args = '', patient = 'p-1'): string =>
  `mutation { giveSharingConsent(patient: "${patient}", organization: "o-clinic"${args}) {
    id version status kind grantor subject { id } grantee { id } dateTime period { start end } decision
    provision { type category } category { coding { code } } supersededBy { id }
  } }`;

/** Revokes a sharing consent. */
export const revokeConsent = (id: string, patient = 'p-1'): string =>
  `mutation { revokeSharingConsent(patient: "${patient}", id: "${id}") { id version status } }`;

/** Revokes a grant. */
export const revokeGrant = (id: string, patient = 'p-1'): string =>
  `mutation { revokeGrant(patient: "${patient}", id: "${id}") {
    id state stateHistory { state since } encounter { id status } link { status } consent { id status }
  } }`;
