import { IDENTIFIER_SYSTEMS } from '@causeway/schema';
import type { Identifier } from '@causeway/schema/datatypes';
import type { PatientEntry, PatientRepository, RelatedPersonEntry } from '@causeway/patients';
import type { SeedPatient, SeedRelatedPerson, World } from '../model.js';
import { SEED_NAMESPACE } from '../source.js';
import { instantOf } from './instant.js';
import { humanNames } from './names.js';

/** Writes the patients of the world and the people related to them; returns how many writes changed something. */
export function loadPatients(world: World, repository: PatientRepository): number {
  return repository.inTransaction(() => {
    let changes = 0;
    for (const patient of world.patients) {
      const since = instantOf(patient.joining.at(0)?.since);
      if (repository.putPatient(patientEntry(patient), since) !== 'unchanged') changes += 1;
      if (patient.incapable && repository.setIncapable(patient.id, true, since)) changes += 1;
      for (const { status, since: at } of patient.joining) {
        if (repository.setJoiningStatus(patient.id, status, instantOf(at))) changes += 1;
      }
    }
    for (const related of world.relatedPersons) {
      const since = instantOf(related.period.start);
      const written = repository.putRelatedPerson(relatedPersonEntry(related), since);
      if (written !== 'unchanged') changes += 1;
    }
    return changes;
  });
}

/** A patient as the patients subgraph takes one in. */
export function patientEntry(patient: SeedPatient): PatientEntry {
  const { id, name, gender, birthDate, deceased, preferredLanguage } = patient;
  const { channel, refusesAccessNotices } = patient.notificationPreference;
  const { line, district } = patient.address;
  return {
    id,
    source: { namespace: SEED_NAMESPACE, id },
    identifier: identifiersOf(patient),
    name: humanNames(name),
    gender,
    birthDate,
    isDeceased: deceased !== null,
    deceased,
    address: [
      {
        use: 'home',
        text: `${line}, ${district}, Hong Kong`,
        line: [line],
        district,
        city: 'Hong Kong',
        country: 'HK',
      },
    ],
    telecom: [
      { system: 'phone', value: patient.phone, use: 'mobile' },
      ...(patient.email === null ? [] : [{ system: 'email', value: patient.email, use: 'home' }]),
    ],
    preferredLanguage,
    notificationPreference: { channel, language: preferredLanguage, refusesAccessNotices },
    generalPractitioner: patient.generalPractitioner,
    isTest: patient.isTest,
    content: null,
  };
}

function identifiersOf({ hkid, patientNumber, residencePermit }: SeedPatient): Identifier[] {
  const identifier = (system: string, value: string, text: string): Identifier => ({
    use: 'official',
    type: { text },
    system,
    value,
  });
  const permit =
    residencePermit === null
      ? []
      : [identifier(IDENTIFIER_SYSTEMS.residencePermit, residencePermit, 'Residence permit')];
  return [
    identifier(IDENTIFIER_SYSTEMS.hkid, hkid, 'Hong Kong identity card'),
    identifier(IDENTIFIER_SYSTEMS.patientNumber, patientNumber, 'Patient number'),
    ...permit,
  ];
}

/** A related person as the patients subgraph takes one in. */
export function relatedPersonEntry(related: SeedRelatedPerson): RelatedPersonEntry {
  const { id, patient, person, name, relationship, role, basis, period, active } = related;
  const coding = {
    system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
    code: relationship,
  };
  return {
    id,
    source: { namespace: SEED_NAMESPACE, id },
    identifier: [],
    name: humanNames(name),
    gender: null,
    birthDate: null,
    address: [],
    telecom: [],
    content: null,
    patient,
    person,
    relationship: [{ coding: [coding] }],
    role,
    basis,
    active,
    period,
  };
}
