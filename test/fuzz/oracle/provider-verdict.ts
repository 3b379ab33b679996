/** The decision for those who act for a provider, at home and abroad: every gate binds them. */
import type {
  ConsentFact,
  Gate,
  GrantFact,
  ProfessionalCaller,
  ProviderFacts,
  Scope,
  SharableScope,
  SystemCaller,
} from '@causeway/schema';
import type { KnownOfPatient, Situation } from '../world/situation.js';
import { SHARABLE, crosses, sightOf } from './catalogue.js';
import { partyStanding } from './party.js';
import type { PartyStanding } from './party.js';
import { denialsOf, permits } from './provisions.js';
import type { Reader } from './provisions.js';
import { canBeRead, isNoLonger, isWithin, lookBackStart } from './time.js';
import type { Refusal, Verdict } from './verdict.js';

/** What is asked. */
export interface ProviderQuestion {
  readonly situation: Situation;
  readonly caller: ProfessionalCaller | SystemCaller;
  readonly patient: string;
  readonly known: KnownOfPatient;
}

const denied = (gate: Gate): Verdict => ({ kind: 'denied', gate });

/** What a provider is entitled to of a patient's data. */
export function providerVerdict(question: ProviderQuestion): Verdict {
  const { situation, caller, known } = question;
  const { now } = situation;
  const party = partyStanding(situation, caller);
  if (party.kind === 'denied') return denied(party.gate);
  const { patientFacts, consentFacts } = known;
  if (patientFacts?.joining !== 'ACTIVE') return denied('JOINING');
  if (patientFacts.isTest !== (caller.purpose === 'HTEST')) return denied('JOINING');
  if (!hasRelation(question, party)) return denied('RELATION');
  if (consentFacts === null || !hasConsent(question, party)) return denied('CONSENT');
  const since = party.isAtHome ? null : sinceWhen(consentFacts.grant, party, now);
  if (since === undefined) return denied('DATA_PERIOD');
  const reader = readerOf(question);
  const denials = consentFacts.consents
    .filter((consent) => consent.kind !== 'DEPOSIT_OBJECTION' && maySpeak(consent, now))
    .flatMap((consent) => denialsOf(consent, reader));
  if (denials.some(({ isOfPatient }) => isOfPatient)) return denied('PROVISION');
  const hasSteppedUp = isBefore(now, consentFacts.stepUp?.until);
  const { scopes, refusals } = scopesOf(question, party);
  return {
    kind: 'permitted',
    scopes: new Set<Scope>([...scopes, party.isAtHome ? 'CONSENT' : 'GRANT', 'DEPOSIT']),
    refusals,
    isAbroad: !party.isAtHome,
    isOffice: false,
    since,
    levels: (party.isAtHome ? hasSteppedUp : holdsRestricted(consentFacts.grant, party))
      ? ['N', 'R']
      : ['N'],
    ownRecordsOf: party.isAtHome && hasSteppedUp ? caller.organization : null,
    party: caller.organization,
    denials,
  };
}

function isBefore(now: number, until: string | undefined): boolean {
  return until !== undefined && now <= Date.parse(until);
}

function readerOf({ situation: { now }, caller }: ProviderQuestion): Reader {
  const { organization, practitionerRole, purpose } = caller;
  return { organization, practitionerRole, purpose, now };
}

/** An active consent counts against a reader within its period, and where nobody can tell when that is. */
function maySpeak({ status, period }: ConsentFact, now: number): boolean {
  return status === 'active' && (isWithin(period, now) || !canBeRead(period));
}

/** Gate 6. */
function hasRelation(
  { situation: { now }, caller, known }: ProviderQuestion,
  party: Party,
): boolean {
  const { consentFacts } = known;
  if (party.isAtHome) {
    if (caller.purpose === 'ETREAT') return isBefore(now, consentFacts?.emergency?.until);
    const care = consentFacts?.careRelation ?? null;
    return care !== null && isWithin(care.period, now);
  }
  const encounter = consentFacts?.grant?.encounter ?? null;
  return encounter !== null && encounter.open && encounter.organization === caller.organization;
}

type Party = Extract<PartyStanding, { kind: 'standing' }>;

/** Gate 7. */
function hasConsent(question: ProviderQuestion, party: Party): boolean {
  if (!party.isAtHome) return hasGrant(question, party);
  return sharesAll(question) || sharing(question).length > 0;
}

/** By law, or in an emergency, no consent has to name the categories. */
function sharesAll({ situation: { providerFacts }, caller }: ProviderQuestion): boolean {
  return caller.purpose === 'ETREAT' || providerFacts?.organization?.deemedConsent === true;
}

function sharing({ situation: { now }, caller, known }: ProviderQuestion): readonly ConsentFact[] {
  return (known.consentFacts?.consents ?? []).filter(
    ({ kind, origin, status, period, grantee }) =>
      kind === 'SHARING' &&
      origin === 'LAYER' &&
      status === 'active' &&
      isWithin(period, now) &&
      grantee.includes(caller.organization),
  );
}

/** The grant of the token, redeemed for this patient, party and purpose, and the consent that it rests on. */
function hasGrant(
  { situation: { now }, caller, patient, known }: ProviderQuestion,
  { terms }: Party,
): boolean {
  const grant = known.consentFacts?.grant ?? null;
  if (grant === null || caller.grant === null || grant.id !== caller.grant || terms === null)
    return false;
  const consent = consentOf(grant, known);
  return (
    grant.patient === patient &&
    grant.organization === caller.organization &&
    [null, caller.practitionerRole].includes(grant.practitionerRole) &&
    grant.purpose === caller.purpose &&
    grant.state === 'REDEEMED' &&
    isWithin(grant.period, now) &&
    grant.permissions.includes('READ') &&
    terms.durations.every((duration) => isNoLonger(grant.period, duration)) &&
    consent !== null &&
    consent.kind === 'CROSS_BORDER' &&
    consent.origin === 'LAYER' &&
    consent.decision === 'permit' &&
    consent.status === 'active' &&
    isWithin(consent.period, now) &&
    consent.grantee.includes(caller.organization)
  );
}

function consentOf(grant: GrantFact, { consentFacts }: KnownOfPatient): ConsentFact | null {
  return consentFacts?.consents.find(({ id }) => id === grant.consent) ?? null;
}

/** Gate 8: what is agreed to and crosses, and what the profession sees; the first that is missing is told. */
function scopesOf(
  question: ProviderQuestion,
  { isAtHome, terms }: Party,
): { readonly scopes: readonly SharableScope[]; readonly refusals: ReadonlyMap<Scope, Refusal> } {
  const { situation, known } = question;
  const reader = readerOf(question);
  const grant = known.consentFacts?.grant ?? null;
  const consent = grant && consentOf(grant, known);
  const profession = professionOf(situation.providerFacts);
  const isAgreed = (scope: SharableScope): boolean => {
    if (isAtHome)
      return sharesAll(question) || sharing(question).some((one) => permits(one, scope, reader));
    if (!crosses(scope, terms?.scopes ?? null)) return false;
    if (scope === 'PERSON') return true;
    return (
      grant?.scopes.includes(scope) === true && consent !== null && permits(consent, scope, reader)
    );
  };
  const refusals = new Map<Scope, Refusal>();
  for (const scope of SHARABLE) {
    const sight = sightOf(profession, scope);
    const isAsked = isAtHome || crosses(scope, terms?.scopes ?? null);
    const hasSteppedUp = isBefore(situation.now, known.consentFacts?.stepUp?.until);
    if (!isAgreed(scope)) refusals.set(scope, { code: 'CONSENT_REQUIRED', requestable: isAsked });
    else if (sight === 'NEVER' || (sight === 'AFTER_STEP_UP' && !isAtHome))
      refusals.set(scope, { code: 'ROLE_NOT_PERMITTED', requestable: false });
    else if (sight === 'AFTER_STEP_UP' && !hasSteppedUp)
      refusals.set(scope, { code: 'STEP_UP_REQUIRED', requestable: false });
  }
  return { scopes: SHARABLE.filter((scope) => !refusals.has(scope)), refusals };
}

function professionOf(facts: ProviderFacts | null): string {
  return facts?.practitionerRole?.profession ?? '';
}

/** Gate 9: the shortest look-back; undefined where one cannot be read. */
function sinceWhen(grant: GrantFact | null, { terms }: Party, now: number): number | undefined {
  const starts = [grant?.lookBack ?? '', ...(terms?.lookBacks ?? [''])].map((one) =>
    lookBackStart(one, now),
  );
  return starts.includes(null) ? undefined : Math.max(...starts.map(Number));
}

/** Gate 11, abroad: the patient chose so, and the conditions allow it. */
function holdsRestricted(grant: GrantFact | null, { terms }: Party): boolean {
  return grant?.includesRestricted === true && terms?.mayHoldRestricted === true;
}
