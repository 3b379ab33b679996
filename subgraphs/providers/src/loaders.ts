import { loaderByKey, loaderOfMany } from '@causeway/kit';
import type { OwnedIdentifier } from '@causeway/kit';
import type DataLoader from 'dataloader';
import type { DutyRow } from './duties/tables.js';
import type { ProviderRepository } from './repository.js';
import type { OrganizationRecord, OwnedName } from './repository/organizations.js';
import type { PractitionerRecord, PractitionerRoleRecord } from './repository/practitioners.js';
import type { OwnedCategory, RecognitionRecord } from './repository/recognitions.js';
import type { SystemRecord } from './repository/systems.js';
import type { RecognitionStandingRow } from './tables.js';

/** The loaders of one request: one statement each, for all that a tick asks for. */
export interface ProviderLoaders {
  readonly organizations: DataLoader<string, OrganizationRecord | null>;
  readonly systems: DataLoader<string, SystemRecord | null>;
  readonly practitioners: DataLoader<string, PractitionerRecord | null>;
  readonly practitionerRoles: DataLoader<string, PractitionerRoleRecord | null>;
  readonly recognitions: DataLoader<string, RecognitionRecord | null>;
  /** Recognitions by the id of their subject. */
  readonly recognitionsOf: DataLoader<string, RecognitionRecord[]>;
  /** States by the id of the recognition, oldest first. */
  readonly recognitionStandings: DataLoader<string, RecognitionStandingRow[]>;
  /** Categories by the id of the recognition. */
  readonly recognitionCategories: DataLoader<string, OwnedCategory[]>;
  /** Duties to deposit by id. */
  readonly depositDuties: DataLoader<string, DutyRow | null>;
  /** Versions by the id of the duty, oldest first. */
  readonly depositDutyHistory: DataLoader<string, DutyRow[]>;
  /** Identifiers by the id of their owner. */
  readonly identifiers: DataLoader<string, OwnedIdentifier[]>;
  /** Names by the id of their owner. */
  readonly names: DataLoader<string, OwnedName[]>;
}

/** New loaders over a repository. */
export function providerLoaders(repository: ProviderRepository): ProviderLoaders {
  return {
    organizations: loaderByKey(
      (ids) => repository.organizationsById(ids),
      (row) => row.id,
    ),
    systems: loaderByKey(
      (ids) => repository.systemsById(ids),
      (row) => row.id,
    ),
    practitioners: loaderByKey(
      (ids) => repository.practitionersById(ids),
      (row) => row.id,
    ),
    practitionerRoles: loaderByKey(
      (ids) => repository.practitionerRolesById(ids),
      (row) => row.id,
    ),
    recognitions: loaderByKey(
      (ids) => repository.recognitionsById(ids),
      (row) => row.id,
    ),
    recognitionsOf: loaderOfMany(
      (ids) => repository.recognitionsOf(ids),
      (row) => row.subject,
    ),
    recognitionStandings: loaderOfMany(
      (ids) => repository.recognitionStandingsOf(ids),
      (row) => row.owner,
    ),
    recognitionCategories: loaderOfMany(
      (ids) => repository.recognitionCategoriesOf(ids),
      (row) => row.owner,
    ),
    depositDuties: loaderByKey(
      (ids) => repository.depositDutiesById(ids),
      (row) => row.owner,
    ),
    depositDutyHistory: loaderOfMany(
      (ids) => repository.depositDutyHistoryOf(ids),
      (row) => row.owner,
    ),
    identifiers: loaderOfMany(
      (owners) => repository.identifiersOf(owners),
      (row) => row.owner,
    ),
    names: loaderOfMany(
      (owners) => repository.namesOf(owners),
      (row) => row.owner,
    ),
  };
}
