/**
 * The importer on real public data: every file of the folders below, twice. The folder with the data is
 * `CAUSEWAY_CORPUS`; it lies outside the clone.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_KEY, TEST_NOW, gatewayOf, permit } from '@causeway/kit/testing';
import { openRecords } from '@causeway/records';
import type { RecordsSubgraph } from '@causeway/records';
import type { PersonaClaims } from '@causeway/seeds';
import { runImport } from '@causeway/seeds/import';
import type { ImportReport } from '@causeway/seeds/import';
import { countResources, dumpDigest, orderedDump } from '@causeway/seeds/import/testing';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';
import { everyField } from './every-field.js';

const FOLDERS = ['synthea', 'ips', 'bulk-ndjson', 'chinese', 'us-core', 'hl7-r4-examples'];

const fhir = join(process.env['CAUSEWAY_CORPUS'] ?? '', 'fhir');
const folder = mkdtempSync(join(tmpdir(), 'causeway-corpus-'));
const data = join(folder, 'data');

const importAll = (): Promise<ImportReport> =>
  runImport({
    paths: FOLDERS.map((name) => join(fhir, name)),
    data,
    isJoining: true,
    clock: () => TEST_NOW,
  });

let report: ImportReport;
beforeAll(async () => {
  report = await importAll();
}, 240_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The resources that the corpus counts in the folders, whatever the importer reads. */
function countedResources(): number {
  const [, ...rows] = readFileSync(join(fhir, 'FILES.csv'), 'utf8').trim().split('\n');
  return rows
    .map((row) => [...row.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell))
    .filter(([path = '']) => FOLDERS.some((name) => path.startsWith(`${name}/`)))
    .reduce((sum, cells) => sum + Number(cells[4] ?? 0), 0);
}

interface Row {
  readonly id: string;
  readonly patient: string;
  readonly type: string;
  readonly category: string;
}

function rowsOf(table: string): readonly Row[] {
  return (orderedDump(data).get(table) ?? []).map((row) => JSON.parse(row) as Row);
}

describe('the import of the corpus', () => {
  it('reads every resource', () => {
    expect(report.read).toBe(countedResources());
  });

  it('accounts for every one of them', () => {
    const { read, imported, merged, kept, refused } = report;
    expect(imported + merged + kept + refused).toBe(read);
    expect(imported).toBeGreaterThan(10_000);
  });

  it('makes one row for each that it imports', () => {
    // Joining for trying out makes a consent of our own for each living patient; it is no imported resource.
    const joining = rowsOf('consents.consent').filter(
      (row) => 'kind' in row && row.kind === 'JOINING',
    );
    expect(report.rows).toBe(report.imported);
    expect(countResources(data) - joining.length).toBe(report.imported);
  });

  it('refuses what is in no sharable category, in every view', () => {
    const claims = report.lines.filter(({ type }) =>
      ['Claim', 'ExplanationOfBenefit', 'CarePlan'].includes(type),
    );
    expect(claims.map(({ disposition, code }) => `${disposition} ${code ?? ''}`)).toEqual(
      claims.map(() => 'REFUSED NOT_SHARABLE'),
    );
  });

  it('changes nothing the second time', async () => {
    const before = dumpDigest(data);
    const again = await importAll();
    expect(again).toMatchObject({
      read: report.read,
      imported: 0,
      rows: 0,
      kept: report.kept,
      refused: report.refused,
    });
    expect(dumpDigest(data)).toBe(before);
  }, 240_000);
});

describe('what was imported', () => {
  let records: RecordsSubgraph;
  beforeAll(() => {
    records = openRecords({
      path: join(data, 'records.sqlite'),
      keys: [TEST_KEY],
      clock: () => TEST_NOW,
    });
  });
  afterAll(() => {
    records.close();
  });

  it('can be shown, every field of every record', async () => {
    const schema = buildSchema(records.sdl, { assumeValidSDL: true });
    const patient = schema.getType('Patient');
    if (!isObjectType(patient)) throw new Error('Expected records to know Patient');
    const ids = rowsOf('patients.patient').map(({ id }) => id);
    const permits = ids.map((id) => permit(id, { confidentiality: ['N', 'R', 'V'] }));
    const representations = ids.map((id) => ({ __typename: 'Patient', id }));
    let shown = 0;
    for (const [name, field] of Object.entries(patient.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      const query = `query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Patient { ${name}(first: 100) { totalCount edges { node ${everyField(schema, field)} } } }
        }
      }`;
      const { data: answer, errors } = await gatewayOf(records)(query, {
        variables: { representations },
        permits,
      });
      expect({ name, errors }).toEqual({ name, errors: undefined });
      const entities = (answer as { _entities: Record<string, { totalCount: number }>[] })
        ._entities;
      shown += entities.reduce((sum, entity) => sum + (entity[name]?.totalCount ?? 0), 0);
    }
    const stored = rowsOf('records.record').filter(({ type }) => type !== 'Provenance');
    expect(shown).toBe(stored.length);
  }, 240_000);
});

describe('the patients who were imported', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ day: TEST_NOW, folder: { path: data, remove: () => undefined } });
  });
  afterAll(() => graph.close());

  const QUERY = `query ($id: ID!) {
    patient(id: $id) {
      id
      name { text family }
      allergyIntolerances { totalCount }
      conditions { totalCount }
      laboratoryObservations(first: 5) { totalCount edges { node { code { text } clinicalDate } } }
    }
  }`;

  const personOf = (id: string): PersonaClaims => ({
    sub: `test-${id}`,
    client_id: 'test',
    fhirUser: `Patient/${id}`,
    purpose_of_use: ['PATRQT'],
  });

  it('see their own records, all of them', async () => {
    const all = rowsOf('records.record');
    const [...patients] = Map.groupBy(all, ({ patient }) => patient);
    for (const [id, own] of patients.slice(0, 20)) {
      const { data: answer, errors } = await graph.ask(personOf(id), QUERY, { id });
      expect(errors).toEqual([]);
      expect(answer).toMatchObject({
        patient: {
          id,
          allergyIntolerances: {
            totalCount: own.filter(({ type }) => type === 'AllergyIntolerance').length,
          },
          conditions: { totalCount: own.filter(({ category }) => category === 'DIAGNOSIS').length },
        },
      });
    }
  });

  it('see nothing of each other', async () => {
    const [one, other] = rowsOf('patients.patient');

    const { data: answer, errors } = await graph.ask(personOf(one?.id ?? ''), QUERY, {
      id: other?.id,
    });
    expect({ answer, errors }).toEqual({ answer: { patient: null }, errors: [] });
    expect(graph.dataRequests()).toEqual([]);
  });
});
