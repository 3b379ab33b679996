import type { ConsentsRepository, NewConsent, NewGrant } from '@causeway/consents';
import { without } from '@causeway/kit';
import type { SeedConsent, SeedGrant, World } from '../model.js';
import { SEED_NAMESPACE } from '../source.js';
import { instantOf } from './instant.js';

/** Writes the consents, grants, care relations and step-ups of the world; returns how many writes changed something. */
export function loadConsents(world: World, repository: ConsentsRepository): number {
  return repository.inTransaction(() => {
    const changes = [
      ...world.consents.flatMap((consent) =>
        livesOfConsent(consent).map(([life, at]) => repository.putConsent(life, instantOf(at))),
      ),
      ...world.grants.flatMap((grant) =>
        livesOfGrant(grant).map(([life, at]) => repository.putGrant(life, instantOf(at))),
      ),
      ...world.careRelations.map((relation) =>
        repository.putCareRelation(relation, instantOf(relation.period.start)),
      ),
      ...world.stepUps.map((stepUp) => repository.putStepUp(stepUp, instantOf(stepUp.since))),
    ];
    return changes.filter((written) => written !== 'unchanged').length;
  });
}

/** What something was at first and became later, each with the FHIR dateTime from which it was so. */
type Lives<Entry> = readonly (readonly [entry: Entry, at: string])[];

/** A consent that is inactive was active before. */
function livesOfConsent(consent: SeedConsent): Lives<NewConsent> {
  const { dateTime, status, inactiveSince } = consent;
  if (inactiveSince === null) return [[consentIn(consent, status), dateTime]];
  return [
    [consentIn(consent, 'active'), dateTime],
    [consentIn(consent, status), inactiveSince],
  ];
}

function consentIn(consent: SeedConsent, status: SeedConsent['status']): NewConsent {
  const { id, patient, kind, grantor, grantee, dateTime, period, decision, provision } = consent;
  const content = {
    id,
    patient,
    kind,
    status,
    grantor: `Patient/${grantor}`,
    grantee,
    dateTime,
    period,
    decision,
    provision,
  };
  return consent.origin === 'LAYER'
    ? { ...content, origin: 'LAYER' }
    : { ...content, origin: 'IMPORTED', source: { namespace: SEED_NAMESPACE, id } };
}

/** Encounter and link come with the state that they belong to; consent comes with the patient's authorisation. */
function livesOfGrant(given: SeedGrant): Lives<NewGrant> {
  const grant = without(given, 'slug');
  return grant.stateHistory.map(({ state, since }, step) => {
    const history = grant.stateHistory.slice(0, step + 1);
    const has = (reached: SeedGrant['state']): boolean =>
      history.some((change) => change.state === reached);
    const isLast = step === grant.stateHistory.length - 1;
    const { encounter, link } = grant;
    const life: NewGrant = {
      ...grant,
      state,
      stateHistory: history,
      consent: has('AUTHORISED') ? grant.consent : null,
      encounter:
        has('REDEEMED') && encounter !== null
          ? { ...encounter, open: isLast ? encounter.open : true }
          : null,
      link:
        has('LINK_ISSUED') && link !== null
          ? { ...link, ...(isLast ? {} : { status: 'ACTIVE', remainingAttempts: 5 }) }
          : null,
    };
    return [life, since];
  });
}
