import { coversInstant, readConditions, recognitionProblem } from '@causeway/schema';
import type { Conditions } from '@causeway/schema';
import type { PartyDraft, PartyPass } from '../gate.js';
import { isInGreaterBayArea } from '../greater-bay-area.js';
import type { PartyRequest } from '../request.js';

/**
 * Gate 3: at home the organisation is registered; abroad it is recognised, within its period, not suspended, in the
 * Greater Bay Area, and every condition of the recognition is understood and met. A system answers for itself too.
 */
export const passOrganization: PartyPass = (request, draft) => {
  switch (draft.standing) {
    case 'SELF':
    case 'SUBSTITUTE_DECISION_MAKER':
    case 'CAREGIVER':
    case 'STRANGER':
    case 'OFFICE':
      return null;
    case 'DOMESTIC_PROVIDER': {
      const registration = request.providerFacts?.organization?.registration;
      const isRegistered =
        registration?.status === 'REGISTERED' && coversInstant(registration.period, request.now);
      return isRegistered ? null : 'organisation not registered';
    }
    case 'CROSS_BORDER_PROVIDER':
      return passRecognised(request, draft);
  }
};

function passRecognised(request: PartyRequest, draft: PartyDraft): string | null {
  const { caller, providerFacts, now } = request;
  const organization = providerFacts?.organization;
  if (organization == null || !isInGreaterBayArea(organization.jurisdiction, organization.city)) {
    return 'organisation outside Hong Kong and the Greater Bay Area';
  }
  // A member of a recognised system acts under the system's recognition; its own, where it has one, binds as well.
  const required =
    caller.kind === 'system'
      ? [providerFacts?.system?.recognition ?? null]
      : [organization.recognition];
  if (caller.kind === 'system' && organization.recognition !== null)
    required.push(organization.recognition);
  for (const recognition of required) {
    const problem = recognition === null ? 'not recognised' : recognitionProblem(recognition, now);
    if (problem !== null) return problem;
  }
  const recognitions = required.filter((recognition) => recognition !== null);
  const conditions = readConditions(
    recognitions.flatMap((recognition) => recognition.conditions),
    now,
  );
  if ('unreadable' in conditions) return `condition not understood: ${conditions.unreadable.kind}`;
  draft.conditions = conditions;
  draft.ends.push(
    ...recognitions.map(({ period }) => period.end),
    conditions.validity?.end ?? null,
  );
  return unmetCondition(request, conditions);
}

function unmetCondition(
  { caller, providerFacts, action, now }: PartyRequest,
  conditions: Conditions,
): string | null {
  if (conditions.validity !== null && !coversInstant(conditions.validity, now))
    return 'condition VALIDITY_PERIOD';
  if (action === 'READ' && !conditions.mayRead) return 'condition READ_ALLOWED';
  if (action === 'DEPOSIT' && !conditions.mayDeposit) return 'condition DEPOSIT_ALLOWED';
  if (conditions.clients?.has(caller.client) === false) return 'condition DESIGNATED_CLIENT';
  // No token says yet at which location a caller sits, so a named location cannot be shown to be met.
  if (conditions.locations !== null) return 'condition NAMED_LOCATIONS';
  // Which professions may read is no question where nothing of a patient is: a clerk at the desk asks and redeems.
  if (action === null) return null;
  const profession = providerFacts?.practitionerRole?.profession ?? '';
  return conditions.professions?.has(profession) === false ? 'condition PRACTITIONER_ROLES' : null;
}
