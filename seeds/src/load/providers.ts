import { IDENTIFIER_SYSTEMS } from '@causeway/schema';
import type { CodeableConcept } from '@causeway/schema/datatypes';
import type {
  OrganizationEntry,
  PractitionerEntry,
  PractitionerRoleEntry,
  ProviderRepository,
  PublicHealthRecordSystemEntry,
} from '@causeway/providers';
import type {
  OrganizationKind,
  SeedOrganization,
  SeedPractitioner,
  SeedPractitionerRole,
  SeedRecognition,
  SeedSystem,
  World,
} from '../model.js';
import { SEED_NAMESPACE } from '../source.js';
import { instantOf } from './instant.js';
import { humanNames, localised } from './names.js';

/** Writes the providers of the world, their recognitions and duties; returns how many writes changed something. */
export function loadProviders(world: World, repository: ProviderRepository): number {
  return repository.inTransaction(() => {
    const licences = new Map(world.practitioners.map(({ id, licence }) => [id, licence]));
    const changes = [
      ...world.organizations.flatMap((each) => loadOrganization(each, repository)),
      ...world.systems.map((each) =>
        repository.putPublicHealthRecordSystem(systemEntry(each), instantOf(each.since)),
      ),
      ...world.practitioners.map((each) => repository.putPractitioner(practitionerEntry(each))),
      ...world.practitionerRoles.map((each) =>
        repository.putPractitionerRole(
          roleEntry(each, licences.get(each.practitioner) ?? null),
          instantOf(each.period.start),
        ),
      ),
      ...world.recognitions.flatMap((each) => loadRecognition(each, repository)),
      ...world.depositDuties.map(({ since, ...duty }) =>
        repository.putDepositDuty({ ...duty, from: since }, instantOf(since)),
      ),
    ];
    return changes.filter((change) => change !== 'unchanged' && change !== false).length;
  });
}

/** What a write says became of it. */
type Change = string | boolean;

function loadOrganization(
  organization: SeedOrganization,
  repository: ProviderRepository,
): readonly Change[] {
  const { id, since, registration, deemedConsent } = organization;
  const at = instantOf(since);
  return [
    repository.putOrganization(organizationEntry(organization), at),
    repository.setRegistration(id, { registration, deemedConsent }, at),
  ];
}

function loadRecognition(
  { id, subject, instrument, period, conditions, statusHistory }: SeedRecognition,
  repository: ProviderRepository,
): readonly Change[] {
  const entry = {
    id,
    subject:
      'system' in subject
        ? ({ type: 'PublicHealthRecordSystem', id: subject.system } as const)
        : ({ type: 'Organization', id: subject.organization } as const),
    instrument,
    period,
    conditions,
  };
  // One that is new is applied for; the rest of its life follows.
  const [applied, ...later] = statusHistory;
  return [
    repository.putRecognition(entry, instantOf(applied?.since)),
    ...later.map(({ since, ...status }) =>
      repository.setRecognitionStatus(id, status, instantOf(since)),
    ),
  ];
}

const KINDS: Readonly<Record<OrganizationKind, string>> = {
  HOSPITAL: 'Hospital',
  CLINIC: 'Clinic',
  PHARMACY: 'Pharmacy',
  LABORATORY: 'Laboratory',
  DENTAL_CLINIC: 'Dental clinic',
  CHINESE_MEDICINE_CLINIC: 'Chinese medicine clinic',
  OPERATOR: 'Operator of a health record system',
};

/** An organisation as the providers subgraph takes one in. */
export function organizationEntry(organization: SeedOrganization): OrganizationEntry {
  const { id, name, kind, number, jurisdiction, city } = organization;
  const { hcpNumber, mainlandProviderNumber } = IDENTIFIER_SYSTEMS;
  return {
    ...described(id),
    identifier: [
      {
        use: 'official',
        system: jurisdiction === 'HK' ? hcpNumber : mainlandProviderNumber,
        value: number,
      },
    ],
    name: localised(name),
    active: true,
    type: [concept(`${KINDS[kind]} (invented)`)],
    telecom: [],
    address: [],
    partOf: null,
    jurisdiction,
    city,
  };
}

/** A public health record system as the providers subgraph takes one in. */
export function systemEntry(system: SeedSystem): PublicHealthRecordSystemEntry {
  const { id, name, operator, jurisdiction, endpoint, trustAnchor, members } = system;
  return {
    id,
    source: { namespace: SEED_NAMESPACE, id },
    identifier: [],
    name: localised(name),
    operator,
    jurisdiction,
    endpoint,
    trustAnchor,
    members,
  };
}

/** A professional as the providers subgraph takes one in. */
export function practitionerEntry({
  id,
  name,
  gender,
  licence,
}: SeedPractitioner): PractitionerEntry {
  return {
    ...described(id),
    identifier: [{ use: 'official', system: IDENTIFIER_SYSTEMS.licence, value: licence }],
    name: humanNames(name),
    active: true,
    gender,
    telecom: [],
  };
}

/** A professional's role as the providers subgraph takes one in. */
export function roleEntry(
  role: SeedPractitionerRole,
  licenceRef: string | null,
): PractitionerRoleEntry {
  const { id, practitioner, organization, profession, specialty, active, period } = role;
  return {
    ...described(id),
    identifier: [],
    practitioner,
    organization,
    profession,
    code: [concept(profession.toLowerCase().replaceAll('_', ' '))],
    specialty: specialty === null ? [] : [concept(specialty)],
    licenceRef,
    active,
    period,
  };
}

function described(id: string): {
  readonly id: string;
  readonly source: { readonly namespace: string; readonly id: string };
  readonly content: null;
} {
  return { id, source: { namespace: SEED_NAMESPACE, id }, content: null };
}

function concept(text: string): CodeableConcept {
  return { text };
}
