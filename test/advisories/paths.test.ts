/** One record, by every path: what is withheld from a list is withheld wherever else it could be met. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewRecord } from '@causeway/records';
import { CHILD_CHAN, PATIENT_CHAN, idOf } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { getNamedType, isInterfaceType, isUnionType } from 'graphql';
import { recordsOf } from '../support/records.js';
import { openEvents } from '../support/event-stream.js';
import {
  API,
  CHAN,
  READERS,
  SECRET,
  linkTo,
  listOf,
  startSecretWorld,
  visible,
} from './secret-world.js';
import type { SecretWorld } from './secret-world.js';
import { ENTRANCES, STREAMS, WAYS, WAYS_TOGETHER } from './ways.js';

let world: SecretWorld;

beforeAll(async () => {
  world = await startSecretWorld({ isServed: true });
});

afterAll(() => world.close());

describe('a very restricted record', () => {
  it.each(WAYS)(
    'CVE-2025-31481, GHSA-cg3c-245w-728m: by %s is there for the patient and for nobody else',
    async (_way, selection) => {
      expect((await world.ask('patient-chan', selection)).text).toContain(SECRET);
      for (const who of READERS)
        expect([who, (await world.ask(who, selection)).text.includes(SECRET)]).toEqual([
          who,
          false,
        ]);
    },
  );

  it.each(ENTRANCES)(
    'CVE-2025-31481, GHSA-cg3c-245w-728m: from $by is on none of these ways for $who',
    async ({ who, query, variables = {} }) => {
      for (const ways of WAYS_TOGETHER) {
        const { text } = await world.graph.ask(who, query(`name { text } ${ways}`), variables);
        expect(text).toContain('CHAN Tai Man');
        expect([ways, text.includes(SECRET)]).toEqual([ways, false]);
      }
    },
  );

  it.each(STREAMS)(
    'CVE-2025-31481, GHSA-cg3c-245w-728m, 849316d: in events, from $by is on none of these ways for $who',
    async ({ who, query, variables = {} }) => {
      const url = `${world.graph.url ?? ''}/graphql`;
      const headers = await world.graph.headersOf(who);
      const told: string[] = [];
      for (const ways of WAYS_TOGETHER) {
        const asked = { query: query(`name { text } ${ways}`), variables };
        const stream = await openEvents(url, headers, asked);
        const text = JSON.stringify(await stream.next());
        stream.close();
        expect([ways, text.includes(SECRET)]).toEqual([ways, false]);
        told.push(text);
      }
      expect(told.some((text) => text.includes('CHAN Tai Man'))).toBe(who === 'dr-li');
    },
  );

  it('CVE-2025-31481, GHSA-cg3c-245w-728m: from another patient’s data is on none of these ways', async () => {
    const child = recordsOf(world.stores, CHILD_CHAN, 'Encounter')[0];
    if (child === undefined) throw new Error('Expected an encounter of the child');
    const target = { id: idOf(`${SECRET}/observation`) } as NewRecord;
    const links = ['basedOn', 'reasonReference'].map((element) => linkTo(target, element));
    world.stores.records.putRecords([{ ...child, links: [...child.links, ...links] }]);
    const selection = listOf(
      'encounters',
      'id basedOn { id status } reasonReference { id status }',
    );
    for (const who of ['sdm-chan', 'dr-wong', 'patient-chan', 'dr-li'] as const) {
      const query = `query ($id: ID!, $child: ID!) { child: patient(id: $child) { ${selection} } patient(id: $id) { name { text } } }`;
      const { text } = await world.graph.ask(who, query, { ...CHAN, child: CHILD_CHAN });
      expect([who, text.includes(SECRET)]).toEqual([who, false]);
      // The child's own encounter is there for those who may see it.
      expect([who, text.includes(child.id)]).toEqual([who, ['sdm-chan', 'dr-wong'].includes(who)]);
    }
    world.stores.records.putRecords([child]);
  });

  it('CVE-2025-31481, GHSA-cg3c-245w-728m: is in no union', () => {
    const records = API.getPossibleTypes(interfaceNamed('ClinicalRecord')).map(({ name }) => name);
    const members = Object.values(API.getTypeMap())
      .filter(isUnionType)
      .flatMap((union) => union.getTypes().map(({ name }) => name));
    expect(members).not.toEqual([]);
    expect(members.filter((name) => name === 'Patient' || records.includes(name))).toEqual([]);
  });

  it('CVE-2025-31481, GHSA-cg3c-245w-728m, consent-server 9: is exported to the patient, and to nobody else', async () => {
    const { url } = world.graph;
    const exported = async (who: PersonaName, path: string, patient: string): Promise<string> => {
      const response = await fetch(`${url ?? ''}${path}`, {
        method: 'POST',
        headers: { ...(await world.graph.headersOf(who)), 'content-type': 'application/json' },
        body: JSON.stringify({
          patient,
          ...(path !== '/self-carry/files' && { categories: ['LAB_REPORT'] }),
        }),
      });
      return response.text();
    };
    const whole = await exported('patient-chan', '/self-carry/bundle', PATIENT_CHAN);
    expect(whole).toContain(idOf(`${SECRET}/observation`));
    const others = [...READERS, 'dr-lee', 'caregiver-chan', 'sdm-chan', 'auditor'] as const;
    for (const who of others)
      for (const path of ['/self-carry', '/self-carry/bundle', '/self-carry/files'])
        expect([who, path, await exported(who, path, PATIENT_CHAN)]).toEqual([
          who,
          path,
          expect.stringMatching(/"code":"(FORBIDDEN|NOT_FOUND)"/),
        ]);
    // Who decides for the child takes the child's record along, and no other's.
    expect(await exported('sdm-chan', '/self-carry/bundle', CHILD_CHAN)).not.toContain(SECRET);
  });

  it('CVE-2025-31481, GHSA-cg3c-245w-728m: has no address of its own: no node, nodes, record or _entities', async () => {
    const byId = idOf(`${SECRET}/observation`);
    for (const query of [
      `{ node(id: "${byId}") { id } }`,
      `{ nodes(ids: ["${byId}"]) { id } }`,
      `{ observation(id: "${byId}") { id } }`,
      `{ _entities(representations: [{ __typename: "Observation", id: "${byId}" }]) { __typename } }`,
    ]) {
      const { errors } = await world.graph.ask('dr-wong', query);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
        'GRAPHQL_VALIDATION_FAILED',
      ]);
      expect(world.graph.asked).toEqual([]);
    }
    const roots = Object.values(API.getQueryType()?.getFields() ?? {});
    const records = API.getPossibleTypes(interfaceNamed('ClinicalRecord')).map(({ name }) => name);
    expect(roots.filter(({ type }) => records.includes(getNamedType(type).name))).toEqual([]);
  });

  it('CVE-2025-31481, GHSA-cg3c-245w-728m: is nothing to the subgraph either, asked by reference under the caller’s permit', async () => {
    await world.ask('dr-wong', listOf('laboratoryObservations', 'id'));
    const [request] = world.graph.dataRequestsTo('records');
    const permit = request?.context.permits[0];
    if (permit === undefined) throw new Error('Expected a permit');
    const read = (id: string) => world.stores.records.records([permit], [id]).map((row) => row.id);
    expect(read(idOf(`${SECRET}/observation`))).toEqual([]);
    expect(read(visible(world.stores, 'Observation', 'LAB_REPORT').id)).toHaveLength(1);
  });

  it('consent-server 2: is withheld at each hop, and no hop is for free', async () => {
    const hops = listOf(
      'laboratoryReports',
      `result { id hasMember { id ... on Observation { hasMember { id } encounter { id } } } encounter { id } }`,
    );
    expect((await world.ask('patient-chan', hops)).text).toContain(idOf(`${SECRET}/observation`));
    for (const who of READERS)
      expect((await world.ask(who, hops)).text).not.toContain(idOf(`${SECRET}/observation`));
  });
});

function interfaceNamed(name: string) {
  const type = API.getType(name);
  if (!isInterfaceType(type)) throw new Error(`Expected an interface ${name}`);
  return type;
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
      expect(told((await world.ask('dr-wong', selection)).text.split('"errors"')[0] ?? '')).toBe(
        true,
      );
      expect(told(JSON.stringify((await world.ask('dr-li', selection)).data))).toBe(false);
    },
  );
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
    const record = visible(world.stores, 'Observation', 'LAB_REPORT');
    const ways = [
      listOf('laboratoryObservations', 'id'),
      listOf('laboratoryReports', 'result { id }'),
      listOf('laboratoryReports', 'provenance { target { id } }'),
    ];
    const found = async () => {
      const texts = await Promise.all(ways.map((way) => world.ask('dr-li', way)));
      return texts.filter(({ text }) => text.includes(record.id)).length;
    };
    const summary = async () =>
      (await world.ask('dr-wong', 'recordSummary { labReport { count } }')).text;
    const [before, total] = [await found(), await summary()];
    expect(before).toBeGreaterThanOrEqual(2);
    world.stores.records.putRecords([{ ...record, security }]);
    expect(await found()).toBe(0);
    expect(await summary()).not.toBe(total);
    world.stores.records.putRecords([record]);
    expect(await found()).toBe(before);
  });
});

describe('a reference to another patient’s record', () => {
  it('consent-server 4: leads nowhere, though somebody could write it', async () => {
    const encounter = recordsOf(world.stores, CHILD_CHAN, 'Encounter')[0];
    if (encounter === undefined) throw new Error('Expected an encounter of the child');
    const request = visible(world.stores, 'MedicationRequest', 'MEDICATION');
    world.stores.records.putRecords([
      {
        ...request,
        encounter: encounter.id,
        links: [linkTo(encounter, 'encounter', 0), linkTo(encounter, 'reasonReference', 0)],
      },
    ]);
    const selection = listOf('medicationRequests', 'encounter { id } reasonReference { id }');
    for (const who of ['patient-chan', 'dr-wong', 'dr-li', 'pharmacist-ng'] as const)
      expect([who, (await world.ask(who, selection)).text.includes(encounter.id)]).toEqual([
        who,
        false,
      ]);
    world.stores.records.putRecords([request]);
  });
});
