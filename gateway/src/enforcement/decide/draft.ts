import { CLINICAL_SCOPES, SHARABLE_SCOPES, latestInstant, leavesHongKong } from '@causeway/schema';
import type {
  ClinicalScope,
  Confidentiality,
  Exclusion,
  Obligation,
  Permit,
  RefusalCode,
  Scope,
  SharableScope,
  Conditions,
} from '@causeway/schema';
import type { DecisionRequest } from './request.js';
import { standingOf } from './standing.js';
import type { Standing } from './standing.js';

/** A permit in the making: it begins as wide as the caller's standing could ever be, and each gate narrows it. */
export interface Draft {
  readonly standing: Standing;
  /** What the standing could ever see; what is refused of it is left out of the permit. */
  scopes: readonly Scope[];
  readonly refusals: Map<Scope, RefusalCode>;
  /** The conditions of the recognition, once they are read; null at home. */
  conditions: Conditions | null;
  windowStart: number | null;
  confidentiality: readonly Confidentiality[];
  authorOrganization: string | null;
  readonly exclusions: Exclusion[];
  readonly obligations: Set<Obligation>;
  readonly ends: (string | null)[];
  readonly basis: Set<string>;
  /** Consent ids of which something could not be interpreted. */
  readonly uninterpreted: string[];
  /** The categories of which records may be deposited, where that is what is wanted. */
  depositable: ReadonlySet<ClinicalScope>;
}

const OWN: readonly Scope[] = [
  ...SHARABLE_SCOPES,
  'CONSENT',
  'GRANT',
  'AUDIT',
  'NOTIFICATION',
  'DEPOSIT',
];

const WIDEST: Readonly<Record<Standing, readonly Scope[]>> = {
  SELF: OWN,
  SUBSTITUTE_DECISION_MAKER: OWN,
  CAREGIVER: ['GRANT'],
  STRANGER: [],
  DOMESTIC_PROVIDER: [...SHARABLE_SCOPES, 'CONSENT', 'DEPOSIT'],
  CROSS_BORDER_PROVIDER: [...SHARABLE_SCOPES, 'GRANT', 'DEPOSIT'],
  OFFICE: [],
};

const OFFICE_SCOPES = {
  COMMISSIONER: ['AUDIT', 'GRANT'],
  SECRETARY_FOR_HEALTH: [],
  AUDITOR: ['AUDIT'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

/** The widest permit that the caller's standing could ever have. */
export function draftFor(request: DecisionRequest): Draft {
  const standing = standingOf(request);
  const { caller, action } = request;
  const widest = caller.kind === 'office' ? OFFICE_SCOPES[caller.office] : WIDEST[standing];
  return {
    standing,
    // INVARIANT: a permit to deposit releases receipts and nothing clinical, whatever the gates make of the rest.
    scopes: action === 'DEPOSIT' ? widest.filter((scope) => scope === 'DEPOSIT') : widest,
    refusals: new Map(),
    conditions: null,
    windowStart: null,
    confidentiality: ['N', 'R', 'V'],
    authorOrganization: null,
    exclusions: [],
    obligations: new Set(),
    ends: [],
    basis: new Set(),
    uninterpreted: [],
    depositable: new Set(),
  };
}

/** Takes a scope out of the draft and notes how its absence is answered; the first to refuse it says so. */
export function refuse({ scopes, refusals }: Draft, scope: SharableScope, code: RefusalCode): void {
  if (scopes.includes(scope) && !refusals.has(scope)) refusals.set(scope, code);
}

/** The permit that a draft amounts to. */
export function permitOf(draft: Draft, request: DecisionRequest): Permit {
  const { caller } = request;
  const parties =
    caller.kind === 'person'
      ? [caller.person]
      : caller.kind === 'office'
        ? []
        : [caller.organization];
  return {
    effect: 'permit',
    patient: request.patient,
    action: request.action,
    scopes: draft.scopes.filter((scope) => !draft.refusals.has(scope)),
    administrativeBasis: basisOf(draft.standing),
    parties,
    windowStart: draft.windowStart,
    confidentiality: draft.confidentiality,
    authorOrganization: draft.authorOrganization,
    exclusions: draft.exclusions,
    refusals: Object.fromEntries(draft.refusals),
    requestable: requestableOf(draft),
    obligations: [...draft.obligations],
    abroad: draft.standing === 'CROSS_BORDER_PROVIDER',
    until: firstOf(draft.ends),
    basis: [...draft.basis],
    ...(draft.uninterpreted.length > 0 && { uninterpreted: draft.uninterpreted }),
    ...(request.action === 'DEPOSIT' && depositTerms(draft, request)),
  };
}

/** What may be deposited, of which encounter and from where. */
function depositTerms(
  { standing, depositable }: Draft,
  { providerFacts, consentFacts }: DecisionRequest,
): Required<Pick<Permit, 'depositable' | 'encounter' | 'grant' | 'jurisdiction'>> {
  const grant = standing === 'CROSS_BORDER_PROVIDER' ? (consentFacts?.grant ?? null) : null;
  const encounter = grant?.encounter ?? null;
  return {
    depositable: [...depositable],
    encounter: encounter && { id: encounter.id, organization: encounter.organization },
    grant: grant?.id ?? null,
    jurisdiction: providerFacts?.organization?.jurisdiction ?? '',
  };
}

/** The end that comes first; a date ends with its day. */
function firstOf(ends: readonly (string | null)[]): string | null {
  const instants = ends.flatMap((end) => {
    const instant = latestInstant(end);
    return instant === null ? [] : [{ end, instant }];
  });
  const [first] = instants.sort((one, other) => one.instant - other.instant);
  return first?.end ?? null;
}

/** What the patient could still agree to: a scope that never leaves Hong Kong is not worth asking for from abroad. */
function requestableOf(draft: Draft): readonly Scope[] {
  const isAbroad = draft.standing === 'CROSS_BORDER_PROVIDER';
  return GATED_SCOPES.filter(
    (scope) =>
      draft.refusals.get(scope) === 'CONSENT_REQUIRED' &&
      (!isAbroad || leavesHongKong(scope, draft.conditions?.scopes ?? null)),
  );
}

function basisOf(standing: Standing): Permit['administrativeBasis'] {
  switch (standing) {
    case 'SELF':
    case 'SUBSTITUTE_DECISION_MAKER':
      return 'SUBJECT';
    case 'OFFICE':
      return 'OFFICE';
    case 'CAREGIVER':
    case 'STRANGER':
    case 'DOMESTIC_PROVIDER':
    case 'CROSS_BORDER_PROVIDER':
      return 'PARTY';
  }
}

/** The clinical scopes, for gates that go through them all. */
export const GATED_SCOPES: readonly SharableScope[] = ['PERSON', ...CLINICAL_SCOPES];
