/**
 * The decision by the words of the rules, gate after gate, for one who reads: what a caller is entitled to of a
 * patient's data, or the first gate that does not let them pass.
 */
import type { Gate, PurposeOfUse, RefusalCode, Scope } from '@causeway/schema';
import type { KnownOfPatient, Situation } from '../world/situation.js';
import { ADMINISTRATIVE, SHARABLE } from './catalogue.js';
import { providerVerdict } from './provider-verdict.js';
import type { Denial } from './provisions.js';
import { isWithin, isYounger } from './time.js';

/** What a caller is entitled to of a patient's data. */
export interface Entitlement {
  readonly kind: 'permitted';
  readonly scopes: ReadonlySet<Scope>;
  /** How it is told that a scope is missing. */
  readonly refusals: ReadonlyMap<Scope, Refusal>;
  readonly isAbroad: boolean;
  /** Whether what is missing is missing because of the office. */
  readonly isOffice: boolean;
  /** In epoch milliseconds; null without a bound. */
  readonly since: number | null;
  readonly levels: readonly ('N' | 'R' | 'V')[];
  /** Whose records are read whatever their level. */
  readonly ownRecordsOf: string | null;
  /** Which administrative records: those of which it is a party; null for all. */
  readonly party: string | null;
  readonly denials: readonly Denial[];
}

/** How it is told that a scope is missing. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly requestable: boolean;
}

/** What comes of a decision. */
export type Verdict = Entitlement | { readonly kind: 'denied'; readonly gate: Gate };

const denied = (gate: Gate): Verdict => ({ kind: 'denied', gate });

/** What a person or an office gets: all of a kind, without any bound. */
function everything(scopes: readonly Scope[], isOffice: boolean): Entitlement {
  return {
    kind: 'permitted',
    scopes: new Set(scopes),
    refusals: new Map(),
    isAbroad: false,
    isOffice,
    since: null,
    levels: ['N', 'R', 'V'],
    ownRecordsOf: null,
    party: null,
    denials: [],
  };
}

/** What the caller is entitled to of a patient's data. */
export function verdictOf(situation: Situation, patient: string): Verdict {
  const { caller, patients } = situation;
  const known = patients.get(patient) ?? { patientFacts: null, consentFacts: null };
  switch (caller.kind) {
    case 'office':
      if (caller.purpose !== 'HOPERAT') return denied('PURPOSE');
      return everything(OFFICES[caller.office], true);
    case 'person':
      return personVerdict(situation, caller.purpose, known, caller.person === patient);
    case 'professional':
    case 'system':
      return providerVerdict({ situation, caller, patient, known });
  }
}

const OFFICES = {
  COMMISSIONER: ['AUDIT', 'GRANT'],
  SECRETARY_FOR_HEALTH: [],
  AUDITOR: ['AUDIT'],
} as const;

/** One reads one's own record, and that of whom one decides for at this moment. */
function personVerdict(
  { now }: Situation,
  purpose: PurposeOfUse,
  { patientFacts }: KnownOfPatient,
  isSelf: boolean,
): Verdict {
  if (purpose !== 'PATRQT') return denied('PURPOSE');
  if (patientFacts === null) return denied('JOINING');
  const { birthDate, incapable, relations } = patientFacts;
  const isMinor = isYounger(birthDate, 16, now);
  const decides = relations.some(
    ({ role, basis, active, period }) =>
      role === 'SDM' &&
      active &&
      isWithin(period, now) &&
      (isMinor || (incapable && basis !== 'PARENT')),
  );
  return isSelf || decides
    ? everything([...SHARABLE, ...ADMINISTRATIVE], false)
    : denied('RELATION');
}
