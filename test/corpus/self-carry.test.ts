/**
 * Self-carry on real public data: the record of every imported patient is exported, held against the structure of FHIR
 * R4 and against what the sources said (but for markup and versions, which are this layer's), and against the sections that real patient summaries have.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { openRecords } from '@causeway/records';
import type { RecordsSubgraph } from '@causeway/records';
import { checkStructure, isKnownResourceType } from '@causeway/records/fhir';
import type { PersonaClaims } from '@causeway/seeds';
import { runImport } from '@causeway/seeds/import';
import { orderedDump } from '@causeway/seeds/import/testing';
import { z } from 'zod';
import { SECTIONS } from '../../gateway/src/self-carry/sections.js';
import { compareFhir } from '../support/compare-fhir.js';
import { r4Problems } from '../support/r4-definitions.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const FOLDERS = ['ips', 'hl7-r4-examples', 'us-core'];

const fhir = join(process.env['CAUSEWAY_CORPUS'] ?? '', 'fhir');
const folder = mkdtempSync(join(tmpdir(), 'causeway-self-carry-'));
const data = join(folder, 'data');

const bundleShape = z.object({
  entry: z.array(
    z.object({
      fullUrl: z.string(),
      resource: z.looseObject({ resourceType: z.string(), id: z.string() }),
    }),
  ),
});

const codesShape = z.object({
  section: z.array(
    z.object({ code: z.object({ coding: z.array(z.object({ code: z.string() })) }) }),
  ),
});

let graph: TestGraph;
let records: RecordsSubgraph;
let patients: readonly string[];
beforeAll(async () => {
  await runImport({
    paths: FOLDERS.map((name) => join(fhir, name)),
    data,
    isJoining: true,
    clock: () => TEST_NOW,
  });
  records = openRecords({ path: join(data, 'records.sqlite'), keys: [], clock: () => TEST_NOW });
  const rows = orderedDump(data).get('records.record') ?? [];
  patients = [...new Set(rows.map((row) => (JSON.parse(row) as { patient: string }).patient))];
  graph = await startGraph({
    day: TEST_NOW,
    folder: { path: data, remove: () => undefined },
    isServed: true,
  });
}, 240_000);
afterAll(async () => {
  await graph.close();
  records.close();
  rmSync(folder, { recursive: true });
});

async function exported(patient: string) {
  const claims: PersonaClaims = {
    sub: `patient-${patient}`,
    client_id: 'ehealth-app',
    fhirUser: `Patient/${patient}`,
    purpose_of_use: ['PATRQT'],
  };
  const headers = await graph.headersOf(claims);
  const response = await fetch(`${graph.url ?? ''}/self-carry/bundle`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{}',
  });
  const bundle: unknown = await response.json();
  expect(r4Problems(bundle as object)).toEqual([]);
  return bundleShape.parse(bundle).entry;
}

describe('the exported records of imported patients', () => {
  it('are sound FHIR R4, say what the sources said, and refer to nothing that is not there', async () => {
    expect(patients.length).toBeGreaterThan(20);
    const problems = new Set<string>();
    for (const patient of patients) {
      const entries = await exported(patient);
      const byId = new Map(entries.map(({ resource }) => [resource.id, resource]));
      for (const { resource } of entries) {
        for (const problem of r4Problems(resource)) problems.add(`R4 ${problem}`);
        if (!isKnownResourceType(resource.resourceType)) continue;
        for (const { code, path } of checkStructure(resource)) {
          problems.add(`${code} ${path.replace(/\[\d+\]/g, '')}`);
        }
      }
      const urls = new Set(entries.map(({ fullUrl }) => fullUrl));
      for (const [, url = ''] of JSON.stringify(entries).matchAll(/"reference":"([^"]+)"/g)) {
        if (!urls.has(url)) problems.add('DANGLING');
      }
      for (const { id, content } of records.repository.statedOfPatient(patient)) {
        const difference = compareFhir(content, byId.get(id) ?? {});
        for (const path of difference.changed) {
          if (!/\.(meta\.versionId|text\.div)$/.test(path)) problems.add(`CHANGED ${path}`);
        }
      }
    }
    expect([...problems].toSorted()).toEqual([]);
  }, 240_000);
});

describe('the StructureDefinitions of R4', () => {
  it.each([
    ['a required element that is missing', { resourceType: 'Observation', status: 'final' }],
    ['an element of another version', { resourceType: 'Device', displayName: 'text' }],
    [
      'a text for a number',
      { resourceType: 'ImagingStudy', status: 'available', numberOfSeries: 'one' },
    ],
  ])('find %s', (_name, resource) => {
    expect(r4Problems(resource)).not.toEqual([]);
  });
});

describe('the sections of a summary', () => {
  it('are called by the codes that real summaries use', () => {
    const real = new Set(
      ['connectathon', 'official-2.0.0'].flatMap((name) =>
        readdirSync(join(fhir, 'ips', name))
          .filter((file) => file.endsWith('.json'))
          .flatMap((file) => sectionCodesIn(join(fhir, 'ips', name, file))),
      ),
    );
    const ours = Object.values(SECTIONS).map(({ code }) => code);
    // Sections that IPS does not have: it is open to more.
    expect(ours.filter((code) => !real.has(code))).toEqual([
      '18748-4',
      '29545-1',
      '46240-8',
      '34109-9',
    ]);
  });
});

function sectionCodesIn(file: string): readonly string[] {
  const bundle = z
    .object({ entry: z.array(z.object({ resource: z.unknown() })) })
    .safeParse(JSON.parse(readFileSync(file, 'utf8')));
  const composition = codesShape.safeParse(bundle.data?.entry[0]?.resource);
  return (composition.data?.section ?? []).flatMap(({ code }) =>
    code.coding.map((each) => each.code),
  );
}
