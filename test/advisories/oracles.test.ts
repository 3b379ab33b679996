/** What could be guessed of what is withheld: by filters, by refusals, by the answer for a patient who is not there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CHILD_CHAN,
  NOT_JOINED_TANG,
  SUSPENDED_LEUNG,
  UNKNOWN_PATIENT,
  WITHDRAWN_CHEUNG,
  idOf,
} from '@causeway/seeds';
import type { GraphQLObjectType } from 'graphql';
import {
  API,
  CHAN,
  LISTS,
  READERS,
  SECRET,
  SECRET_CODE,
  patientWith,
  startSecretWorld,
} from './secret-world.js';
import type { SecretWorld } from './secret-world.js';

let world: SecretWorld;

beforeAll(async () => {
  world = await startSecretWorld();
});

afterAll(() => world.close());

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
      expect((await world.ask('patient-chan', selection(hidden))).text).not.toContain(
        '"totalCount":0',
      );
      for (const who of READERS) {
        const one = await world.ask(who, selection(hidden));
        expect([who, one.text]).toEqual([who, (await world.ask(who, selection(absent))).text]);
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
      ].map(async (args) => (await world.ask('dr-li', `conditions(${args}) { totalCount }`)).text),
    );
    expect(new Set(refusals).size).toBe(1);
  });

  it.each(['dr-li', 'dr-zhao', 'dr-lee', 'pharmacist-ng'] as const)(
    'CVE-2026-6713: whether a patient exists is not told to %s',
    async (who) => {
      const told = async (id: string) => {
        const { status, headers, text } = await world.graph.ask(
          who,
          patientWith('id name { text } laboratoryReports { totalCount }'),
          { id },
        );
        const calls = world.graph.asked.map(({ subgraph, query }) => [subgraph, query]);
        return { status, headers: [...headers], text, calls };
      };
      const unknown = await told(UNKNOWN_PATIENT);
      expect(unknown.text).toBe('{"data":{"patient":null}}\n');
      for (const id of [CHILD_CHAN, WITHDRAWN_CHEUNG, SUSPENDED_LEUNG, NOT_JOINED_TANG])
        expect(await told(id)).toEqual(unknown);
    },
  );

  it('consent-server 10: denied and absent are one answer, and refusals depend on the permit alone', async () => {
    const missing = await world.graph.ask(
      'patient-chan',
      'mutation ($id: ID!) { revokeGrant(patient: $id, id: "00000000-0000-4000-8000-000000000000") { id } }',
      CHAN,
    );
    const others = await world.graph.ask(
      'patient-chan',
      'mutation ($id: ID!, $grant: ID!) { revokeGrant(patient: $id, id: $grant) { id } }',
      { ...CHAN, grant: idOf('grant/fung-tin-lok/lotus-lagoon') },
    );
    expect(others.text).toBe(missing.text);
    expect([...others.headers]).toEqual([...missing.headers]);
    const refusal = (list: string) => world.ask('pharmacist-ng', `${list} { totalCount }`);
    const [images, births] = [await refusal('imagingStudies'), await refusal('birthRecords')];
    expect(births.errors.map(({ extensions }) => extensions?.['code'])).toEqual(
      images.errors.map(({ extensions }) => extensions?.['code']),
    );
  });
});
