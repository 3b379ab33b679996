/** Consents of every kind and in every state. */
import type { Calendar } from '../calendar.js';
import { CHILD_CHAN, SDM_CHAN } from '../ids.js';
import { idOf } from '../identifiers.js';
import type { SeedConsent, SeedGrant, SeedPatient } from '../model.js';
import { randomOf } from '../random.js';
import type { ConsentSketch } from './stories.js';
import { consentStories } from './stories.js';

/** Every consent: to join, to share, to cross the boundary, and against. */
export function consents(
  calendar: Calendar,
  patients: readonly SeedPatient[],
  grants: readonly SeedGrant[],
): readonly SeedConsent[] {
  const stories = consentStories(calendar).map(consentOf);
  return [...usualConsents(calendar, patients, grants), ...stories];
}

/** The consents of patients who have no story: to join, to share with the family doctor, and of their grants. */
export function usualConsents(
  calendar: Calendar,
  patients: readonly SeedPatient[],
  grants: readonly SeedGrant[],
): readonly SeedConsent[] {
  const usual = patients.flatMap((patient) => [
    ...joiningConsents(patient),
    ...familyDoctorConsents(calendar, patient),
  ]);
  return [...usual, ...grants.flatMap(crossBorderConsents)].map(consentOf);
}

/** Joining is a consent of its own; leaving ends it. */
function joiningConsents({ slug, joining }: SeedPatient): readonly ConsentSketch[] {
  const joined = joining.find(({ status }) => status === 'ACTIVE');
  if (joined === undefined) return [];
  const left = joining.find(({ status }) => status === 'WITHDRAWN');
  return [
    {
      patient: slug,
      kind: 'JOINING',
      dateTime: joined.since,
      start: joined.since.slice(0, 10),
      ...(left && { status: 'inactive', inactiveSince: left.since }),
    },
  ];
}

const PRIVATE_DOCTORS = ['bauhinia-lane', 'star-quay-clinic'];

/** Most of the composed patients let their private family doctor see the record. */
function familyDoctorConsents(
  { at, daysAgo }: Calendar,
  { slug, generalPractitioner }: SeedPatient,
): readonly ConsentSketch[] {
  if (!slug.startsWith('resident-')) return [];
  const doctor = PRIVATE_DOCTORS.find(
    (name) => idOf(`organization/${name}`) === generalPractitioner,
  );
  const random = randomOf(`sharing/${slug}`);
  if (doctor === undefined || random.chance(0.25)) return [];
  const days = random.between(10, 390);
  return [
    {
      patient: slug,
      kind: 'SHARING',
      grantee: [doctor],
      dateTime: at(days, '16:00'),
      start: daysAgo(days),
    },
  ];
}

/** The consent that materialises a grant: it ends with the grant. */
function crossBorderConsents(grant: SeedGrant): readonly ConsentSketch[] {
  const { consent, patient, organization, period, state, stateHistory } = grant;
  if (consent === null) return [];
  const authorised = stateHistory.find((change) => change.state === 'AUTHORISED');
  const last = stateHistory.at(-1);
  const isOver = state === 'REVOKED' || state === 'COMPLETED';
  return [
    {
      id: consent,
      patient: { id: patient },
      kind: 'CROSS_BORDER',
      grantee: [{ id: organization }],
      dateTime: authorised?.since ?? `${period.start ?? ''}T09:00:00+08:00`,
      start: period.start,
      end: period.end,
      ...(isOver && last && { status: 'inactive', inactiveSince: last.since }),
    },
  ];
}

function consentOf(sketch: ConsentSketch): SeedConsent {
  const { patient, kind, grantee = [], name = kind } = sketch;
  const { start = null, end = null } = sketch;
  const patientId = idBy('patient', patient);
  const parties = grantee.map((party) => idBy('organization', party));
  const stableName = [patientId, ...parties, name].join('/');
  return {
    id: sketch.id ?? idOf(`consent/${stableName}`),
    patient: patientId,
    kind,
    status: sketch.status ?? 'active',
    grantor: patientId === CHILD_CHAN ? SDM_CHAN : patientId,
    grantee: parties,
    dateTime: sketch.dateTime,
    inactiveSince: sketch.inactiveSince ?? null,
    period: { start, end },
    decision: sketch.decision ?? 'permit',
    provision: sketch.provision ?? [],
    origin: sketch.origin ?? 'LAYER',
  };
}

function idBy(kind: 'patient' | 'organization', named: string | { readonly id: string }): string {
  return typeof named === 'string' ? idOf(`${kind}/${named}`) : named.id;
}
