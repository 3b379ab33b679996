/** The people and parties of the mock, what they agree on, and the facts that decisions rest on: all in memory. */
import type {
  ConsentFact,
  ConsentFacts,
  ConsentFactsKey,
  GrantChange,
  GrantFact,
  JoiningStatus,
  PatientFacts,
  PatientFactsKey,
  PatientRecordFacts,
  ProviderFacts,
  ProviderFactsKey,
  RecognitionFact,
} from '@causeway/schema';
import type { SeedConsent, SeedGrant, Society } from '@causeway/seeds/stage';

/** The society of one running mock: what mutations change stays until it ends. */
export class MockSociety {
  readonly people: Society;
  readonly #joining = new Map<string, JoiningStatus>();
  readonly #consents: SeedConsent[];
  readonly #grants: Map<string, SeedGrant>;
  readonly #changes: GrantChange[] = [];
  #epoch = 1;

  constructor(people: Society) {
    this.people = people;
    this.#consents = [...people.consents];
    this.#grants = new Map(people.grants.map((grant) => [grant.id, grant]));
  }

  /** The consents of a patient, newest first. */
  consentsOf(patient: string): readonly SeedConsent[] {
    return this.#consents
      .filter((consent) => consent.patient === patient)
      .toSorted((one, other) => other.dateTime.localeCompare(one.dateTime));
  }

  /** The grants of everybody, as they stand now. */
  grants(): readonly SeedGrant[] {
    return [...this.#grants.values()];
  }

  /** The last changes of grants, oldest first. */
  grantChanges(after: number): readonly GrantChange[] {
    return this.#changes.filter(({ position }) => position > after);
  }

  /** How a patient stands in the eHealth system. */
  joiningOf(patient: string): JoiningStatus {
    const seeded = this.people.patients.find(({ id }) => id === patient)?.joining.at(-1)?.status;
    return this.#joining.get(patient) ?? seeded ?? 'NOT_JOINED';
  }

  /** Changes how a patient stands. */
  setJoining(patient: string, status: JoiningStatus): void {
    this.#joining.set(patient, status);
    this.#epoch += 1;
  }

  /** Takes a consent in, in place of the one with its id. */
  putConsent(consent: SeedConsent): SeedConsent {
    const former = this.#consents.findIndex(({ id }) => id === consent.id);
    this.#consents.splice(former < 0 ? this.#consents.length : former, 1, consent);
    this.#epoch += 1;
    return consent;
  }

  /** Takes a grant in, in place of the one with its id. */
  putGrant(grant: SeedGrant): SeedGrant {
    this.#grants.set(grant.id, grant);
    this.#epoch += 1;
    const position = this.#changes.length + 1;
    this.#changes.push({ position, grant: grant.id, patient: grant.patient });
    return grant;
  }

  /** What the patients subgraph would answer of a key; null for a patient who is not there. */
  patientFacts({ patient, person }: PatientFactsKey): PatientFacts | null {
    const known = this.people.patients.find(({ id }) => id === patient);
    if (known === undefined) return null;
    const { birthDate, incapable, isTest } = known;
    // Somebody related need not be anybody in the register: no person asked about is none of them.
    const isAnother = person !== null && person !== patient;
    const relations = this.people.relatedPersons.filter(
      (related) => isAnother && related.patient === patient && related.person === person,
    );
    return {
      epoch: this.#epoch,
      joining: this.joiningOf(patient),
      birthDate,
      incapable,
      isTest,
      relations: relations.map(({ role, basis, active, period }) => ({
        role,
        basis,
        active,
        period,
      })),
    };
  }

  /** What the providers subgraph would answer of a key; null within for who is not there. */
  providerFacts(key: ProviderFactsKey): ProviderFacts {
    const organization = this.people.organizations.find(({ id }) => id === key.organization);
    const role = this.people.practitionerRoles.find(({ id }) => id === key.practitionerRole);
    const system = this.people.systems.find(({ id }) => id === key.system);
    return {
      epoch: this.#epoch,
      organization: organization === undefined ? null : this.#organizationFact(organization),
      practitionerRole:
        role === undefined
          ? null
          : {
              id: role.id,
              organization: role.organization,
              active: role.active,
              period: role.period,
              profession: role.profession,
            },
      system:
        system === undefined
          ? null
          : {
              id: system.id,
              recognition: this.#recognitionOf(system.id),
              members: system.members,
            },
    };
  }

  /** What the consents subgraph would answer of a key. */
  consentFacts(key: ConsentFactsKey): ConsentFacts {
    const { patient, organization, practitionerRole } = key;
    const care = this.people.careRelations.findLast(
      (relation) => relation.patient === patient && relation.organization === organization,
    );
    const stepUp = this.people.stepUps.findLast(
      (one) => one.patient === patient && one.practitionerRole === practitionerRole,
    );
    return {
      epoch: this.#epoch,
      consents: this.#consents.filter((one) => one.patient === patient).map(consentFact),
      grant: this.#grantFact(key),
      careRelation: care === undefined ? null : { period: care.period },
      stepUp: stepUp === undefined ? null : { until: stepUp.until },
      emergency: null,
    };
  }

  /** What the records subgraph would answer: records of the mock never change. */
  recordFacts(): PatientRecordFacts {
    return { epoch: 1 };
  }

  #organizationFact(
    organization: Society['organizations'][number],
  ): NonNullable<ProviderFacts['organization']> {
    const { id, jurisdiction, city, registration, deemedConsent } = organization;
    const recognition = this.#recognitionOf(id);
    return { id, jurisdiction, city, registration, recognition, deemedConsent };
  }

  /** The last recognition of an organisation or a system. */
  #recognitionOf(party: string): RecognitionFact | null {
    const recognition = this.people.recognitions.findLast(({ subject }) =>
      'system' in subject ? subject.system === party : subject.organization === party,
    );
    if (recognition === undefined) return null;
    const { id, status, period, conditions, statusHistory } = recognition;
    const suspension = statusHistory.at(-1)?.suspension ?? null;
    return { id, status, period, suspension, conditions };
  }

  /** A grant is a fact for the organisation that it names alone, once it has been authorised. */
  #grantFact({ grant: id, organization, patient }: ConsentFactsKey): GrantFact | null {
    const grant = id === null ? undefined : this.#grants.get(id);
    if (grant === undefined || grant.consent === null) return null;
    if (grant.organization !== organization) return null;
    if (patient !== null && grant.patient !== patient) return null;
    const { practitionerRole, purpose, scopes, lookBack, permissions } = grant;
    const { period, state, encounter, includesRestricted, consent } = grant;
    return {
      id: grant.id,
      patient: grant.patient,
      organization,
      practitionerRole,
      purpose,
      scopes,
      lookBack,
      permissions,
      period,
      state,
      encounter,
      deposit: null,
      includesRestricted,
      consent,
    };
  }
}

function consentFact(consent: SeedConsent): ConsentFact {
  const { id, kind, status, period, decision, grantee, provision, origin } = consent;
  return { id, kind, status, period, decision, grantee, provision, origin };
}
