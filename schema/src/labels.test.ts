import { describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { LabelError, readLabels } from './labels.js';

const CONSENT_LINK =
  '@link(url: "https://specs.causeway.health/consent/v1.0", import: ["@consent", "@subject", "@patientId", "@domestic", "@open"])';

/** A supergraph as composers write it, with the given links and types. */
const supergraph = (types: string, links = CONSENT_LINK): string => `
  schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
    @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
    @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
    @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
    ${links} { query: Query ${types.includes('type Mutation') ? 'mutation: Mutation' : ''} }
  ${types}
`;

const GRAPH = supergraph(`
  type Query {
    patient(id: ID! @patientId): Patient
    found(where: Where!): Patient
    me: Patient
    myGrant: Patient
    myPatients: [Patient!]
    organization(id: ID!): Organization @open @authenticated
    auditEvents: [Patient!] @requiresScopes(scopes: [["office:auditor"], ["office:commissioner"]])
    facts: String @inaccessible
  }
  type Mutation {
    revokeGrant(patient: ID! @patientId(action: "AUTHORISE")): Boolean @consent(scope: "GRANT")
  }
  input Where { patient: Who! code: String @consent(scope: "DIAGNOSIS") }
  input Who { id: ID! @patientId(action: "DEPOSIT") }
  type Patient @join__type(graph: A, key: "id") @subject(id: "id", security: "security { system code }") @consent(scope: "PERSON") {
    id: ID!
    name: Name
    security: [Coding!]
    hkid: String @domestic
    conditions(reason: String @consent(scope: "PROCEDURE")): [String!] @consent(scope: "DIAGNOSIS") @consent(scope: "MEDICATION")
  }
  type Organization @join__type(graph: A, key: "id") @open { id: ID! licence: Licence }
  type Licence @requiresScopes(scopes: [["licence"]]) { number: String @requiresScopes(scopes: [["number"], ["any"]]) }
  type Name { text: String }
  type Coding @join__type(graph: A) { system: String code: String }
`);

describe('readLabels', () => {
  const labels = readLabels(GRAPH);

  it('tells record types, open types and value types apart', () => {
    const patient = labels.type('Patient');
    expect(patient).toMatchObject({
      kind: 'record',
      presence: { scopes: ['PERSON'], domestic: false },
    });
    expect(labels.type('Organization')).toEqual({ kind: 'open', keys: new Set(['id']) });
    expect(labels.type('Name')).toEqual({ kind: 'value' });
  });

  it('parses what @subject names', () => {
    const patient = labels.type('Patient');
    if (patient?.kind !== 'record') throw new Error('Expected a record type');
    expect(Object.keys(patient.subject)).toEqual(['id', 'security']);
    expect(patient.subject.security && print(patient.subject.security).replace(/\s+/g, ' ')).toBe(
      '{ security { system code } }',
    );
  });

  it('knows no kind for root types, introspection and what is no object type', () => {
    for (const name of ['Query', 'Mutation', '__Schema', 'String', 'Where', 'Unknown']) {
      expect(labels.type(name)).toBeUndefined();
    }
  });

  it.each([
    ['Patient', 'name', [], false],
    ['Patient', 'hkid', [], true],
    ['Patient', 'conditions', ['DIAGNOSIS', 'MEDICATION'], false],
    ['Mutation', 'revokeGrant', ['GRANT'], false],
    ['Patient', '__typename', [], false],
  ])('gives %s.%s its own labels only', (type, field, scopes, domestic) => {
    expect(labels.field(type, field)).toEqual({ scopes, domestic });
  });

  it('gives arguments and input fields theirs', () => {
    expect(labels.argument('Patient', 'conditions', 'reason').scopes).toEqual(['PROCEDURE']);
    expect(labels.inputField('Where', 'code').scopes).toEqual(['DIAGNOSIS']);
    expect(labels.argument('Query', 'patient', 'id').scopes).toEqual([]);
    expect(labels.argument('Query', 'found', 'where').scopes).toEqual(['DIAGNOSIS']);
  });

  it.each([
    ['query', 'patient', { kind: 'patientId', argument: ['id'], action: 'READ' }],
    [
      'query',
      'found',
      { kind: 'patientId', argument: ['where', 'patient', 'id'], action: 'DEPOSIT' },
    ],
    ['mutation', 'revokeGrant', { kind: 'patientId', argument: ['patient'], action: 'AUTHORISE' }],
    ['query', 'me', { kind: 'token' }],
    ['query', 'myGrant', { kind: 'token' }],
    ['query', 'myPatients', { kind: 'unnamed' }],
    ['query', 'organization', { kind: 'open' }],
    ['query', 'facts', undefined],
    ['mutation', 'me', undefined],
    ['subscription', 'me', undefined],
  ] as const)('says whose data %s %s leads to', (operation, field, root) => {
    expect(labels.root(operation, field)).toEqual(root);
  });

  it('joins the roles of a field, of its type and of the type it returns', () => {
    expect(labels.roles('Query', 'organization')).toEqual({ authenticated: true, anyOf: [] });
    expect(labels.roles('Query', 'auditEvents').anyOf).toEqual([
      ['office:auditor'],
      ['office:commissioner'],
    ]);
    expect(labels.roles('Organization', 'licence').anyOf).toEqual([['licence']]);
    expect(labels.roles('Licence', 'number').anyOf).toEqual([
      ['licence', 'number'],
      ['any', 'licence'],
    ]);
    expect(labels.roles('Licence', '__typename').anyOf).toEqual([['licence']]);
    expect(labels.roles('Patient', 'name')).toEqual({ authenticated: false, anyOf: [] });
  });

  it('asks of an interface what each of its implementations asks for', () => {
    const places = readLabels(
      supergraph(`
        type Query { places: [Place!] @open }
        interface Place { beds: Int kind: Kind name: String }
        type Ward implements Place @requiresScopes(scopes: [["ward"]]) {
          beds: Int @requiresScopes(scopes: [["beds"], ["all"]]) kind: Kind name: String
        }
        type Hall implements Place { beds: Int @requiresScopes(scopes: [["hall"]]) kind: Kind name: String }
        enum Kind @requiresScopes(scopes: [["kind"]]) { ACUTE }
      `),
    );
    const anyOf = (type: string, field: string) => places.roles(type, field).anyOf;
    expect(anyOf('Query', 'places')).toEqual([['ward']]);
    expect(anyOf('Place', 'name')).toEqual([['ward']]);
    expect(anyOf('Place', '__typename')).toEqual([['ward']]);
    expect(anyOf('Place', 'beds')).toEqual([
      ['beds', 'hall', 'ward'],
      ['all', 'hall', 'ward'],
    ]);
    expect(anyOf('Place', 'kind')).toEqual([['kind', 'ward']]);
    expect(anyOf('Hall', 'kind')).toEqual([['kind']]);
    expect(anyOf('Hall', 'name')).toEqual([]);
  });
});

describe('a directive that goes by another name', () => {
  const record = (consent: string, subject: string) =>
    `type Query { me: Patient } type Patient @join__type(graph: A, key: "id") ${subject}(id: "id") { id: ID! name: String ${consent}(scope: "PERSON") }`;

  it.each([
    [
      'by `as` on import',
      'import: [{ name: "@consent", as: "@label" }, { name: "@subject", as: "@about" }]',
      '@label',
      '@about',
    ],
    ['by the namespace of its link', '', '@consent', '@consent__subject'],
    ['by `as` on the link', 'as: "c"', '@c', '@c__subject'],
    [
      'by `as` on the link beside an import',
      'as: "c", import: [{ name: "@consent", as: "@label" }]',
      '@label',
      '@c__subject',
    ],
  ])('is found when renamed %s', (_, options, consent, subject) => {
    const labels = readLabels(
      supergraph(
        record(consent, subject),
        `@link(url: "https://specs.causeway.health/consent/v1.0" ${options})`,
      ),
    );
    expect(labels.type('Patient')?.kind).toBe('record');
    expect(labels.field('Patient', 'name').scopes).toEqual(['PERSON']);
  });

  it('is found when the link directive itself is renamed', () => {
    const text = supergraph(record('@consent', '@subject'))
      .replaceAll('@link(', '@uses(')
      .replace('/link/v1.0"', '/link/v1.0", import: [{ name: "@link", as: "@uses" }]');
    expect(readLabels(text).field('Patient', 'name').scopes).toEqual(['PERSON']);
  });

  it('is found for the roles of federation too', () => {
    const text = supergraph(
      'type Query { x: String @needs(scopes: [["a"]]) @open y: String @signedIn @open }',
    )
      .replace('authenticated/v0.1"', 'authenticated/v0.1", as: "signedIn"')
      .replace(
        'requiresScopes/v0.1"',
        'requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@needs" }]',
      );
    const labels = readLabels(text);
    expect(labels.roles('Query', 'x').anyOf).toEqual([['a']]);
    expect(labels.roles('Query', 'y').authenticated).toBe(true);
  });
});

describe('a supergraph is refused', () => {
  const problemsOf = (sdl: string): readonly string[] => {
    try {
      readLabels(sdl);
    } catch (error) {
      if (error instanceof LabelError)
        return error.problems.map(({ rule, coordinate }) => `${rule} ${coordinate}`);
      throw error;
    }
    return [];
  };
  const query = (fields: string, types = '') => supergraph(`type Query { ${fields} } ${types}`);
  const SPECIFICATION = 'https://specs.causeway.health/consent';

  it.each([
    [
      'without the consent specification',
      supergraph('type Query { me: String }', ''),
      `links-are-known ${SPECIFICATION}/v1.0`,
    ],
    [
      'with another version of it',
      GRAPH.replace('consent/v1.0', 'consent/v1.1'),
      `links-are-known ${SPECIFICATION}/v1.1`,
    ],
    [
      'with an import it does not know',
      GRAPH.replace('"@open"]', '"@open", "@secret"]'),
      `links-are-known ${SPECIFICATION}/v1.0`,
    ],
    [
      'with a security link that is not known',
      GRAPH.replace('authenticated/v0.1', 'policy/v0.1'),
      'links-are-known https://specs.apollo.dev/policy/v0.1',
    ],
    [
      'with contexts, whose reads nothing follows',
      GRAPH.replace('authenticated/v0.1', 'context/v0.1'),
      'links-are-known https://specs.apollo.dev/context/v0.1',
    ],
    [
      'with a name of two meanings',
      GRAPH.replace('"@open"]', '{ name: "@open", as: "@authenticated" }]'),
      'links-are-known @authenticated',
    ],
    [
      'with a directive of the specification that is not known',
      query('me: String @consent__secret'),
      'links-are-known @consent__secret',
    ],
    ['with a directive of nobody', query('me: String @cached'), 'links-are-known @cached'],
    [
      'with a scope outside the catalogue',
      query('me: String @consent(scope: "PERSONAL")'),
      'scopes-are-in-the-catalogue Query.me',
    ],
    [
      'with an entity of no kind',
      query('me: P', 'type P @join__type(graph: A, key: "id") { id: ID! }'),
      'object-types-are-of-one-kind P',
    ],
    [
      'with a type of two kinds',
      query('me: P', 'type P @subject(id: "id") @open { id: ID! }'),
      'object-types-are-of-one-kind P',
    ],
    [
      'with a subject told twice',
      query('me: P', 'type P @subject(id: "id") @subject(id: "a") { id: ID! }'),
      'object-types-are-of-one-kind P',
    ],
    [
      'with a subject that is no selection',
      query('me: P', 'type P @subject(id: "id {") { id: ID! }'),
      'object-types-are-of-one-kind P',
    ],
    [
      'with a subject that selects more than one thing can close',
      query('me: P', 'type P @subject(id: "id} {a") { id: ID! }'),
      'object-types-are-of-one-kind P',
    ],
    [
      'with two kinds of a root field',
      query('me(id: ID! @patientId): String'),
      'root-fields-are-of-one-kind Query.me',
    ],
    [
      'with two patients at once',
      query('both(a: ID! @patientId, b: ID! @patientId): String'),
      'root-fields-are-of-one-kind Query.both',
    ],
    [
      'with a list of patients',
      query('many(ids: [ID!]! @patientId): String'),
      'root-fields-are-of-one-kind Query.many(ids:)',
    ],
    [
      'with an action that is not known',
      query('x(id: ID! @patientId(action: "BROWSE")): String'),
      'root-fields-are-of-one-kind Query.x(id:)',
    ],
    [
      'with a role on an interface',
      query('me: R', 'interface R @authenticated { id: ID }'),
      'interfaces-and-unions-carry-no-labels R',
    ],
  ])('%s', (_, sdl, problem) => {
    expect(problemsOf(sdl)).toContain(problem);
  });
});
