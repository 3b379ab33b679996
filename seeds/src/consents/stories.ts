/** Consents that somebody has a story about: those of the personas, and one in every state. */
import { SENSITIVITY_SYSTEM } from '@causeway/schema';
import type { ProvisionFact } from '@causeway/schema';
import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedConsent } from '../model.js';

/** A slug, or an id where no slug is at hand. */
type Named = string | { readonly id: string };

/** A consent as far as it differs from an active one of the layer's own that permits without end. */
export interface ConsentSketch extends Partial<
  Pick<SeedConsent, 'id' | 'status' | 'decision' | 'provision' | 'origin'>
> {
  readonly patient: Named;
  readonly kind: SeedConsent['kind'];
  readonly grantee?: readonly Named[];
  readonly dateTime: string;
  /** For one that is inactive: since when. */
  readonly inactiveSince?: string;
  readonly start?: string | null;
  readonly end?: string | null;
  /** Tells consents of one patient, kind and grantee apart. */
  readonly name?: string;
}

/** The consents with a story. */
export function consentStories(calendar: Calendar): readonly ConsentSketch[] {
  return [
    ...ofChanTaiMan(calendar),
    ...ofTheChild(calendar),
    ...inEveryState(calendar),
    ...thatDeny(calendar),
  ];
}

/** No consent for Dr Lee's clinic: that one was never given. */
function ofChanTaiMan({ at, daysAgo }: Calendar): readonly ConsentSketch[] {
  const sharing = (
    grantee: string,
    days: number,
    more: Partial<ConsentSketch> = {},
  ): ConsentSketch => ({
    patient: 'chan-tai-man',
    kind: 'SHARING',
    grantee: [grantee],
    dateTime: at(days, '15:10'),
    start: daysAgo(days),
    ...more,
  });
  return [
    sharing('ferry-pier', 340),
    sharing('jade-terrace', 510),
    sharing('herb-lane', 250),
    sharing('tram-end', 700, { status: 'inactive', inactiveSince: at(90, '20:05') }),
    // Of the former kind, for one year.
    sharing('blue-heron', 1700, { end: daysAgo(1335) }),
  ];
}

function ofTheChild({ at, daysAgo }: Calendar): readonly ConsentSketch[] {
  return [
    {
      patient: 'chan-tsz-kit',
      kind: 'SHARING',
      grantee: ['star-quay-clinic'],
      dateTime: at(220, '10:05'),
      start: daysAgo(220),
    },
  ];
}

function inEveryState({ at, daysAgo, inDays }: Calendar): readonly ConsentSketch[] {
  const of = (grantee: string, more: Partial<ConsentSketch>): ConsentSketch => ({
    patient: 'lau-hoi-ching',
    kind: 'SHARING',
    grantee: [grantee],
    dateTime: at(30, '09:45'),
    start: daysAgo(30),
    ...more,
  });
  return [
    of('star-quay-clinic', {}),
    of('bauhinia-lane', { status: 'draft' }),
    of('jade-terrace', { status: 'proposed' }),
    of('herb-lane', { status: 'rejected' }),
    of('tram-end', { status: 'entered-in-error' }),
    of('seven-steps', { status: 'inactive', inactiveSince: at(10, '08:00') }),
    of('ferry-pier', { dateTime: at(400, '09:45'), start: daysAgo(400), end: daysAgo(35) }),
    of('old-lighthouse', { dateTime: at(1, '09:45'), start: inDays(14) }),
  ];
}

/** What takes records away again: restrictions, imported refusals, objections. */
function thatDeny({ at, daysAgo }: Calendar): readonly ConsentSketch[] {
  const psychiatry: ProvisionFact = {
    type: 'deny',
    securityLabel: [{ system: SENSITIVITY_SYSTEM, code: 'PSY' }],
  };
  const medicationForHarbourBend: ProvisionFact = {
    type: 'deny',
    actor: [idOf('organization/harbour-bend')],
    category: ['MEDICATION'],
  };
  return [
    {
      patient: 'yeung-suk-yee',
      kind: 'SHARING',
      grantee: ['jade-terrace'],
      dateTime: at(200, '11:00'),
      start: daysAgo(200),
    },
    {
      patient: 'yeung-suk-yee',
      kind: 'RESTRICTION',
      dateTime: at(120, '11:00'),
      start: daysAgo(120),
      provision: [psychiatry, medicationForHarbourBend],
    },
    // Two that contradict each other: the newer one permits, the older one denies, and the denial prevails.
    {
      patient: 'tsang-wai-lun',
      kind: 'SHARING',
      grantee: ['star-quay-clinic'],
      dateTime: at(20, '18:20'),
      start: daysAgo(20),
    },
    {
      patient: 'tsang-wai-lun',
      kind: 'SHARING',
      grantee: ['star-quay-clinic'],
      dateTime: at(90, '18:20'),
      start: daysAgo(90),
      decision: 'deny',
      origin: 'IMPORTED',
      name: 'REFUSAL',
    },
    {
      patient: 'kwok-siu-fan',
      kind: 'DEPOSIT_OBJECTION',
      grantee: ['star-quay-clinic'],
      dateTime: at(60, '12:30'),
      start: daysAgo(60),
      decision: 'deny',
    },
  ];
}
