/**
 * What a finding rests on. It is found by asking the decision itself again, with something left out: what makes no
 * difference is no cause. So an explanation cannot say anything else than the decision does.
 */
import type { ConditionFact, ConsentCause, ConsentFact, RecognitionFact } from '@causeway/schema';
import type { DecisionRequest } from '../enforcement/index.js';
import { findingOf } from './finding.js';
import type { Asked, Finding } from './finding.js';
import { decidingProvision, denyingProvision } from './provision-path.js';

/** The consents behind a finding. */
export function consentCauses(
  request: DecisionRequest,
  asked: Asked,
  finding: Finding,
): readonly ConsentCause[] {
  const consents = request.consentFacts?.consents ?? [];
  switch (finding.gate) {
    case 'PROVISION':
      return consents.flatMap((consent) => denialBy(consent, request, asked) ?? []);
    case 'CONSENT':
      return consents
        .filter(({ id }) => id === request.consentFacts?.grant?.consent)
        .map(({ id }) => ({ consent: id, provision: null }));
    case 'CATEGORY':
      // What a profession may not see, or not yet, is no matter of consent.
      return finding.refusal === 'CONSENT_REQUIRED' ? underlying(request, asked, finding) : [];
    case null:
      return underlying(request, asked, finding);
    case 'CALLER':
    case 'PRACTITIONER_ROLE':
    case 'ORGANIZATION':
    case 'PURPOSE':
    case 'JOINING':
    case 'RELATION':
    case 'DATA_PERIOD':
    case 'LABEL':
    case 'OBLIGATION':
    case 'AUDIT':
      return [];
  }
}

/** Gates at which a grant takes part in what comes of a question from abroad. */
const OF_GRANT: ReadonlySet<Finding['gate']> = new Set([
  null,
  'RELATION',
  'CONSENT',
  'CATEGORY',
  'DATA_PERIOD',
  'LABEL',
] as const);

/** The grant behind a finding; null where there is none, or it takes no part. */
export function grantCause({ caller, consentFacts }: DecisionRequest, { gate }: Finding) {
  const bound = 'grant' in caller ? caller.grant : null;
  const grant = consentFacts?.grant ?? null;
  return bound !== null && grant?.id === bound && OF_GRANT.has(gate) ? grant.id : null;
}

/** The conditions of the recognition without which another thing would come of it; a permit rests on none. */
export function conditionCauses(
  request: DecisionRequest,
  asked: Asked,
  finding: Finding,
): readonly ConditionFact[] {
  if (finding.effect === 'permit') return [];
  const conditions = recognitionsOf(request).flatMap((recognition) => recognition.conditions);
  const kinds = new Set(conditions.map(({ kind }) => kind));
  const causes = [...kinds].filter((kind) =>
    isOther(findingOf(withoutConditions(request, kind), asked), finding),
  );
  return conditions.filter(({ kind }) => causes.includes(kind));
}

/** What a consent denies by itself: every other one is heard as if it permitted all that such a consent can. */
function denialBy(
  consent: ConsentFact,
  request: DecisionRequest,
  asked: Asked,
): ConsentCause | null {
  const others = (request.consentFacts?.consents ?? [])
    .filter(({ id }) => id !== consent.id)
    .map((other) => ({ ...other, decision: 'permit' as const, provision: [] }));
  const denies = (variant: ConsentFact): boolean =>
    findingOf(withConsents(request, [...others, variant]), asked).gate === 'PROVISION';
  if (!denies(consent)) return null;
  const provision = denyingProvision(consent.provision, (rules) =>
    denies({ ...consent, decision: 'permit', provision: rules }),
  );
  return { consent: consent.id, provision };
}

/** The consents that the permit rests on, each with the provision that decided on what is asked about. */
function underlying(
  request: DecisionRequest,
  asked: Asked,
  finding: Finding,
): readonly ConsentCause[] {
  const consents = request.consentFacts?.consents ?? [];
  const basis = new Set(finding.permit?.basis);
  return consents
    .filter(({ id }) => basis.has(id))
    .map((consent) => ({
      consent: consent.id,
      provision: decidingProvision(consent.provision, (provision) => {
        const changed = consents.map((one) => (one === consent ? { ...one, provision } : one));
        return isOther(findingOf(withConsents(request, changed), asked), finding);
      }),
    }));
}

function withConsents(request: DecisionRequest, consents: readonly ConsentFact[]): DecisionRequest {
  const { consentFacts } = request;
  return { ...request, consentFacts: consentFacts && { ...consentFacts, consents } };
}

function recognitionsOf({ providerFacts }: DecisionRequest): readonly RecognitionFact[] {
  const { organization, system } = providerFacts ?? {};
  return [organization?.recognition, system?.recognition].filter((one) => one != null);
}

function withoutConditions(request: DecisionRequest, kind: string): DecisionRequest {
  const { providerFacts } = request;
  if (providerFacts === null) return request;
  const without = (recognition: RecognitionFact | null): RecognitionFact | null =>
    recognition && {
      ...recognition,
      conditions: recognition.conditions.filter((condition) => condition.kind !== kind),
    };
  const { organization, system } = providerFacts;
  return {
    ...request,
    providerFacts: {
      ...providerFacts,
      organization: organization && {
        ...organization,
        recognition: without(organization.recognition),
      },
      system: system && { ...system, recognition: without(system.recognition) },
    },
  };
}

function isOther(one: Finding, other: Finding): boolean {
  return (
    one.effect !== other.effect ||
    one.gate !== other.gate ||
    one.reason !== other.reason ||
    one.refusal !== other.refusal
  );
}
