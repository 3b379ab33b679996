/** The seeded world as database files: written once for each test file, and copied for each graph. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
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

const templates = new Map<number, string>();

afterAll(() => {
  for (const template of templates.values()) rmSync(template, { recursive: true });
});

/** A fresh copy of the world as it is seeded on a day (epoch milliseconds), to be changed at will. */
export function copyOfSeededWorld(day: number): WorldFolder {
  const template = templates.get(day) ?? seeded(day);
  templates.set(day, template);
  const path = mkdtempSync(join(tmpdir(), 'causeway-graph-'));
  cpSync(template, path, { recursive: true });
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}

function seeded(day: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-world-'));
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
