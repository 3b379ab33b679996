/**
 * Writes what is staged: providers first, then patient by patient, database by database, the Patient row last, so that
 * a new patient appears at once. Consents come before records, since one from elsewhere can only deny. Every write can
 * be repeated, so a run that was killed simply writes again.
 */
import { randomUUID } from 'node:crypto';
import type { NewConsent } from '@causeway/consents';
import { localDate } from '@causeway/schema';
import type { Staging } from './staging/staging.js';
import type { RowEntries, RowKind, RowOf } from './staging/row-entries.js';
import type { Stores } from './stores.js';

/** How to commit. */
export interface CommitOptions {
  /** Joins the patients that are imported, for trying out. */
  readonly isJoining: boolean;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told before each database is written to, and how far the run is. */
  readonly onStep: (
    step: 'providers' | 'consents' | 'records' | 'patients',
    patient: number,
    of: number,
  ) => void;
}

/** Writes everything that a run has staged. */
export function commit(staging: Staging, stores: Stores, options: CommitOptions): void {
  const patients = staging.patients();
  options.onStep('providers', 0, patients.length);
  commitProviders(staging, stores);
  patients.forEach((patient, index) => {
    options.onStep('consents', index, patients.length);
    commitConsents(staging, stores, patient, options);
    options.onStep('records', index, patients.length);
    stores.records.putRecords(entriesOf(staging.rows('record', patient)));
    options.onStep('patients', index, patients.length);
    commitPerson(staging, stores, patient, options);
  });
}

function commitProviders(staging: Staging, { providers }: Stores): void {
  providers.inTransaction(() => {
    for (const { id, entry, sources } of staging.rows('organization', null)) {
      if (entry !== null) providers.putOrganization(entry);
      for (const source of sources) providers.addSource('Organization', id, source);
    }
    for (const { id, entry, sources } of staging.rows('practitioner', null)) {
      if (entry !== null) providers.putPractitioner(entry);
      for (const source of sources) providers.addSource('Practitioner', id, source);
    }
    for (const { id, entry, sources } of staging.rows('practitioner-role', null)) {
      if (entry !== null) providers.putPractitionerRole(entry);
      for (const source of sources) providers.addSource('PractitionerRole', id, source);
    }
  });
}

function commitConsents(
  staging: Staging,
  { consents, patients }: Stores,
  patient: string,
  { isJoining, clock }: CommitOptions,
): void {
  consents.inTransaction(() => {
    for (const consent of entriesOf(staging.rows('consent', patient))) {
      consents.putConsent(consent);
    }
    const [person] = staging.rows('patient', patient);
    if (!isJoining || person === undefined || !canJoin(person, patients)) return;
    const key = { patient, organization: null, practitionerRole: null, grant: null };
    const [facts] = consents.facts([key], clock());
    if (
      facts?.consents.some(({ kind, status }) => kind === 'JOINING' && status === 'active') === true
    )
      return;
    consents.putConsent(joiningConsent(patient, clock()));
  });
}

function commitPerson(
  staging: Staging,
  { patients }: Stores,
  patient: string,
  { isJoining }: CommitOptions,
): void {
  patients.inTransaction(() => {
    for (const related of entriesOf(staging.rows('related-person', patient))) {
      patients.putRelatedPerson(related);
    }
    for (const row of staging.rows('patient', patient)) {
      const isJoined = isJoining && canJoin(row, patients);
      if (row.entry !== null) patients.putPatient(row.entry);
      for (const source of row.sources) patients.addSource('Patient', patient, source);
      if (isJoined) patients.setJoiningStatus(patient, 'ACTIVE');
    }
  });
}

/** Whether `--joined` joins somebody: the living who have not joined; nobody's withdrawal is undone. */
function canJoin({ id, entry }: RowOf<'patient'>, patients: Stores['patients']): boolean {
  const [stored] = patients.patientsById([id]);
  const isDeceased = entry?.isDeceased ?? stored?.isDeceased ?? false;
  return !isDeceased && (stored === undefined || stored.joining === 'NOT_JOINED');
}

function joiningConsent(patient: string, now: number): NewConsent {
  return {
    id: randomUUID(),
    patient,
    origin: 'LAYER',
    kind: 'JOINING',
    status: 'active',
    grantor: `Patient/${patient}`,
    grantee: [],
    dateTime: localDate(now),
    period: { start: localDate(now), end: null },
    decision: 'permit',
    provision: [],
  };
}

function entriesOf<Kind extends RowKind>(rows: readonly RowOf<Kind>[]): RowEntries[Kind][] {
  return rows.flatMap(({ entry }) => entry ?? []);
}
