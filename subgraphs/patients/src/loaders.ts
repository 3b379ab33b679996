import { loaderByKey, loaderOfMany } from '@causeway/kit';
import type { OwnedIdentifier } from '@causeway/kit';
import type DataLoader from 'dataloader';
import type { PatientRepository } from './repository.js';
import type { PatientRecord, RelatedPersonRecord } from './repository/reads.js';

/** The loaders of one request: one statement each, for all that a tick asks for. */
export interface PatientLoaders {
  readonly patients: DataLoader<string, PatientRecord | null>;
  /** Identifiers by the id of their owner. */
  readonly identifiers: DataLoader<string, OwnedIdentifier[]>;
  /** Related persons by the patient's id. */
  readonly relatedPersonsOf: DataLoader<string, RelatedPersonRecord[]>;
  readonly relatedPersons: DataLoader<string, RelatedPersonRecord | null>;
  /** Relations by the Patient id of the person who acts. */
  readonly relationsOfPerson: DataLoader<string, RelatedPersonRecord[]>;
}

/** New loaders over a repository. */
export function patientLoaders(repository: PatientRepository): PatientLoaders {
  return {
    patients: loaderByKey(
      (ids) => repository.patientsById(ids),
      (row) => row.id,
    ),
    identifiers: loaderOfMany(
      (owners) => repository.identifiersOf(owners),
      (row) => row.owner,
    ),
    relatedPersonsOf: loaderOfMany(
      (ids) => repository.relatedPersonsOf(ids),
      (row) => row.patient,
    ),
    relatedPersons: loaderByKey(
      (ids) => repository.relatedPersonsById(ids),
      (row) => row.id,
    ),
    relationsOfPerson: loaderOfMany(
      (persons) => repository.relationsOfPersons(persons),
      (row) => row.person ?? '',
    ),
  };
}
