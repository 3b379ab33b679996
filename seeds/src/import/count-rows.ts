/** How many of the rows that a run makes are in the databases: looked up, not taken from what was meant to be written. */
import { rowsOfKind } from './staging/row-entries.js';
import type { RowKind, RowOf } from './staging/row-entries.js';
import type { Staging } from './staging/staging.js';
import type { Stores } from './stores.js';

/** SQLite takes 32,766 variables in a statement. */
const CHUNK = 1_000;

/** The number of the run's new rows that the databases hold. */
export function countRows(staging: Staging, stores: Stores): number {
  const { patients, providers } = stores;
  const made = staging.made();
  const idsOf = (kind: RowKind) => made.filter((row) => row.kind === kind).map(({ id }) => id);
  return (
    countById(idsOf('patient'), (ids) => patients.patientsById(ids)) +
    countById(idsOf('related-person'), (ids) => patients.relatedPersonsById(ids)) +
    countById(idsOf('organization'), (ids) => providers.organizationsById(ids)) +
    countById(idsOf('practitioner'), (ids) => providers.practitionersById(ids)) +
    countById(idsOf('practitioner-role'), (ids) => providers.practitionerRolesById(ids)) +
    rowsOfKind(made, 'consent').filter((row) => isConsentThere(row, stores)).length +
    countRecords(rowsOfKind(made, 'record'), stores)
  );
}

function countById(
  ids: readonly string[],
  read: (ids: readonly string[]) => readonly unknown[],
): number {
  let total = 0;
  for (let start = 0; start < ids.length; start += CHUNK) {
    total += read(ids.slice(start, start + CHUNK)).length;
  }
  return total;
}

function isConsentThere({ id, entry }: RowOf<'consent'>, { consents }: Stores): boolean {
  return entry?.origin === 'IMPORTED' && consents.consentOfSource(entry.source) === id;
}

function countRecords(rows: readonly RowOf<'record'>[], { records }: Stores): number {
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  let total = 0;
  for (const [namespace, group] of Map.groupBy(entries, (entry) => entry.sourceNamespace)) {
    const ids = group.map(({ sourceId }) => sourceId);
    const stored = records.sourceIds(namespace, ids);
    total += group.filter(({ id, sourceId }) => stored.get(sourceId) === id).length;
  }
  return total;
}
