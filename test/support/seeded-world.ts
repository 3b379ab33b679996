/**
 * The seeded world as database files, copied for each graph: written once for a run of tests as it is on the usual day,
 * and once for each test file as it is on another.
 */
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import { openPatients } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import { loadWorld, world } from '@causeway/seeds';

/** The day of the world: a Sunday noon in Hong Kong. */
export const TODAY = Date.parse('2026-11-22T12:00:00+08:00');

/** A folder with one database for each subgraph. */
export interface WorldFolder {
  readonly path: string;
  remove(): void;
}

/** Templates of this test file alone. */
const templates = new Map<number, string>();

afterAll(() => {
  for (const template of templates.values()) rmSync(template, { recursive: true });
});

/** A fresh copy of the world as it is seeded on a day (epoch milliseconds), to be changed at will. */
export function copyOfSeededWorld(day: number): WorldFolder {
  const template = (day === TODAY ? sharedTemplate() : null) ?? ownTemplate(day);
  const path = mkdtempSync(join(tmpdir(), 'causeway-graph-'));
  cpSync(template, path, { recursive: true });
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}

function ownTemplate(day: number): string {
  const template = templates.get(day) ?? seeded(day, tmpdir());
  templates.set(day, template);
  return template;
}

/** The usual day's template, seeded by whichever test file comes first; null where nobody has made a folder for it. */
function sharedTemplate(): string | null {
  const shared = process.env['CAUSEWAY_TEST_WORLDS'];
  if (shared === undefined) return null;
  const template = join(shared, 'today');
  if (existsSync(template)) return template;
  const folder = seeded(TODAY, shared);
  try {
    // All of it at once, so that nobody copies half of it.
    renameSync(folder, template);
  } catch (error) {
    if (!existsSync(template)) throw error;
    rmSync(folder, { recursive: true });
  }
  return template;
}

function seeded(day: number, parent: string): string {
  const folder = mkdtempSync(join(parent, 'causeway-world-'));
  const at = (name: string) => ({
    path: join(folder, `${name}.sqlite`),
    keys: [],
    clock: () => day,
  });
  const subgraphs = {
    patients: openPatients(at('patients')),
    providers: openProviders(at('providers')),
    consents: openConsents(at('consents')),
    records: openRecords(at('records')),
  };
  const { patients, providers, consents, records } = subgraphs;
  loadWorld(world(new Date(day)), {
    patients: patients.repository,
    providers: providers.repository,
    consents: consents.repository,
    records: records.repository,
  });
  for (const subgraph of Object.values(subgraphs)) subgraph.close();
  return folder;
}
