import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The rows of a table, each as JSON, in order. */
export type TableDump = readonly string[];

/** Every table of every database in a data folder, by `database.table`, its rows in order. */
export function orderedDump(data: string): ReadonlyMap<string, TableDump> {
  const dump = new Map<string, TableDump>();
  for (const file of readdirSync(data).sort()) {
    if (!file.endsWith('.sqlite')) continue;
    const database = new DatabaseSync(join(data, file), { readOnly: true });
    const tables = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'",
      )
      .all();
    for (const { name } of tables) {
      const rows = database.prepare(`select * from "${String(name)}"`).all();
      dump.set(
        `${file.replace('.sqlite', '')}.${String(name)}`,
        rows.map((row) => JSON.stringify(row)).sort(),
      );
    }
    database.close();
  }
  return dump;
}

/** The SHA-256 of the ordered dump of all databases in a data folder. */
export function dumpDigest(data: string): string {
  return createHash('sha256')
    .update(JSON.stringify([...orderedDump(data)]))
    .digest('hex');
}

/** The tables that hold one row for each resource that was imported. */
const RESOURCE_TABLES = [
  'consents.consent',
  'patients.patient',
  'patients.related_person',
  'providers.organization',
  'providers.practitioner',
  'providers.practitioner_role',
  'records.record',
];

/** How many resources the databases of a data folder hold. */
export function countResources(data: string): number {
  const dump = orderedDump(data);
  return RESOURCE_TABLES.reduce((sum, name) => sum + (dump.get(name)?.length ?? 0), 0);
}
