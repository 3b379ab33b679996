/** One record, by every path: what is withheld from a list is withheld wherever else it could be met. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewRecord } from '@causeway/records';
import { confidentialityOf, earliestInstant } from '@causeway/schema';
import {
  BAUHINIA_CLINIC,
  CHILD_CHAN,
  NOT_JOINED_TANG,
  PATIENT_CHAN,
  SUSPENDED_LEUNG,
  UNKNOWN_PATIENT,
  WITHDRAWN_CHEUNG,
  idOf,
  openStores,
} from '@causeway/seeds';
import type { OpenStores, PersonaName } from '@causeway/seeds';
import { buildSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { labelled, recordsOf } from '../support/records.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const API = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const CHAN = { id: PATIENT_CHAN };
const SECRET = 'SECRET';
const SECRET_CODE = 'secret-code';

let graph: TestGraph;
let stores: OpenStores;

beforeAll(async () => {
  const folder = copyOfSeededWorld(TODAY);
  stores = openStores(folder.path, () => graph.time.now);
  hide();
  graph = await startGraph({ folder });
});

afterAll(async () => {
  stores.close();
  await graph.close();
});

const patientWith = (selection: string): string =>
  `query ($id: ID!) { patient(id: $id) { ${selection} } }`;

const listOf = (list: string, node: string, args = 'first: 100'): string =>
  `${list}(${args}) { totalCount edges { node { ${node} } } }`;

const ask = (who: PersonaName, selection: string) => graph.ask(who, patientWith(selection), CHAN);

/** A record of the patient that Dr Li may read if its category is granted. */
function visible(type: NewRecord['type'], category?: NewRecord['category']): NewRecord {
  const found = recordsOf(stores, PATIENT_CHAN, type).find(
    (record) =>
      confidentialityOf(record.security) === 'N' &&
      record.clinicalDate?.startsWith('2026') === true &&
      (category === undefined || record.category === category),
  );
  if (found === undefined) throw new Error(`Expected a normal ${type} of this year`);
  return found;
}

/** A very restricted record with words and a code that nothing else has. */
function secret(record: NewRecord, name: string, stated: Partial<NewRecord> = {}): NewRecord {
  const id = idOf(`${SECRET}/${name}`);
  const code = { text: SECRET, coding: [{ system: 'urn:secret', code: SECRET_CODE }] };
  const codes = [{ element: 'code', system: 'urn:secret', code: SECRET_CODE }];
  return {
    ...labelled(record, 'V'),
    id,
    sourceId: id,
    status: SECRET,
    content: { ...record.content, code },
    codes,
    ...stated,
  };
}

const linkTo = ({ id }: NewRecord, element: string, position = 90) => ({
  element,
  position,
  target: id,
});

/** Puts secret records behind each kind of reference of a record that may be read. */
function hide(): void {
  const allergy = visible('AllergyIntolerance');
  const report = visible('DiagnosticReport', 'LAB_REPORT');
  const observation = visible('Observation', 'LAB_REPORT');
  const request = visible('MedicationRequest', 'MEDICATION');
  const provenance = visible('Provenance');
  const condition = visible('Condition', 'DIAGNOSIS');
  const secrets = {
    allergy: secret(allergy, 'allergy'),
    observation: secret(observation, 'observation'),
    condition: secret(condition, 'condition'),
    encounter: secret(visible('Encounter'), 'encounter'),
    provenance: secret(provenance, 'provenance', { links: [linkTo(allergy, 'target', 0)] }),
  };
  stores.records.putRecords(Object.values(secrets));
  stores.records.putRecords([
    {
      ...allergy,
      encounter: secrets.encounter.id,
      links: [linkTo(secrets.encounter, 'encounter', 0)],
    },
    {
      ...report,
      links: [
        ...report.links,
        linkTo(secrets.observation, 'result'),
        linkTo(observation, 'result', 91),
      ],
    },
    { ...observation, links: [...observation.links, linkTo(secrets.observation, 'hasMember')] },
    {
      ...request,
      links: [
        ...request.links,
        linkTo(secrets.condition, 'reasonReference'),
        linkTo(condition, 'reasonReference', 91),
      ],
    },
    {
      ...provenance,
      links: [linkTo(allergy, 'target', 0), linkTo(secrets.allergy, 'target', 1)],
    },
  ]);
}

const IS = 'id status';

/** Every way to a secret record: a root list, a filter, each kind of reference, interfaces, detours. */
const WAYS: readonly (readonly [string, string])[] = [
  ['a list', listOf('laboratoryObservations', `${IS} code { text }`)],
  ['another list', listOf('allergyIntolerances', `${IS} code { text }`)],
  [
    'an alias of a list',
    `x: ${listOf('laboratoryObservations', `y: id status z: code { t: text }`)}`,
  ],
  ['a list from its end', listOf('laboratoryObservations', IS, 'last: 100')],
  [
    'a filter by its code',
    listOf('laboratoryObservations', IS, `first: 9, code: [{ code: "${SECRET_CODE}" }]`),
  ],
  ['a filter by its status', listOf('allergyIntolerances', IS, `first: 9, status: ["${SECRET}"]`)],
  ['result', listOf('laboratoryReports', `result { ${IS} code { text } }`)],
  ['result, two hops away', listOf('laboratoryReports', `result { hasMember { ${IS} } }`)],
  ['hasMember', listOf('laboratoryObservations', `hasMember { ${IS} }`)],
  [
    'hasMember as its type',
    listOf(
      'laboratoryObservations',
      'hasMember { ... on Observation { id status code { text } } }',
    ),
  ],
  ['encounter', listOf('allergyIntolerances', `encounter { ${IS} }`)],
  ['reasonReference', listOf('medicationRequests', `reasonReference { ${IS} }`)],
  [
    'reasonReference as its type',
    listOf(
      'medicationRequests',
      'reasonReference { ... on Condition { id status code { text } } }',
    ),
  ],
  ['provenance', listOf('allergyIntolerances', `provenance { ${IS} }`)],
  ['the target of provenance', listOf('allergyIntolerances', `provenance { target { ${IS} } }`)],
  [
    'the patient of another record',
    listOf('medicationRequests', `subject { ${listOf('laboratoryObservations', IS)} }`, 'first: 1'),
  ],
  [
    'the patient of a patient’s record’s patient',
    listOf(
      'allergyIntolerances',
      `patient { ${listOf('medicationRequests', `subject { ${listOf('laboratoryReports', `result { ${IS} }`)} }`, 'first: 1')} }`,
      'first: 1',
    ),
  ],
];

const READERS = ['dr-li', 'dr-wong', 'pharmacist-ng'] as const;

describe('a very restricted record', () => {
  it.each(WAYS)(
    'CVE-2025-31481, GHSA-cg3c-245w-728m: by %s is there for the patient and for nobody else',
    async (_way, selection) => {
      expect((await ask('patient-chan', selection)).text).toContain(SECRET);
      for (const who of READERS)
        expect([who, (await ask(who, selection)).text.includes(SECRET)]).toEqual([who, false]);
    },
  );

  it('CVE-2025-31481, GHSA-cg3c-245w-728m: has no address of its own: no node, nodes, record or _entities', async () => {
    const byId = idOf(`${SECRET}/observation`);
    for (const query of [
      `{ node(id: "${byId}") { id } }`,
      `{ nodes(ids: ["${byId}"]) { id } }`,
      `{ observation(id: "${byId}") { id } }`,
      `{ _entities(representations: [{ __typename: "Observation", id: "${byId}" }]) { __typename } }`,
    ]) {
      const { errors } = await graph.ask('dr-wong', query);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
        'GRAPHQL_VALIDATION_FAILED',
      ]);
      expect(graph.asked).toEqual([]);
    }
    const roots = Object.values(API.getQueryType()?.getFields() ?? {});
    const records = API.getPossibleTypes(interfaceNamed('ClinicalRecord')).map(({ name }) => name);
    expect(roots.filter(({ type }) => records.includes(getNamedType(type).name))).toEqual([]);
  });

  it('CVE-2025-31481, GHSA-cg3c-245w-728m: is nothing to the subgraph either, asked by reference under the caller’s permit', async () => {
    await ask('dr-wong', listOf('laboratoryObservations', 'id'));
    const [request] = graph.dataRequestsTo('records');
    const permit = request?.context.permits[0];
    if (permit === undefined) throw new Error('Expected a permit');
    const read = (id: string) => stores.records.records([permit], [id]).map((row) => row.id);
    expect(read(idOf(`${SECRET}/observation`))).toEqual([]);
    expect(read(visible('Observation', 'LAB_REPORT').id)).toHaveLength(1);
  });

  it('consent-server 2: is withheld at each hop, and no hop is for free', async () => {
    const hops = listOf(
      'laboratoryReports',
      `result { id hasMember { id ... on Observation { hasMember { id } encounter { id } } } encounter { id } }`,
    );
    expect((await ask('patient-chan', hops)).text).toContain(idOf(`${SECRET}/observation`));
    for (const who of READERS)
      expect((await ask(who, hops)).text).not.toContain(idOf(`${SECRET}/observation`));
  });
});

function interfaceNamed(name: string) {
  const type = API.getType(name);
  if (!isInterfaceType(type)) throw new Error(`Expected an interface ${name}`);
  return type;
}

/** The fields of a record type that lead to other clinical records, and take no arguments. */
function linksOf(type: GraphQLObjectType): readonly string[] {
  return Object.values(type.getFields())
    .filter(({ type: returned, args }) => {
      const named = getNamedType(returned);
      const isRecord =
        named.name === 'ClinicalRecord' ||
        (isObjectType(named) &&
          named.getInterfaces().some(({ name }) => name === 'ClinicalRecord'));
      return isRecord && args.length === 0;
    })
    .map(({ name }) => name);
}

/** The lists of records of a patient, and what they list. */
const LISTS = Object.values((API.getType('Patient') as GraphQLObjectType).getFields())
  .filter(({ args }) => args.some(({ name }) => name === 'restricted'))
  .map(({ name, type }) => {
    const node = getNamedType(type).name.replace(/Connection$/, '');
    return { list: name, type: API.getType(node) as GraphQLObjectType };
  });

interface Met {
  readonly id: string;
  readonly category: string;
  readonly clinicalDate: string | null;
  readonly security: readonly { readonly system: string; readonly code: string }[];
}

/** Every object in an answer that says what category it is of. */
function metIn(value: unknown): readonly Met[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(metIn);
  return 'category' in value && 'security' in value ? [value as Met, ...below] : below;
}

const FACTS = 'id category clinicalDate security { system code }';

describe('every reference of every record', () => {
  it('CVE-2026-124427, GHSA-xpg7-m6gm-4xfh: leads to what the caller may read, and nowhere else', async () => {
    const met = { 'dr-li': 0, 'dr-wong': 0, 'patient-chan': 0 };
    for (const { list, type } of LISTS) {
      const links = linksOf(type).map((link) => `${link} { ${FACTS} }`);
      const selection = listOf(list, `${FACTS} ${links.join(' ')}`);
      for (const who of ['dr-li', 'dr-wong', 'patient-chan'] as const) {
        const records = metIn((await ask(who, selection)).data);
        met[who] += records.length;
        if (who === 'patient-chan') continue;
        expect(records.filter(({ security }) => confidentialityOf(security) !== 'N')).toEqual([]);
        if (who === 'dr-wong') continue;
        const granted = ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'];
        expect(records.filter(({ category }) => !granted.includes(category))).toEqual([]);
        const isOld = ({ clinicalDate }: Met): boolean =>
          (earliestInstant(clinicalDate) ?? 0) < Date.parse('2023-11-22T00:00:00+08:00');
        expect(records.filter(isOld)).toEqual([]);
      }
    }
    expect(met['dr-li']).toBeGreaterThan(50);
    expect(met['dr-wong']).toBeGreaterThan(met['dr-li']);
    expect(met['patient-chan']).toBeGreaterThan(met['dr-wong']);
  });

  it('CVE-2026-124427, GHSA-xpg7-m6gm-4xfh: a cursor from elsewhere leads to no neighbour that is withheld', async () => {
    const all = await ask('patient-chan', 'allergyIntolerances(first: 100) { edges { cursor } }');
    const { edges } = (
      all.data as { patient: { allergyIntolerances: { edges: { cursor: string }[] } } }
    ).patient.allergyIntolerances;
    const own = await ask('dr-li', listOf('allergyIntolerances', 'id'));
    for (const { cursor } of edges) {
      for (const args of [`first: 1, after: "${cursor}"`, `last: 1, before: "${cursor}"`]) {
        const { data } = await ask('dr-li', listOf('allergyIntolerances', 'id', args));
        const [node] = JSON.stringify(data).match(/"id":"[^"]+"/) ?? [];
        if (node !== undefined) expect(own.text).toContain(node);
      }
    }
  });

  it('HackerOne 489146: an edge is there where its node is, its cursor tells of no other, and they are counted alike', async () => {
    for (const { list } of LISTS) {
      const { data } = await ask(
        'dr-wong',
        `${list}(first: 100) { totalCount pageInfo { startCursor endCursor } edges { cursor node { id } } }`,
      );
      const connection = (data as { patient: Record<string, Connection | null> }).patient[list];
      if (connection == null) continue;
      const { edges, totalCount, pageInfo } = connection;
      expect([list, edges.length]).toEqual([list, totalCount]);
      expect(edges.every(({ node }) => node !== null)).toBe(true);
      for (const { cursor, node } of edges)
        expect(Buffer.from(cursor, 'base64url').toString()).toContain(node?.id);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
        edges[0]?.cursor ?? null,
        edges.at(-1)?.cursor ?? null,
      ]);
    }
  });
});

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string } | null;
  }[];
}

describe('an interface', () => {
  it.each([
    ['its own fields', 'reasonReference { id category status }'],
    ['a fragment on it', 'reasonReference { ... on ClinicalRecord { id category status } }'],
    [
      'a fragment on the type',
      'reasonReference { ... on Condition { id category code { text } } }',
    ],
    ['both', 'reasonReference { category ... on Condition { id code { text } } }'],
    ['the type alone', 'reasonReference { __typename }'],
  ])(
    'GHSA-x33c-7c2v-mrj9: is no way around the label of what implements it, by %s',
    async (_mix, link) => {
      const selection = listOf('medicationRequests', link);
      const told = (text: string): boolean =>
        text.includes('DIAGNOSIS') || text.includes('Condition');
      expect(told((await ask('dr-wong', selection)).text.split('"errors"')[0] ?? '')).toBe(true);
      expect(told(JSON.stringify((await ask('dr-li', selection)).data))).toBe(false);
    },
  );
});

describe('a label within another', () => {
  it('aws-appsync-community#275: counts for the nested field alone', async () => {
    const { data, errors } = await ask(
      'dr-li',
      listOf('medicationRequests', 'id reasonCode { text } requester { display }', 'first: 1'),
    );
    expect(JSON.stringify(data)).toMatch(/"id":"[^"]+","reasonCode":null,"requester":null/);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
      'CONSENT_REQUIRED',
      'NOT_SHARABLE',
    ]);
    expect(graph.dataRequests().some(({ query }) => /reasonCode|requester/.test(query))).toBe(
      false,
    );
  });

  it('hasura/graphql-engine#10711: holds at any depth as at the first', async () => {
    const wanted = 'id hkid address { text } conditions { totalCount }';
    const around = (selection: string): string =>
      listOf('allergyIntolerances', `patient { ${selection} }`, 'first: 1');
    for (const selection of [
      around(wanted),
      around(around(wanted)),
      around(around(around(wanted))),
    ]) {
      const { text, errors } = await ask('dr-li', selection);
      expect(text).toContain('"hkid":null,"address":null,"conditions":null');
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
        'NOT_SHARABLE',
        'NOT_SHARABLE',
        'CONSENT_REQUIRED',
      ]);
    }
  });

  it.each([
    [['MEDICATION'], 'CONSENT_REQUIRED', false],
    [['DIAGNOSIS'], 'CONSENT_REQUIRED', true],
    [['MEDICATION', 'DIAGNOSIS'], undefined, false],
  ])(
    'CVE-2026-19869: the type’s and the field’s both count: %j',
    async (scopes, code, isListRefused) => {
      const give = `mutation ($patient: ID!, $organization: ID!, $scopes: [ConsentScope!]) {
        giveSharingConsent(patient: $patient, organization: $organization, scopes: $scopes) { id }
      }`;
      graph.time.now += 1_000;
      const given = await graph.ask('patient-chan', give, {
        patient: PATIENT_CHAN,
        organization: BAUHINIA_CLINIC,
        scopes,
      });
      expect(given.errors).toEqual([]);
      const { data, errors } = await ask(
        'dr-lee',
        listOf('medicationRequests', 'id reasonCode { text }', 'first: 1'),
      );
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(
        code === undefined ? [] : [code],
      );
      const { patient } = data as { patient: { medicationRequests: unknown } };
      expect(patient.medicationRequests === null).toBe(isListRefused);
      const { id } = (given.data as { giveSharingConsent: { id: string } }).giveSharingConsent;
      graph.time.now += 1_000;
      await graph.ask(
        'patient-chan',
        'mutation ($patient: ID!, $id: ID!) { revokeSharingConsent(patient: $patient, id: $id) { id } }',
        { patient: PATIENT_CHAN, id },
      );
    },
  );
});

describe('every root field', () => {
  /** How each is asked for all it might say of the patient. */
  const WORDS = 'id name { text } hkid allergyIntolerances { totalCount }';
  const ROOTS: Readonly<Record<string, string>> = {
    patient: `query ($id: ID!) { patient(id: $id) { ${WORDS} } }`,
    me: `{ me { ${WORDS} } }`,
    myGrant: `{ myGrant { patient { ${WORDS} } consent { subject { ${WORDS} } } } }`,
    myPatients: `{ myPatients { ${WORDS} } }`,
    auditEvents: `{ auditEvents { edges { node { patient { ${WORDS} } } } } }`,
    giveSharingConsent: `mutation ($id: ID!) { giveSharingConsent(patient: $id, organization: "${BAUHINIA_CLINIC}") { subject { ${WORDS} } } }`,
    revokeSharingConsent: `mutation ($id: ID!) { revokeSharingConsent(patient: $id, id: "${UNKNOWN_PATIENT}") { subject { ${WORDS} } } }`,
    revokeGrant: `mutation ($id: ID!) { revokeGrant(patient: $id, id: "${UNKNOWN_PATIENT}") { patient { ${WORDS} } } }`,
  };

  /** Those about nobody. */
  const OPEN = [
    'organization',
    'organizations',
    'practitioner',
    'practitionerRole',
    'publicHealthRecordSystem',
    'recognition',
    'recognitions',
    'recordTypes',
  ];

  it('CVE-2026-92681: is one of those that are tried here', () => {
    const roots = [API.getQueryType(), API.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(roots.sort()).toEqual([...Object.keys(ROOTS), ...OPEN].sort());
  });

  it.each(Object.entries(ROOTS))(
    'CVE-2026-92681: %s says nothing of the patient to those without a permit',
    async (_root, query) => {
      for (const who of ['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo', 'auditor', 'sdm-chan'] as const) {
        const { text } = await graph.ask(who, query, CHAN);
        expect([who, /CHAN Tai Man|陳大文|ZZ000001/.test(text)]).toEqual([who, false]);
      }
    },
  );

  it.each(Object.entries(ROOTS))(
    'CVE-2026-92681: %s keeps at home what stays at home',
    async (_root, query) => {
      const { text } = await graph.ask('dr-li', query, CHAN);
      expect(text).not.toContain('ZZ000001');
    },
  );
});

describe('an oracle', () => {
  const ARGUMENTS = ['after', 'before', 'code', 'first', 'last', 'period', 'restricted', 'status'];

  it('CVE-2022-36079, CVE-2026-32098, GHSA-72hp-qff8-4pvv, GHSA-mmg8-87c5-jrc2: lists take no where, no order, and no filter by what they do not list', () => {
    for (const { list } of LISTS) {
      const { args = [] } = (API.getType('Patient') as GraphQLObjectType).getFields()[list] ?? {};
      expect([list, args.map(({ name }) => name).sort()]).toEqual([list, ARGUMENTS]);
    }
    expect(Object.keys(API.getTypeMap()).filter((name) => /Where|OrderBy|Sort/.test(name))).toEqual(
      [],
    );
  });

  it.each([
    ['by a code', `code: [{ code: "${SECRET_CODE}" }]`, 'code: [{ code: "nobodys-code" }]'],
    [
      'by a code among others',
      `code: [{ code: "x" }, { code: "${SECRET_CODE}" }]`,
      'code: [{ code: "x" }, { code: "y" }]',
    ],
    ['by a status', `status: ["${SECRET}"]`, 'status: ["nobodys-status"]'],
    [
      'by a status and a period',
      `status: ["${SECRET}"], period: { start: "2026-01-01", end: "2026-12-31" }`,
      'status: ["nobodys-status"], period: { start: "2026-01-01", end: "2026-12-31" }',
    ],
  ])(
    'CVE-2022-36079, CVE-2026-32098, GHSA-72hp-qff8-4pvv, GHSA-mmg8-87c5-jrc2: a filter %s finds no more of what is withheld than of what is not there',
    async (_by, hidden, absent) => {
      const selection = (args: string): string =>
        `allergyIntolerances(first: 5, ${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id } } }`;
      expect((await ask('patient-chan', selection(hidden))).text).not.toContain('"totalCount":0');
      for (const who of READERS) {
        const one = await ask(who, selection(hidden));
        expect([who, one.text]).toEqual([who, (await ask(who, selection(absent))).text]);
        expect(one.text).toContain('"totalCount":0');
      }
    },
  );

  it('CVE-2022-36079, CVE-2026-32098, GHSA-72hp-qff8-4pvv, GHSA-mmg8-87c5-jrc2: a filter of a refused list is refused alike, whatever it would find', async () => {
    const refusals = await Promise.all(
      [
        'first: 5',
        `first: 5, code: [{ code: "${SECRET_CODE}" }]`,
        'first: 5, status: ["active"]',
      ].map(async (args) => (await ask('dr-li', `conditions(${args}) { totalCount }`)).text),
    );
    expect(new Set(refusals).size).toBe(1);
  });

  it.each(['dr-li', 'dr-zhao', 'dr-lee', 'pharmacist-ng'] as const)(
    'CVE-2026-6713: whether a patient exists is not told to %s',
    async (who) => {
      const told = async (id: string) => {
        const { status, headers, text } = await graph.ask(
          who,
          patientWith('id name { text } laboratoryReports { totalCount }'),
          { id },
        );
        const calls = graph.asked.map(({ subgraph, query }) => [subgraph, query]);
        return { status, headers: [...headers], text, calls };
      };
      const unknown = await told(UNKNOWN_PATIENT);
      expect(unknown.text).toBe('{"data":{"patient":null}}\n');
      for (const id of [CHILD_CHAN, WITHDRAWN_CHEUNG, SUSPENDED_LEUNG, NOT_JOINED_TANG])
        expect(await told(id)).toEqual(unknown);
    },
  );

  it('consent-server 10: denied and absent are one answer, and refusals depend on the permit alone', async () => {
    const missing = await graph.ask(
      'patient-chan',
      'mutation ($id: ID!) { revokeGrant(patient: $id, id: "00000000-0000-4000-8000-000000000000") { id } }',
      CHAN,
    );
    const others = await graph.ask(
      'patient-chan',
      'mutation ($id: ID!, $grant: ID!) { revokeGrant(patient: $id, id: $grant) { id } }',
      { ...CHAN, grant: idOf('grant/fung-tin-lok/lotus-lagoon') },
    );
    expect(others.text).toBe(missing.text);
    expect([...others.headers]).toEqual([...missing.headers]);
    const refusal = (list: string) => ask('pharmacist-ng', `${list} { totalCount }`);
    const [images, births] = [await refusal('imagingStudies'), await refusal('birthRecords')];
    expect(births.errors.map(({ extensions }) => extensions?.['code'])).toEqual(
      images.errors.map(({ extensions }) => extensions?.['code']),
    );
  });
});

describe('a record that nobody classified', () => {
  it.each<[string, NewRecord['security']]>([
    ['without labels', []],
    [
      'with a label that is not known',
      [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'X' }],
    ],
    [
      'with a label of no code',
      [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: null }],
    ],
    ['with a label of another system', [{ system: 'urn:other', code: 'N' }]],
  ])('consent-server 12: %s is treated as sensitive, by every path', async (_how, security) => {
    const record = visible('Observation', 'LAB_REPORT');
    const ways = [
      listOf('laboratoryObservations', 'id'),
      listOf('laboratoryReports', 'result { id }'),
      listOf('laboratoryReports', 'provenance { target { id } }'),
    ];
    const found = async () => {
      const texts = await Promise.all(ways.map((way) => ask('dr-li', way)));
      return texts.filter(({ text }) => text.includes(record.id)).length;
    };
    const summary = async () =>
      (await ask('dr-wong', 'recordSummary { labReport { count } }')).text;
    const [before, total] = [await found(), await summary()];
    expect(before).toBeGreaterThanOrEqual(2);
    stores.records.putRecords([{ ...record, security }]);
    expect(await found()).toBe(0);
    expect(await summary()).not.toBe(total);
    stores.records.putRecords([record]);
    expect(await found()).toBe(before);
  });
});

describe('a reference to another patient’s record', () => {
  it('consent-server 4: leads nowhere, though somebody could write it', async () => {
    const encounter = recordsOf(stores, CHILD_CHAN, 'Encounter')[0];
    if (encounter === undefined) throw new Error('Expected an encounter of the child');
    const request = visible('MedicationRequest', 'MEDICATION');
    stores.records.putRecords([
      {
        ...request,
        encounter: encounter.id,
        links: [linkTo(encounter, 'encounter', 0), linkTo(encounter, 'reasonReference', 0)],
      },
    ]);
    const selection = listOf('medicationRequests', 'encounter { id } reasonReference { id }');
    for (const who of ['patient-chan', 'dr-wong', 'dr-li', 'pharmacist-ng'] as const)
      expect([who, (await ask(who, selection)).text.includes(encounter.id)]).toEqual([who, false]);
    stores.records.putRecords([request]);
  });
});
