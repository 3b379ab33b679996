/**
 * What requests cost in tables that grow, by SQLite's own plans: rows are found by an index, and no table that grows
 * with patients, records or consents is gone through from end to end.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBackground } from '@causeway/gateway';
import { SUBGRAPHS } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { PATIENT_CHAN } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import Sqlite from 'better-sqlite3';
import { rootOperations } from '../advisories/root-operations.js';
import { scansIn } from '../support/scans.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const CALLERS: readonly PersonaName[] = ['patient-chan', 'dr-wong', 'dr-li', 'commissioner'];

const STORED = new URL('../../schema/operations/', import.meta.url);

const VARIABLES = {
  id: PATIENT_CHAN,
  patient: PATIENT_CHAN,
  duty: PATIENT_CHAN,
  language: 'EN',
  period: { start: '2020-01-01', end: '2026-12-31' },
  first: 20,
};

/** Tables that are gone through all the same, by subgraph, and why that is well. */
const KNOWN: Readonly<Record<SubgraphName, Readonly<Record<string, string>>>> = {
  patients: {},
  providers: {
    deposit_duty: 'duties are few, and the office lists them all',
    organization: 'parties do not grow with patients',
    organization_standing: 'parties do not grow with patients',
    recognition: 'recognitions do not grow with patients',
    recognition_standing: 'recognitions do not grow with patients',
  },
  consents: {
    transfer: 'an office reads the whole register in its order, and counts it where it asks to',
    audit_event: 'an office reads the whole trail in its order, and counts it where it asks to',
    audit_anchor: 'the newest one, by the row id',
    step_up_challenge: 'what it goes through are challenges of the last minutes',
  },
  records: {
    deposit_duty: 'duties are few, and the office lists them all',
  },
};

const folder = copyOfSeededWorld(TODAY);
const statements = new Map<SubgraphName, Set<string>>(SUBGRAPHS.map((name) => [name, new Set()]));
const failures: unknown[] = [];
let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph({ folder, onStatement: (name, sql) => statements.get(name)?.add(sql) });
  // What is done once, when a database is opened, is asked by nobody.
  for (const name of SUBGRAPHS) statements.get(name)?.clear();
  const stored = readdirSync(STORED)
    .map((file) => readFileSync(new URL(file, STORED), 'utf8'))
    .filter((text) => /^query /m.test(text));
  const operations = [...stored, ...rootOperations().map(({ text }) => text)];
  for (const who of CALLERS) {
    for (const operation of operations) await graph.ask(who, operation, VARIABLES);
  }
  const background = createBackground({
    call: graph.call,
    channels: null,
    onError: (error) => failures.push(error),
  });
  await background.start();
  await background.close();
}, 120_000);

afterAll(async () => {
  await graph.close();
});

function scansOf(name: SubgraphName, withoutIndex?: string): readonly string[] {
  const database = new Sqlite(join(folder.path, `${name}.sqlite`));
  try {
    database.exec('begin');
    if (withoutIndex !== undefined) database.exec(`drop index ${withoutIndex}`);
    return scansIn(database, [...(statements.get(name) ?? [])]);
  } finally {
    database.exec('rollback');
    database.close();
  }
}

describe('the statements of every root field and stored query', () => {
  it.each(SUBGRAPHS)('find what they need in %s by an index', (name) => {
    expect(failures).toEqual([]);
    expect(statements.get(name)?.size).toBeGreaterThan(15);
    expect([...new Set(scansOf(name))].toSorted()).toEqual(Object.keys(KNOWN[name]).toSorted());
  });

  it.each<readonly [SubgraphName, string, string]>([
    ['records', 'record_page', 'record'],
    ['consents', 'care_relation_organization', 'care_relation'],
    ['patients', 'related_person_patient', 'related_person'],
  ])('would not without an index: %s, %s', (name, index, table) => {
    expect(scansOf(name, index)).toContain(table);
  });
});
