/** The first gates: who acts, for whom, in what standing and for what; no patient is asked about. */
import type { Gate, ProfessionalCaller, RecognitionFact, SystemCaller } from '@causeway/schema';
import type { Situation } from '../world/situation.js';
import { BAY_CITIES } from './catalogue.js';
import { termsOf } from './conditions.js';
import type { Terms } from './conditions.js';
import { isWithin, spanOf } from './time.js';

/** In what standing a party is. */
export type PartyStanding =
  | { readonly kind: 'denied'; readonly gate: Gate }
  /** The terms of its recognition; null at home. */
  | { readonly kind: 'standing'; readonly isAtHome: boolean; readonly terms: Terms | null };

/** In what standing the party of a caller is that wants to read, or only to be known. */
export function partyStanding(
  { providerFacts, now }: Situation,
  caller: ProfessionalCaller | SystemCaller,
  wants: 'to read' | 'to be known' = 'to read',
): PartyStanding {
  const organization = providerFacts?.organization ?? null;
  const role = providerFacts?.practitionerRole ?? null;
  const system = providerFacts?.system ?? null;
  const isMember =
    caller.kind === 'professional' || system?.members.includes(caller.organization) === true;
  if (organization?.id !== caller.organization || !isMember) return denied('CALLER');
  const isActive =
    role?.id === caller.practitionerRole &&
    role.organization === caller.organization &&
    role.active &&
    isWithin(role.period, now);
  if (!isActive) return denied('PRACTITIONER_ROLE');
  if (caller.kind === 'professional' && organization.jurisdiction === 'HK') {
    const { registration } = organization;
    const isRegistered =
      registration?.status === 'REGISTERED' && isWithin(registration.period, now);
    if (!isRegistered) return denied('ORGANIZATION');
    const purposes = ['TREAT', 'CAREMGT', 'ETREAT', 'HTEST'];
    return purposes.includes(caller.purpose)
      ? { kind: 'standing', isAtHome: true, terms: null }
      : denied('PURPOSE');
  }
  const isInBay =
    organization.jurisdiction === 'CN-GD' && BAY_CITIES.includes(organization.city ?? '');
  const recognitions =
    caller.kind === 'professional'
      ? [organization.recognition]
      : [
          system?.recognition ?? null,
          ...(organization.recognition ? [organization.recognition] : []),
        ];
  if (!isInBay || !recognitions.every((one) => one !== null && isInForce(one, now)))
    return denied('ORGANIZATION');
  const terms = termsOf(
    recognitions.flatMap((one) => one?.conditions ?? []),
    now,
  );
  if (terms === null || !areMet(terms, caller, { profession: role.profession, now, wants }))
    return denied('ORGANIZATION');
  const isForTreatment = ['TREAT', 'HTEST'].includes(caller.purpose);
  const isAllowed = terms.purposes === null || terms.purposes.includes(caller.purpose);
  return isForTreatment && isAllowed
    ? { kind: 'standing', isAtHome: false, terms }
    : denied('PURPOSE');
}

function denied(gate: Gate): PartyStanding {
  return { kind: 'denied', gate };
}

/** Recognised, or suspended until an end that has surely come. */
function isInForce({ status, period, suspension }: RecognitionFact, now: number): boolean {
  if (!isWithin(period, now)) return false;
  if (status !== 'SUSPENDED') return status === 'RECOGNISED';
  const [, end] = spanOf(suspension?.end) ?? [];
  return end !== undefined && end < now;
}

function areMet(
  { validity, mayRead, clients, isTiedToPlaces, professions }: Terms,
  { client }: ProfessionalCaller | SystemCaller,
  { profession, now, wants }: { profession: string; now: number; wants: 'to read' | 'to be known' },
): boolean {
  const isToRead = wants === 'to read';
  return (
    (validity === null || isWithin(validity, now)) &&
    (!isToRead || mayRead) &&
    (clients === null || clients.includes(client)) &&
    !isTiedToPlaces &&
    (!isToRead || professions === null || professions.includes(profession))
  );
}
