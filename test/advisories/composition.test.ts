/** Labels that composition loses, weakens or does not pass on; and supergraphs whose labels are called otherwise. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSupergraph, composeUnchecked } from '@causeway/schema/compose';
import { SUPERGRAPH_PATH } from '@causeway/schema/compose-files';
import { LabelError, readLabels, subgraphHeader } from '@causeway/schema';
import { PATIENT_CHAN } from '@causeway/seeds';
import { labelTablesOf } from '../contract/label-tables.js';
import { EXPECTED_LABELS } from '../contract/labels.expectations.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const SUPERGRAPH = readFileSync(SUPERGRAPH_PATH, 'utf8');

const QUERY = 'type Query { patient(id: ID! @patientId): Patient }';
const PATIENT = 'type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';

/** The rules that subgraphs break together; those of form are of no interest here. */
function brokenBy(...sdls: readonly string[]): readonly string[] {
  const subgraphs = sdls.map((sdl, index) => ({
    name: `s${index}`,
    url: `http://s${index}.test`,
    sdl: sdl.startsWith('extend schema') ? sdl : `${subgraphHeader()}\n${sdl}`,
  }));
  const problems = checkSupergraph({ subgraphs, supergraph: composeUnchecked(subgraphs) });
  return [...new Set(problems.map(({ rule }) => rule))].filter(
    (rule) => rule !== 'everything-is-described',
  );
}

describe('composition', () => {
  it('composition: implementation labelled, interface not: a selection on the interface gets the label of what it meets', () => {
    const sdl = `${QUERY} interface Record { id: ID! text: String }
      ${PATIENT.replace('Patient', 'Patient implements Record')} { id: ID! text: String @domestic record: Record @consent(scope: "DIAGNOSIS") }`;
    expect(brokenBy(sdl)).toEqual([]);
    const subgraph = { name: 's', url: 'http://s.test', sdl: `${subgraphHeader()}\n${sdl}` };
    const labels = readLabels(composeUnchecked([subgraph]));
    expect(labels.field('Patient', 'text')).toEqual({ scopes: [], domestic: true });
  });

  it('composition: interface labelled, implementation not: does not pass', () => {
    expect(
      brokenBy(`${QUERY} interface Record { id: ID! text: String @domestic }
      ${PATIENT.replace('Patient', 'Patient implements Record')} { id: ID! text: String }`),
    ).toContain('interfaces-and-unions-carry-no-labels');
  });

  it('composition: @requires of a labelled field: does not pass without the label', () => {
    const owner = `${QUERY} ${PATIENT} { id: ID! hiv: String @consent(scope: "LAB_REPORT") }`;
    const reader = (label: string): string =>
      `${PATIENT} { id: ID! hiv: String @external summary: String @requires(fields: "hiv") ${label} }`;
    expect(brokenBy(owner, reader(''))).toEqual(['derived-fields-carry-what-they-read']);
    expect(brokenBy(owner, reader('@consent(scope: "LAB_REPORT")'))).toEqual([]);
  });

  it('composition: shareable field, labelled in one subgraph: does not pass, and is labelled if it does', () => {
    const labelled = `${QUERY} ${PATIENT} { id: ID! hiv: String @shareable @consent(scope: "LAB_REPORT") }`;
    const bare = `${PATIENT} { id: ID! hiv: String @shareable }`;
    expect(brokenBy(labelled, bare)).toEqual(['subgraphs-agree-on-labels']);
    const supergraph = composeUnchecked(
      [labelled, bare].map((sdl, n) => ({
        name: `s${n}`,
        url: `http://s${n}.test`,
        sdl: `${subgraphHeader()}\n${sdl}`,
      })),
    );
    expect(readLabels(supergraph).field('Patient', 'hiv').scopes).toEqual(['LAB_REPORT']);
  });

  it('composition: shareable field, arguments differ: no majority wins, all of them count and it does not pass', () => {
    const sdls = ['DIAGNOSIS', 'PROCEDURE', 'PROCEDURE'].map(
      (scope, n) =>
        `${n === 0 ? QUERY : ''} ${PATIENT} { id: ID! hiv: String @shareable @consent(scope: "${scope}") }`,
    );
    expect(brokenBy(...sdls)).toEqual(['subgraphs-agree-on-labels']);
    const supergraph = composeUnchecked(
      sdls.map((sdl, n) => ({
        name: `s${n}`,
        url: `http://s${n}.test`,
        sdl: `${subgraphHeader()}\n${sdl}`,
      })),
    );
    expect([...readLabels(supergraph).field('Patient', 'hiv').scopes].sort()).toEqual([
      'DIAGNOSIS',
      'PROCEDURE',
    ]);
  });

  it('composition: @composeDirective forgotten: does not pass, and what lost its labels is not served', () => {
    const header = subgraphHeader().replace('@composeDirective(name: "@consent")', '');
    const bare = `${header} ${QUERY} ${PATIENT} { id: ID! name: String }`;
    expect(brokenBy(bare)).toContain('subgraphs-compose-every-directive');
    expect(brokenBy(bare)).toContain('labels-survive-composition');
  });

  it('composition: renamed on import: is the same label', () => {
    const sdl = `${subgraphHeader()} ${QUERY} ${PATIENT} { id: ID! hkid: String @domestic }`
      .replaceAll('@domestic', '@d')
      .replace('"@d"', '{ name: "@domestic", as: "@d" }')
      .replace('@composeDirective(name: "@domestic")', '@composeDirective(name: "@d")');
    expect(brokenBy(sdl)).toEqual([]);
    expect(brokenBy(sdl.replace('hkid: String @d', 'hkid: String @d @open'))).not.toEqual([]);
  });

  it('GHSA-mx7m-j9xf-62hw: a label on an interface’s field is refused, which its implementations would not have', () => {
    for (const label of ['@domestic', '@consent(scope: "LAB_REPORT")', '@open']) {
      expect(
        brokenBy(`${QUERY} interface Record { id: ID! text: String ${label} }
        ${PATIENT.replace('Patient', 'Patient implements Record')} { id: ID! text: String }`),
      ).toContain('interfaces-and-unions-carry-no-labels');
    }
  });

  const OWNER = `${QUERY} interface Named { name: String }
    ${PATIENT} { id: ID! hiv: String @consent(scope: "LAB_REPORT") contact: Named @domestic }
    type Contact implements Named { name: String @shareable }`;
  const reader = (fields: string): string => `${PATIENT} { id: ID! ${fields} }`;
  const CONTACT = `interface Named { name: String }
    type Contact implements Named { name: String @external }`;

  it.each([
    ['directly', [reader('hiv: String @external advice: String @requires(fields: "hiv")')]],
    [
      'through a chain',
      [
        reader(
          'hiv: String @external risk: String @requires(fields: "hiv") @consent(scope: "LAB_REPORT")',
        ),
        reader('risk: String @external advice: String @requires(fields: "risk")'),
      ],
    ],
    [
      'through a type condition',
      [
        `${reader('contact: Named @external advice: String @requires(fields: "contact { ... on Contact { name } }")')} ${CONTACT}`,
      ],
    ],
    [
      'through an interface',
      [
        `${reader('contact: Named @external advice: String @requires(fields: "contact { name }")')} ${CONTACT}`,
      ],
    ],
  ])(
    'GHSA-m8jr-fxqx-8xx6: what reads a labelled field %s does not pass without its label',
    (_how, readers) => {
      expect(brokenBy(OWNER, ...readers)).toContain('derived-fields-carry-what-they-read');
    },
  );
});

const LINK = /@link\(\s*url: "https:\/\/specs\.causeway\.health\/consent\/v1\.0"[^)]*\)/;
const DIRECTIVES = ['consent', 'subject', 'patientId', 'domestic', 'open'];

/** The supergraph with the layer's directives under other names. */
function renamed(link: string, nameOf: (directive: string) => string): string {
  const others = DIRECTIVES.reduce(
    (sdl, directive) =>
      sdl.replace(new RegExp(`@${directive}(?![A-Za-z_"])`, 'g'), `@${nameOf(directive)}`),
    SUPERGRAPH.replace(LINK, '@@LINK@@'),
  );
  return others.replace('@@LINK@@', link);
}

const URL = 'url: "https://specs.causeway.health/consent/v1.0"';

/** The directive that is called like its specification goes by the specification's name alone. */
const prefixed =
  (prefix: string) =>
  (name: string): string =>
    name === 'consent' ? prefix : `${prefix}__${name}`;

const RENAMED: readonly (readonly [string, string])[] = [
  [
    'by `as` of each import',
    renamed(
      `@link(${URL}, import: [${DIRECTIVES.map((name) => `{ name: "@${name}", as: "@my_${name}" }`).join(', ')}])`,
      (name) => `my_${name}`,
    ),
  ],
  ['by the prefix of the specification', renamed(`@link(${URL})`, prefixed('consent'))],
  ['by another prefix', renamed(`@link(${URL}, as: "hk")`, prefixed('hk'))],
];

describe('a supergraph whose directives are renamed', () => {
  it.each(RENAMED)('CVE-2025-64347, GHSA-g8jh-vg5j-4h3f: %s has the same labels', (_how, sdl) => {
    expect(sdl.includes(' @domestic')).toBe(false);
    expect(labelTablesOf(sdl)).toEqual(EXPECTED_LABELS);
  });

  it.each(['@requiresScopes', '@authenticated'])(
    'CVE-2025-64347, GHSA-g8jh-vg5j-4h3f: federation’s %s counts under another name',
    (directive) => {
      const name = directive.slice(1);
      const sdl = SUPERGRAPH.replace(
        `@link(url: "https://specs.apollo.dev/${name}/v0.1", for: SECURITY)`,
        `@link(url: "https://specs.apollo.dev/${name}/v0.1", import: [{ name: "${directive}", as: "@needs" }], for: SECURITY)`,
      ).replaceAll(new RegExp(`(?<!")${directive}\\b(?!")`, 'g'), '@needs');
      expect(sdl).toContain('@needs');
      expect(labelTablesOf(sdl)).toEqual(EXPECTED_LABELS);
    },
  );

  it('CVE-2025-64347, GHSA-g8jh-vg5j-4h3f: an unknown link for security is not served', () => {
    const sdl = SUPERGRAPH.replace(
      'schema @link',
      'schema @link(url: "https://specs.example.org/policy/v0.1", for: SECURITY) @link',
    );
    expect(() => readLabels(sdl)).toThrow(LabelError);
  });
});

describe('a gateway over the renamed supergraph', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ supergraphSdl: RENAMED[2]?.[1] ?? '' });
  });

  afterAll(() => graph.close());

  it('CVE-2025-64347, GHSA-g8jh-vg5j-4h3f: enforces it', async () => {
    const { data, errors } = await graph.ask(
      'dr-li',
      'query ($id: ID!) { patient(id: $id) { name { text } hkid conditions { totalCount } } }',
      { id: PATIENT_CHAN },
    );
    expect(data).toMatchObject({
      patient: { name: expect.any(Array), hkid: null, conditions: null },
    });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
      'NOT_SHARABLE',
      'CONSENT_REQUIRED',
    ]);
    expect((await graph.ask('dr-zhao', '{ auditEvents { totalCount } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
