/** Ways to put one thing wrong: a change of one part of what is known. */
import type {
  ConsentFact,
  ConsentFacts,
  GrantFact,
  PatientFacts,
  ProviderFacts,
  RecognitionFact,
} from '@causeway/schema';
import type { Draw } from '../draw.js';
import type { SituationDraft } from './random-situation.js';

/** Puts one thing wrong. */
export type Wrong = (draw: Draw, draft: SituationDraft) => void;

type Organization = NonNullable<ProviderFacts['organization']>;
type Role = NonNullable<ProviderFacts['practitionerRole']>;

/** A change of what is known of the party that asks. */
export const provider =
  (change: (draw: Draw, facts: ProviderFacts, now: number) => ProviderFacts | null): Wrong =>
  (draw, draft) => {
    if (draft.providerFacts !== null)
      draft.providerFacts = change(draw, draft.providerFacts, draft.now);
  };

/** A change of the party's organisation. */
export const organization = (change: (draw: Draw, now: number) => Partial<Organization>): Wrong =>
  provider((draw, facts, now) => ({
    ...facts,
    organization: facts.organization && { ...facts.organization, ...change(draw, now) },
  }));

/** A change of the role that a professional asks in. */
export const role = (change: (draw: Draw, now: number) => Partial<Role>): Wrong =>
  provider((draw, facts, now) => ({
    ...facts,
    practitionerRole: facts.practitionerRole && { ...facts.practitionerRole, ...change(draw, now) },
  }));

/** A change of whatever recognition the party acts under. */
export const recognition = (change: (draw: Draw, now: number) => Partial<RecognitionFact>): Wrong =>
  provider((draw, facts, now) => {
    const changes = change(draw, now);
    const changed = (one: RecognitionFact | null): RecognitionFact | null =>
      one && { ...one, ...changes };
    return {
      ...facts,
      organization: facts.organization && {
        ...facts.organization,
        recognition: changed(facts.organization.recognition),
      },
      system: facts.system && { ...facts.system, recognition: changed(facts.system.recognition) },
    };
  });

/** A change of what is known of one patient, or of all. */
export const patient =
  (change: (draw: Draw, facts: PatientFacts, now: number) => PatientFacts | null): Wrong =>
  (draw, { patients, now }) => {
    const all = draw.chance(0.7);
    for (const [id, known] of patients)
      if (all || id === 'p1')
        patients.set(id, {
          ...known,
          patientFacts: known.patientFacts && change(draw, known.patientFacts, now),
        });
  };

/** A change of what is known of the consents of every patient. */
export const consents =
  (change: (draw: Draw, facts: ConsentFacts, now: number) => ConsentFacts | null): Wrong =>
  (draw, { patients, now }) => {
    for (const [id, known] of patients)
      patients.set(id, {
        ...known,
        consentFacts: known.consentFacts && change(draw, known.consentFacts, now),
      });
  };

/** A change of the consent by which the caller reads. */
export const given = (change: (draw: Draw, now: number) => Partial<ConsentFact>): Wrong =>
  consents((draw, facts, now) => {
    const changes = change(draw, now);
    return {
      ...facts,
      consents: facts.consents.map((one, position) =>
        position === 0 ? { ...one, ...changes } : one,
      ),
    };
  });

/** A change of the grant, the same for whomever it is read. */
export const grant =
  (change: (draw: Draw, now: number) => Partial<GrantFact>): Wrong =>
  (draw, { patients, now }) => {
    const changes = change(draw, now);
    for (const [id, { patientFacts, consentFacts }] of patients)
      patients.set(id, {
        patientFacts,
        consentFacts: consentFacts && {
          ...consentFacts,
          grant: consentFacts.grant && { ...consentFacts.grant, ...changes },
        },
      });
  };

/** The one condition that a recognition is under. */
export const condition = (kind: string, value: string): Wrong =>
  recognition(() => ({ conditions: [{ kind, value }] }));
