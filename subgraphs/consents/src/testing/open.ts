/** An open consents subgraph and builders to fill it with, for tests. All of it is invented. */
import type { Database } from '@causeway/kit';
import { TEST_KEY, TEST_NOW, gatewayOf, permit, personCaller } from '@causeway/kit/testing';
import type { Ask } from '@causeway/kit/testing';
import type { AccessEvent, Caller, Permit, Scope } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import { openConsentsDatabase } from '../database.js';
import type { NewCareRelation, NewStepUp } from '../repository/put-care.js';
import type { NewConsent } from '../repository/put-consent.js';
import type { NewGrant } from '../repository/put-grant.js';
import { consentsOver } from '../subgraph.js';
import type { ConsentsSubgraph } from '../subgraph.js';

/** A consents subgraph in memory, with how to ask it, what SQL it ran, and its clock. */
export interface OpenConsents extends ConsentsSubgraph {
  readonly ask: Ask;
  readonly database: Database;
  readonly statements: string[];
  /** The time in epoch milliseconds; tests may set it. */
  clock: { now: number };
}

/** Opens an empty consents subgraph, in memory unless a path is told. */
export function openEmpty(path = ':memory:'): OpenConsents {
  const statements: string[] = [];
  const clock = { now: TEST_NOW };
  const database = openConsentsDatabase(path, (sql) => statements.push(sql));
  const subgraph = consentsOver(database, {
    keys: [TEST_KEY],
    clock: () => clock.now,
    onError: (error) => {
      throw error;
    },
  });
  // The gateway signs by the time of tests; the subgraph's own clock may run ahead of it by seconds.
  return { ...subgraph, ask: gatewayOf(subgraph), database, statements, clock };
}

/** The scopes of a patient's own administrative records. */
export const OWN: readonly Scope[] = ['PERSON', 'CONSENT', 'GRANT', 'AUDIT', 'NOTIFICATION'];

/** The permit of a patient to read the own administrative records. */
export function own(patient: string, stated: Partial<Permit> = {}): Permit {
  return permit(patient, { scopes: OWN, ...stated });
}

/** The permit of an organisation to read what it is a party to. */
export function party(patient: string, organization: string, stated: Partial<Permit> = {}): Permit {
  const scopes: readonly Scope[] = ['PERSON', 'CONSENT', 'GRANT'];
  return permit(patient, {
    scopes,
    administrativeBasis: 'PARTY',
    parties: [organization],
    ...stated,
  });
}

/** The permit of a patient to change the own consents. */
export function authority(patient: string, stated: Partial<Permit> = {}): Permit {
  return own(patient, { action: 'AUTHORISE', ...stated });
}

/** Asks for a change as a patient who may authorise. */
export async function change(
  { ask }: OpenConsents,
  mutation: string,
  patient: string,
): Promise<ExecutionResult> {
  return ask(mutation, { caller: personCaller(patient), permits: [authority(patient)] });
}

/** An active sharing consent of a patient for an organisation, unless told. */
export function consent(
  id: string,
  patient: string,
  stated: Partial<Omit<NewConsent, 'origin'>> = {},
): NewConsent {
  return {
    id,
    patient,
    kind: 'SHARING',
    status: 'active',
    origin: 'LAYER',
    grantor: `Patient/${patient}`,
    grantee: ['o-clinic'],
    dateTime: '2026-01-01T09:00:00+08:00',
    period: { start: null, end: null },
    decision: 'permit',
    provision: [],
    ...stated,
  };
}

/** A consent that was recorded elsewhere, denying unless told. */
export function importedConsent(
  id: string,
  patient: string,
  stated: Partial<Omit<NewConsent, 'origin'>> = {},
): NewConsent {
  return {
    ...consent(id, patient, { decision: 'deny', ...stated }),
    origin: 'IMPORTED',
    source: { namespace: 'https://invented.example', id: `source-${id}` },
  };
}

/** A redeemed grant of a patient to a hospital in Shenzhen, its encounter open, unless told. */
export function grant(id: string, patient: string, stated: Partial<NewGrant> = {}): NewGrant {
  return {
    id,
    patient,
    organization: 'o-shenzhen',
    practitionerRole: 'r-li',
    purpose: 'TREAT',
    scopes: ['ALLERGY_ADR', 'MEDICATION'],
    lookBack: 'P3Y',
    permissions: ['READ'],
    period: { start: '2026-05-01', end: '2026-06-30' },
    state: 'REDEEMED',
    stateHistory: [
      { state: 'REQUESTED', since: '2026-05-01T09:00:00+08:00' },
      { state: 'AUTHORISED', since: '2026-05-01T09:05:00+08:00' },
      { state: 'REDEEMED', since: '2026-06-01T09:00:00+08:00' },
    ],
    encounter: { id: `e-${id}`, organization: 'o-shenzhen', open: true },
    link: {
      id: `l-${id}`,
      status: 'USED',
      expiresAt: '2026-06-30T00:00:00+08:00',
      remainingAttempts: 4,
    },
    includesRestricted: false,
    consent: `c-${id}`,
    ...stated,
  };
}

/** The consent that materialises a grant. */
export function consentOfGrant(id: string, patient: string): NewConsent {
  return consent(`c-${id}`, patient, { kind: 'CROSS_BORDER', grantee: ['o-shenzhen'] });
}

/** An open relation of care. */
export function care(
  patient: string,
  organization: string,
  stated: Partial<NewCareRelation> = {},
): NewCareRelation {
  return {
    id: `care-${patient}-${organization}`,
    patient,
    organization,
    period: { start: '2026-01-01', end: null },
    ...stated,
  };
}

/** A step-up of a professional that lasts past the time of tests. */
export function stepUp(
  patient: string,
  practitionerRole: string,
  stated: Partial<NewStepUp> = {},
): NewStepUp {
  return {
    id: `step-up-${patient}-${practitionerRole}`,
    patient,
    practitionerRole,
    since: '2026-06-01T11:50:00+08:00',
    until: '2026-06-01T12:20:00+08:00',
    reason: 'Preparing an invented operation',
    ...stated,
  };
}

/** Dr Li abroad, with a token that is bound to a grant. */
export function drLi(grantId: string | null = 'g-1'): Caller {
  return {
    kind: 'professional',
    subject: 's-li',
    client: 'c-shenzhen',
    tokenId: 't-li',
    purpose: 'TREAT',
    practitionerRole: 'r-li',
    organization: 'o-shenzhen',
    grant: grantId,
  };
}

/** A permitted access of a professional at home that released allergies, unless told. */
export function access(
  id: string,
  patient: string,
  stated: Partial<AccessEvent> = {},
): AccessEvent {
  return {
    id,
    at: TEST_NOW,
    patient,
    caller: { ...drLi(null), organization: 'o-clinic', practitionerRole: 'r-lee' } as Caller,
    action: 'READ',
    outcome: 'PERMIT',
    gate: null,
    reason: null,
    release: 'RELEASED',
    operation: { name: 'Allergies', digest: 'f00d' },
    scopes: ['PERSON', 'ALLERGY_ADR'],
    counts: { ALLERGY_ADR: 2 },
    basis: ['c-1'],
    abroad: false,
    ...stated,
  };
}
