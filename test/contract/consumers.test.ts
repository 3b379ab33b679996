/** The operations that teams have registered, against the graph as it is and against kept pairs of graphs. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AUDIENCES, isScope } from '@causeway/schema';
import { accessGraphOf } from '@causeway/schema/access-diff';
import { supergraphOfSet } from '@causeway/schema/compose-set';
import { CONSUMERS_PATH, SUPERGRAPH_PATH } from '@causeway/schema/compose-files';
import {
  ConsumerCheck,
  ConsumerError,
  describeProblem,
  fieldDemands,
  parseConsentManifest,
  readConsumers,
  selectedFields,
} from '@causeway/schema/consumers';
import type { SelectedField } from '@causeway/schema/consumers';
import { AT_HOME, LabelAnnotations } from '../../gateway/src/enforcement/annotations.js';
import { runProgram } from '../support/program.js';

const fixture = (path: string): string =>
  fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

/** What the program says of the teams of a folder against the graph of another. */
function problemsOf(registry: string, sdl: readonly { name: string; text: string }[]) {
  const graph = accessGraphOf(supergraphOfSet(sdl));
  const check = new ConsumerCheck({ graph, audiences: AUDIENCES });
  return readConsumers(registry).flatMap((consumer) => {
    const kept = readFileSync(join(consumer.folder, 'consent.json'), 'utf8');
    const agreed = parseConsentManifest(kept, consumer.manifest.team);
    return check.check(consumer, agreed).problems.map(describeProblem);
  });
}

const sdlIn = (folder: string) =>
  readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const committed = [{ name: 'supergraph.graphql', text: readFileSync(SUPERGRAPH_PATH, 'utf8') }];

describe('the registered operations', () => {
  it('are valid in the variants of their audiences, and take what their teams have agreed to (if not: npm run consumers)', () => {
    expect(problemsOf(CONSUMERS_PATH, committed)).toEqual([]);
  });

  it('take, field by field, what the gateway asks for', () => {
    const graph = accessGraphOf(supergraphOfSet(committed));
    const annotations = new LabelAnnotations(graph.labels, graph.api);
    const asked = new Map<SelectedField, ReadonlySet<string>>();
    const operations = readConsumers(CONSUMERS_PATH).flatMap((consumer) => consumer.operations);
    for (const operation of operations) {
      const expected = selectedFields(graph.api, operation).flatMap((selected) => {
        const { path, type, node, within } = selected;
        const before = (within && asked.get(within)) ?? new Set<string>();
        const own = annotations
          .demands(type.name, node)
          .filter((demand) => isScope(demand) || demand === AT_HOME);
        asked.set(selected, new Set([...before, ...own]));
        const more = own.filter((demand) => !before.has(demand)).sort();
        return more.length > 0 ? [[path, ...more]] : [];
      });
      const told = fieldDemands(graph, operation).flatMap(({ path, scopes, isDomestic }) => {
        const more = [...scopes, ...(isDomestic ? [AT_HOME] : [])].sort();
        return more.length > 0 ? [[path, ...more]] : [];
      });
      expect(told).toEqual(expected);
    }
  });
});

describe('a change of the graph', () => {
  it.each<[string, readonly string[]]>([
    [
      'narrowing',
      ['border-desk', 'ward-desk'].flatMap((team) => [
        `${team}: Findings: Patient.findings takes DIAGNOSIS, which is not in the \`scopes\` of its manifest.json`,
        `${team}: Findings: Patient.findings takes DIAGNOSIS (CONSENT); the operation took it nowhere`,
        `${team}: Findings: Patient.findings is null at patient.found without DIAGNOSIS`,
      ]),
    ],
    [
      'breaking',
      [
        ['border-desk', 'cross-border-professional'],
        ['ward-desk', 'domestic-professional'],
      ].map(
        ([team, audience]) =>
          `${team}: Findings: Patient.findings is not valid in the variant of ${audience}: Field "findings" argument "first" of type "Int!" is required, but it was not provided.`,
      ),
    ],
    ['widening', ['ward-desk: Identity: takes less than it did']],
  ])('by the kept pair %s is told by team, operation and coordinate', (pair, expected) => {
    const registry = fixture('consumers');
    expect(problemsOf(registry, sdlIn(fixture(`contracts/${pair}/from`)))).toEqual([]);
    expect(problemsOf(registry, sdlIn(fixture(`contracts/${pair}/to`)))).toEqual(expected);
  });

  const people = readFileSync(fixture('contracts/widening/from/people.graphql'), 'utf8');
  const findings = readFileSync(fixture('contracts/widening/from/findings.graphql'), 'utf8');

  it.each<[string, string, string, readonly string[]]>([
    [
      'a field never crosses the border any more',
      'name: String',
      'name: String @domestic',
      ['ward-desk: Identity: Patient.name never crosses the border'],
    ],
    [
      'a field of a variant goes',
      '  "The identity card number."\n  hkid: String @domestic\n',
      '',
      [
        'ward-desk: Identity: Patient.hkid is not valid in the variant of domestic-professional: Cannot query field "hkid" on type "Patient".',
      ],
    ],
    [
      'a root field asks for a role',
      '@patientId): Patient',
      '@patientId): Patient @requiresScopes(scopes: [["provider:domestic"]])',
      [
        'border-desk: Findings: is not valid in the variant of cross-border-professional: there is nothing that it could ask for',
        'ward-desk: Findings: Query.patient takes a caller who is provider:domestic',
        'ward-desk: Identity: Query.patient takes a caller who is provider:domestic',
      ],
    ],
    [
      'an argument that is given takes a scope',
      '@patientId): Patient',
      '@patientId @consent(scope: "DIAGNOSIS")): Patient',
      ['border-desk: Findings', 'ward-desk: Findings', 'ward-desk: Identity'].flatMap(
        (operation) => [
          `${operation}: Query.patient takes DIAGNOSIS, which is not in the \`scopes\` of its manifest.json`,
          `${operation}: Query.patient takes DIAGNOSIS (CONSENT); the operation took it nowhere`,
          `${operation}: Query.patient is null at patient without DIAGNOSIS`,
        ],
      ),
    ],
    [
      'a profession has to step up for a category',
      'name: String',
      'name: String @consent(scope: "RAD_REPORT")',
      [
        'ward-desk: Identity: Patient.name takes RAD_REPORT, which is not in the `scopes` of its manifest.json',
        'ward-desk: Identity: Patient.name takes RAD_REPORT (STEP_UP_OF_SOME); the operation took it nowhere',
        'ward-desk: Identity: Patient.name is null at patient.name without RAD_REPORT',
      ],
    ],
  ])('is told where %s', (_, text, by, expected) => {
    const changed = people.replace(text, by);
    expect(changed).not.toBe(people);
    const sdl = [
      { name: 'people.graphql', text: changed },
      { name: 'findings.graphql', text: findings },
    ];
    expect(problemsOf(fixture('consumers'), sdl)).toEqual(expected);
  });

  it('is told where records come each with their own category', () => {
    const sdl = [
      { name: 'people.graphql', text: people },
      {
        name: 'findings.graphql',
        text: findings
          .replace('security: "security")\n  @consent(scope: "LAB_REPORT")', 'category: "of")')
          .replace('  "What was found."', '  "The category."\n  of: String\n  "What was found."'),
      },
    ];
    expect(problemsOf(fixture('consumers'), sdl)).toEqual(
      ['border-desk', 'ward-desk'].map(
        (team) => `${team}: Findings: Patient.findings takes each record's own category`,
      ),
    );
  });
});

describe('a registry', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-consumers-'));
    cpSync(fixture('consumers'), folder, { recursive: true });
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const manifest = (changes: object): string =>
    JSON.stringify({
      team: 'ward-desk',
      purpose: 'For a test.',
      audience: 'domestic-professional',
      scopes: ['PERSON'],
      operations: ['findings.graphql', 'identity.graphql'],
      ...changes,
    });

  it.each<[string, string, string, RegExp]>([
    ['no JSON', 'manifest.json', 'team', /expected JSON/],
    ['a list', 'manifest.json', '[]', /expected an object/],
    ['another team', 'manifest.json', manifest({ team: 'x' }), /name of its folder in `team`/],
    ['an audience that is none', 'manifest.json', manifest({ audience: 'all' }), /`audience`/],
    ['no purpose', 'manifest.json', manifest({ purpose: ' ' }), /words in `purpose`/],
    ['a scope that is none', 'manifest.json', manifest({ scopes: ['X'] }), /scopes of the cata/],
    ['a scope twice', 'manifest.json', manifest({ scopes: ['PERSON', 'PERSON'] }), /list of scop/],
    ['no operations', 'manifest.json', manifest({ operations: [] }), /paths of operations/],
    ['more than a manifest', 'manifest.json', manifest({ mail: '' }), /no more than team/],
    [
      'an operation of its folder left out',
      'manifest.json',
      manifest({ operations: ['findings.graphql'] }),
      /name every operation of its folder, got no identity\.graphql/,
    ],
    [
      'an operation that is not there',
      'manifest.json',
      manifest({ operations: ['findings.graphql', 'identity.graphql', 'x.graphql'] }),
      /expected an operation at .*x\.graphql/,
    ],
    ['a text that is none', 'identity.graphql', 'query {', /identity\.graphql: Syntax Error/],
    ['an operation without a name', 'identity.graphql', '{ a }', /one operation with a name/],
    ['two operations', 'identity.graphql', 'query A { a } query B { a }', /one operation with a/],
    ['one name for two texts', 'identity.graphql', 'query Findings { a }', /one text for Findings/],
  ])('is refused with %s', (_, name, text, message) => {
    writeFileSync(join(folder, 'ward-desk', name), text);
    expect(() => readConsumers(folder)).toThrow(ConsumerError);
    expect(() => readConsumers(folder)).toThrow(message);
  });

  it.each(['{', '[]', '{"Findings":{}}', '{"Findings":{"scopes":{},"roles":[1]}}'])(
    'is refused with the consent manifest %s',
    (text) => {
      expect(() => parseConsentManifest(text, 'ward-desk')).toThrow(ConsumerError);
    },
  );

  it('is held by the program, which writes no more down than a team has declared', async () => {
    const graph = fixture('contracts/narrowing/to');
    const run = (...args: readonly string[]) =>
      runProgram('consumers', { args: ['--registry', folder, '--graph', graph, ...args] }).ended;
    const before = readFileSync(join(folder, 'ward-desk/consent.json'), 'utf8');
    const refused = await run('--write');
    expect(refused.stderr).toContain('ward-desk: Findings: Patient.findings takes DIAGNOSIS');
    expect(refused.code).toBe(1);
    expect(readFileSync(join(folder, 'ward-desk/consent.json'), 'utf8')).toBe(before);
    for (const team of ['ward-desk', 'border-desk']) {
      const path = join(folder, team, 'manifest.json');
      const declared = readFileSync(path, 'utf8').replace('"PERSON"', '"PERSON", "DIAGNOSIS"');
      writeFileSync(path, declared);
    }
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('agree with the team that its operation takes more'),
    });
    expect((await run('--write')).code).toBe(0);
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
  });
});
