import type { Database, Moment, Stated, Written } from '@causeway/kit';
import { earliestInstant } from '@causeway/schema';
import type { GrantFact } from '@causeway/schema';
import { nextTurn } from '../grants/grant-at.js';
import { grants } from '../tables.js';
import type { GrantRequester, GrantTerms, SecureLinkStatus, StateChange } from '../tables.js';
import { tellEncounter } from './encounter-events.js';
import { noteGrantChange } from './grant-changes.js';
import { grantInForce } from './grants.js';
import { putVersion } from './put-version.js';
import type { Owned } from './put-version.js';

/** A cross-border grant to be kept. */
export interface NewGrant extends Omit<GrantFact, 'consent'> {
  /** The Consent id that materialises it; null before it is authorised. */
  readonly consent: string | null;
  /** Oldest first; the last one is `state`. */
  readonly stateHistory: readonly StateChange[];
  readonly link: SecureLinkStatus | null;
  /** What was asked for, by whom, and until when it may be answered (epoch milliseconds), where it was asked here. */
  readonly asked?: GrantTerms;
  readonly askedBy?: GrantRequester;
  readonly answerBy?: number;
  /** When an open encounter ends by itself, in epoch milliseconds; left out, with the grant's period. */
  readonly encounterEndsAt?: number;
}

type StatedGrant = Stated<typeof grants>;

/**
 * Makes a grant what is given, from an instant on.
 *
 * @throws PeriodError if its period cannot be read
 */
export function putGrant(database: Database, grant: NewGrant, moment: Moment): Written {
  return database.inTransaction((db) =>
    putGrantVersion(db, grant, moment, (before) => {
      const asked = earliestInstant(grant.stateHistory.at(0)?.since);
      return timed({ ...statedBy(grant), instant: asked ?? before?.instant ?? moment.at });
    }),
  );
}

/** Records a change of a grant in force, as its next version. */
export function changeGrant(
  db: Database['db'],
  { owner, patient }: { readonly owner: string; readonly patient: string },
  change: Partial<Omit<StatedGrant, 'patient' | 'organization' | 'instant' | 'turnsAt'>>,
  moment: Moment,
): void {
  putGrantVersion(db, { id: owner, patient }, moment, (before) => {
    if (before === null) throw new Error(`Expected a grant ${owner} to change, found none`);
    return timed({ ...before, ...change });
  });
}

/** The one place where grants change, and others are told: of the change itself, and of the encounter. */
function putGrantVersion(
  db: Database['db'],
  owned: Owned,
  moment: Moment,
  next: (before: StatedGrant | null) => StatedGrant,
): Written {
  const written = putVersion(db, grants, owned, moment, next);
  const grant = written === 'unchanged' ? undefined : grantInForce(db, owned.patient, owned.id);
  if (grant !== undefined) {
    tellEncounter(db, grant);
    noteGrantChange(db, grant);
  }
  return written;
}

function timed(grant: Omit<StatedGrant, 'turnsAt'>): StatedGrant {
  return { ...grant, turnsAt: nextTurn(grant)?.at ?? null };
}

function statedBy(grant: NewGrant): Omit<StatedGrant, 'instant' | 'turnsAt'> {
  const { patient, organization, practitionerRole, purpose, scopes, lookBack } = grant;
  const { permissions, period, state, stateHistory, encounter, link } = grant;
  const { includesRestricted, consent } = grant;
  return {
    patient,
    organization,
    practitionerRole,
    purpose,
    scopes,
    lookBack,
    permissions,
    period,
    state,
    stateHistory,
    encounter,
    link,
    includesRestricted,
    consent,
    asked: grant.asked ?? null,
    askedBy: grant.askedBy ?? null,
    answerBy: grant.answerBy ?? null,
    encounterEndsAt: grant.encounterEndsAt ?? null,
    depositUntil: earliestInstant(grant.deposit?.until) ?? null,
  };
}
