/** Every reference of every record, and the edges and cursors of lists. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confidentialityOf, earliestInstant } from '@causeway/schema';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { LISTS, listOf, startSecretWorld } from './secret-world.js';
import type { SecretWorld } from './secret-world.js';

let world: SecretWorld;

beforeAll(async () => {
  world = await startSecretWorld();
});

afterAll(() => world.close());

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
        const records = metIn((await world.ask(who, selection)).data);
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
    const all = await world.ask(
      'patient-chan',
      'allergyIntolerances(first: 100) { edges { cursor } }',
    );
    const { edges } = (
      all.data as { patient: { allergyIntolerances: { edges: { cursor: string }[] } } }
    ).patient.allergyIntolerances;
    const own = await world.ask('dr-li', listOf('allergyIntolerances', 'id'));
    for (const { cursor } of edges) {
      for (const args of [`first: 1, after: "${cursor}"`, `last: 1, before: "${cursor}"`]) {
        const { data } = await world.ask('dr-li', listOf('allergyIntolerances', 'id', args));
        const [node] = JSON.stringify(data).match(/"id":"[^"]+"/) ?? [];
        if (node !== undefined) expect(own.text).toContain(node);
      }
    }
  });

  it('HackerOne 489146: an edge is there where its node is, its cursor tells of no other, and they are counted alike', async () => {
    for (const { list } of LISTS) {
      const { data } = await world.ask(
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
