import { toRecord } from '@causeway/records/fhir';
import type { Resolve, Target } from '@causeway/records/fhir';
import type { NewRecord, RecordRepository } from '@causeway/records';
import type { SeedRecord, World } from '../model.js';
import { SEED_NAMESPACE } from '../source.js';

/** How many records are written at once. */
const BATCH = 1_000;

/**
 * Writes the records of the world, by the way that imported and deposited resources go; returns how many writes
 * changed something. Told how many are written after each batch.
 */
export function loadRecords(
  world: World,
  store: Pick<RecordRepository, 'putRecords'>,
  onProgress: (written: number) => void = () => undefined,
): number {
  const records = recordsOf(world);
  let changes = 0;
  for (let start = 0; start < records.length; start += BATCH) {
    const batch = records.slice(start, start + BATCH);
    const { created, changed } = store.putRecords(batch);
    changes += created + changed;
    onProgress(start + batch.length);
  }
  return changes;
}

/** The world's records as the records subgraph keeps them. @throws Error for one that has no sharable category */
export function recordsOf(world: World): readonly NewRecord[] {
  const resolve = resolverOf(world);
  const jurisdictions = new Map(
    world.organizations.map(({ id, jurisdiction }) => [id, jurisdiction]),
  );
  const starts = encounterStarts(world.records);
  return world.records.map(({ id, patient, category, author, resource }) => {
    const record = toRecord(resource, {
      id,
      patient,
      sourceNamespace: SEED_NAMESPACE,
      sourceId: id,
      resolve,
      sourceJurisdiction: jurisdictions.get(author.organization) ?? 'HK',
      // A Provenance has no category of its own.
      category: resource.resourceType === 'Provenance' ? category : null,
      dates: { encounterStart: starts.get(encounterIn(resource)) ?? null },
    });
    if (record !== null) return record;
    throw new Error(
      `Expected ${resource.resourceType}/${id} to be of ${category}, got no category`,
    );
  });
}

/** References of the world are `Type/id`; they mean themselves. */
function resolverOf(world: World): Resolve {
  const employers = new Map(
    world.practitionerRoles.map(({ id, organization }) => [id, organization]),
  );
  return ({ reference }): Target | null => {
    if (typeof reference !== 'string') return null;
    const [type, id] = reference.split('/');
    if (type === undefined || id === undefined) return null;
    const organization = type === 'PractitionerRole' ? employers.get(id) : undefined;
    return organization === undefined ? { type, id } : { type, id, organization };
  };
}

function encounterStarts(records: readonly SeedRecord[]): ReadonlyMap<string, string> {
  const encounters = records.filter(({ resource }) => resource.resourceType === 'Encounter');
  return new Map(
    encounters.map(({ id, resource }) => {
      const { start } = resource['period'] as { readonly start: string };
      return [id, start];
    }),
  );
}

function encounterIn({ encounter }: SeedRecord['resource']): string {
  const { reference = '' } = (encounter ?? {}) as { readonly reference?: string };
  return reference.replace('Encounter/', '');
}
