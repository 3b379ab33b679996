/** The people, parties, consents and grants of the society, as objects of the graph. */
import { isClinicalScope } from '@causeway/schema';
import {
  organizationEntry,
  patientEntry,
  practitionerEntry,
  randomOf,
  relatedPersonEntry,
  roleEntry,
  systemEntry,
} from '@causeway/seeds/stage';
import type { SeedConsent, SeedGrant, SeedRecognition } from '@causeway/seeds/stage';
import { MockObject } from './mock-object.js';
import type { Given } from './mock-object.js';
import type { MockSociety } from './society-facts.js';

/** What is known of an entity, and whose it is. */
interface Known {
  readonly given: Given;
  readonly patient: string | null;
}

type EntityType = keyof ReturnType<typeof sources>;

/** The entities that the society holds; the mock makes up none of these types. */
export class MockEntities {
  readonly #sources: ReturnType<typeof sources>;
  readonly #today: string;

  constructor(society: MockSociety) {
    this.#sources = sources(society);
    this.#today = society.people.date;
  }

  /** Whether entities of the type are those of the society. */
  has(type: string): type is EntityType {
    return type in this.#sources;
  }

  /** The entity of a type and id; null for one that is not there. */
  find(type: EntityType, id: string): MockObject | null {
    const found = this.#sources[type]().find(({ given }) => given['id'] === id);
    return found === undefined ? null : this.#object(type, found);
  }

  /** All entities of a type. */
  all(type: EntityType): readonly MockObject[] {
    return this.#sources[type]().map((known) => this.#object(type, known));
  }

  /** Some entity of a type, of one patient where one is named; the same for the same seed. */
  some(type: EntityType, patient: string | null, seed: string): MockObject | null {
    const known = this.#sources
      [type]()
      .filter((one) => patient === null || one.patient === null || one.patient === patient);
    return known.length === 0 ? null : this.#object(type, randomOf(seed).pick(known));
  }

  #object(type: string, { given, patient }: Known): MockObject {
    const seed = String(given['id']);
    return new MockObject({ type, seed, patient, date: this.#today, given, rest: 'ABSENT' });
  }
}

/** What there is of each type, as it stands when it is asked for. */
function sources(society: MockSociety) {
  const { people } = society;
  return {
    Patient: () => people.patients.map((patient) => patientKnown(patient, society)),
    RelatedPerson: () =>
      people.relatedPersons.map((related): Known => ({
        given: { ...relatedPersonEntry(related) },
        patient: related.patient,
      })),
    Organization: () => people.organizations.map((one) => open(organizationGiven(one, society))),
    PublicHealthRecordSystem: () =>
      people.systems.map((system) => {
        const { name: names, ...entry } = systemEntry(system);
        return open({ ...entry, names, name: nameIn(names) });
      }),
    Practitioner: () => people.practitioners.map((one) => open({ ...practitionerEntry(one) })),
    PractitionerRole: () =>
      people.practitionerRoles.map((one) => open({ ...roleEntry(one, null) })),
    Recognition: () => people.recognitions.map((one) => open(recognitionGiven(one))),
    DepositDuty: () =>
      people.depositDuties.map(({ since, reason, ...duty }) =>
        open({ ...duty, from: since, basis: 'SPECIFICATION', history: [{ reason, at: since }] }),
      ),
    Consent: () =>
      people.patients.flatMap(({ id }) => society.consentsOf(id)).map((one) => consentKnown(one)),
    CrossBorderGrant: () => society.grants().map((grant) => grantKnown(grant)),
    GrantRequest: () => society.grants().map((grant) => open(requestGiven(grant))),
  };
}

function patientKnown(patient: Parameters<typeof patientEntry>[0], society: MockSociety): Known {
  const { id, hkid, patientNumber } = patient;
  const { isDeceased, ...entry } = patientEntry(patient);
  const related = society.people.relatedPersons.filter((one) => one.patient === id);
  const represented = society.people.relatedPersons.filter(({ person }) => person === id);
  return {
    patient: id,
    given: {
      ...entry,
      hkid,
      patientNumber,
      deceasedBoolean: isDeceased,
      joiningStatus: society.joiningOf(id),
      relatedPersons: related.map((one) => one.id),
      represents: represented.map(({ patient: of, role, period }) => ({
        patient: of,
        role,
        period,
      })),
    },
  };
}

function organizationGiven(
  organization: Parameters<typeof organizationEntry>[0],
  { people }: MockSociety,
): Given {
  const { registration, deemedConsent } = organization;
  const { name: names, ...entry } = organizationEntry(organization);
  const recognition = people.recognitions.findLast(
    ({ subject }) => 'organization' in subject && subject.organization === organization.id,
  );
  return {
    ...entry,
    names,
    name: nameIn(names),
    registration,
    deemedConsent,
    recognition: recognition?.id ?? null,
  };
}

function recognitionGiven({ subject, ...recognition }: SeedRecognition): Given {
  const type = 'system' in subject ? 'PublicHealthRecordSystem' : 'Organization';
  const id = 'system' in subject ? subject.system : subject.organization;
  return {
    ...recognition,
    subject: { __typename: type, id },
    suspension: recognition.statusHistory.at(-1)?.suspension ?? null,
    categories: [],
  };
}

function consentKnown({ patient, grantor, ...consent }: SeedConsent): Known {
  return {
    patient,
    given: { ...consent, version: 1, subject: patient, grantor: `Patient/${grantor}` },
  };
}

function grantKnown(grant: SeedGrant): Known {
  const { organization, purpose, encounter } = grant;
  return {
    patient: grant.patient,
    given: {
      ...grant,
      requester: organization,
      purpose: purposeCoding(purpose),
      encounter: encounter && { ...encounter, status: encounter.open ? 'OPEN' : 'CLOSED' },
      explanation: () =>
        'Lets the organisation read what is named here while it treats you. You can revoke it at any time.',
    },
  };
}

/** Nothing in a request says who the patient is. */
function requestGiven(grant: SeedGrant): Given {
  const { id, state, organization, purpose, consent, period, encounter, stateHistory } = grant;
  const { scopes, lookBack, permissions, includesRestricted } = grant;
  const terms = {
    scopes: scopes.filter(isClinicalScope),
    lookBack,
    permissions,
    includesRestricted,
  };
  return {
    id,
    state,
    requester: organization,
    purpose: purposeCoding(purpose),
    asked: terms,
    authorised: consent === null ? null : terms,
    period: consent === null ? null : period,
    requestedAt: stateHistory.at(0)?.since ?? period.start,
    encounter: encounter === null ? null : encounter.open ? 'OPEN' : 'CLOSED',
  };
}

function purposeCoding(code: string): Given {
  return { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code };
}

/** A field that gives the text of a language, or the first there is. */
function nameIn(texts: readonly { readonly language: string; readonly text: string }[]) {
  return ({ language }: { readonly language?: string }): string | undefined =>
    (texts.find((one) => one.language.startsWith(language ?? 'en')) ?? texts[0])?.text;
}

function open(given: Given): Known {
  return { given, patient: null };
}
