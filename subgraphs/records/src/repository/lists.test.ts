import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectionPage, pageRequest } from '@causeway/kit';
import type { Connection, Database, PageArgs } from '@causeway/kit';
import { permit } from '@causeway/kit/testing';
import type { NewRecord } from '../new-record.js';
import type { RecordFilter } from '../record-filter.js';
import { recordRepository } from '../repository.js';
import type { RecordRepository } from '../repository.js';
import type { RecordRow } from '../tables.js';
import { buildRecord, confidential } from '../testing/build-record.js';
import { DATABASES } from '../testing/databases.js';
import type { RecordList } from './lists.js';
import { RECORD_KEYSET, keysetOf } from './record-order.js';

const ANYTHING: RecordFilter = { period: null, status: null, code: null };

const listBy = (filter: Partial<RecordFilter> = {}): RecordList => ({
  type: 'AllergyIntolerance',
  category: 'ALLERGY_ADR',
  codeElements: ['code'],
  filter: { ...ANYTHING, ...filter },
});

/** In the order of the list: newest first, ties by id, those without a date last. */
const ORDERED = ['d1', 'c1', 'c2', 'c3', 'b1', 'a1', 'a2', 'z1', 'z2', 'z3'];
const DATES: Readonly<Record<string, string | null>> = {
  a: '2020',
  b: '2021-05',
  c: '2024-03-01T10:00:00+08:00',
  d: '2024-03-01T10:00:00.001+08:00',
  z: null,
};

describe.each(DATABASES)('lists in $name', ({ open }) => {
  let database: Database;
  let repository: RecordRepository;
  let statements: string[];

  beforeEach(() => {
    statements = [];
    database = open((statement) => statements.push(statement));
    repository = recordRepository(database);
  });
  afterEach(() => {
    database.close();
  });

  const put = (...batch: Partial<NewRecord>[]): void => {
    repository.putRecords(batch.map(buildRecord));
    statements.length = 0;
  };
  const putOrdered = (patient = 'p-chan', prefix = ''): void => {
    put(
      ...ORDERED.toSorted().map((id) => ({
        id: `${prefix}${id}`,
        patient,
        clinicalDate: DATES[id.slice(0, 1)] ?? null,
      })),
    );
  };
  const page = (args: PageArgs, stated = permit('p-chan')): Connection<RecordRow> => {
    const request = pageRequest(args, RECORD_KEYSET);
    const rows = repository.pages([stated], listBy(), request);
    return connectionPage(request, { rows, keysetOf, nodeOf: (row) => row, total: 0 });
  };
  const idsOf = ({ edges }: Connection<RecordRow>) => edges.map(({ node }) => node?.id);
  const idsBy = (filter: Partial<RecordFilter>): string[] =>
    repository
      .pages([permit('p-chan')], listBy(filter), pageRequest({ first: 100 }, RECORD_KEYSET))
      .map(({ id }) => id);

  describe('pages', () => {
    it.each([1, 2, 3, 4, 10])(
      'goes forward by pages of %i, each record once and in order',
      (first) => {
        putOrdered();
        const ids: unknown[] = [];
        let { edges, pageInfo } = page({ first });
        ids.push(...idsOf({ edges, pageInfo, totalCount: 0 }));
        while (pageInfo.hasNextPage) {
          ({ edges, pageInfo } = page({ first, after: pageInfo.endCursor }));
          ids.push(...edges.map(({ node }) => node?.id));
        }
        expect(ids).toEqual(ORDERED);
      },
    );

    it.each([1, 2, 3, 4, 10])(
      'goes backward by pages of %i, each record once and in order',
      (last) => {
        putOrdered();
        const ids: unknown[] = [];
        let { edges, pageInfo } = page({ last });
        ids.unshift(...idsOf({ edges, pageInfo, totalCount: 0 }));
        while (pageInfo.hasPreviousPage) {
          ({ edges, pageInfo } = page({ last, before: pageInfo.startCursor }));
          ids.unshift(...edges.map(({ node }) => node?.id));
        }
        expect(ids).toEqual(ORDERED);
      },
    );

    it('goes on rightly when the record of the cursor has gone from sight', () => {
      putOrdered();
      const { pageInfo } = page({ first: 3 });
      const withoutC2 = permit('p-chan', { exclusions: [{ records: ['c2'] }] });
      expect(idsOf(page({ first: 2, after: pageInfo.endCursor }, withoutC2))).toEqual(['c3', 'b1']);
    });

    it('lies between two cursors, neither included', () => {
      putOrdered();
      const cursors = page({ first: 10 }).edges.map(({ cursor }) => cursor);
      const between = { after: cursors[1] ?? null, before: cursors[8] ?? null };
      const inner = ORDERED.slice(2, 8);
      expect(idsOf(page({ first: 10, ...between }))).toEqual(inner);
      expect(idsOf(page({ last: 2, ...between }))).toEqual(inner.slice(-2));
    });

    it('is full whatever the permit withholds, so that its size tells nothing', () => {
      put(
        ...Array.from({ length: 30 }, (_, index) => ({
          id: `r${String(index).padStart(2, '0')}`,
          security: [confidential(index % 3 === 0 ? 'N' : 'R')],
        })),
      );
      const { edges, pageInfo } = page({ first: 9 });
      expect(edges).toHaveLength(9);
      expect(pageInfo.hasNextPage).toBe(true);
      const rest = page({ first: 9, after: pageInfo.endCursor });
      expect(rest.edges).toHaveLength(1);
      expect(rest.pageInfo.hasNextPage).toBe(false);
    });

    it.each([1, 30])('reads the pages of %i patients in one statement', (count) => {
      const patients = Array.from({ length: count }, (_, index) => `p-${index}`);
      for (const patient of patients) putOrdered(patient, `${patient}-`);
      const permits = patients.map((patient) => permit(patient));
      const rows = repository.pages(permits, listBy(), pageRequest({ first: 2 }, RECORD_KEYSET));
      expect(statements).toHaveLength(1);
      const byPatient = Map.groupBy(rows, ({ patient }) => patient);
      expect([...byPatient.keys()].sort()).toEqual(patients.toSorted());
      for (const [patient, own] of byPatient) {
        expect(own.map(({ id }) => id)).toEqual(['d1', 'c1', 'c2'].map((id) => `${patient}-${id}`));
      }
    });

    it('lists one type and one category only', () => {
      put(
        { id: 'condition', type: 'Condition', category: 'DIAGNOSIS' },
        { id: 'chinese', type: 'Condition', category: 'CHINESE_MED' },
        { id: 'prescription', type: 'MedicationRequest', category: 'CHINESE_MED' },
      );
      const list = { ...listBy(), type: 'Condition', category: 'CHINESE_MED' } as const;
      const request = pageRequest({}, RECORD_KEYSET);
      const ids = repository.pages([permit('p-chan')], list, request).map(({ id }) => id);
      expect(ids).toEqual(['chinese']);
    });
  });

  describe('filters', () => {
    const day = (text: string): number => Date.parse(`${text}T00:00:00+08:00`);

    it.each<[string, RecordFilter['period'], string[]]>([
      ['a day', { start: day('2024-03-01'), end: day('2024-03-02') - 1 }, ['d1', 'c1', 'c2', 'c3']],
      [
        'what is open at the end',
        { start: day('2021-05-31'), end: null },
        ['d1', 'c1', 'c2', 'c3', 'b1'],
      ],
      ['what is open at the start', { start: null, end: day('2020-02-01') }, ['a1', 'a2']],
      [
        'a partial date wherever it may lie',
        { start: day('2020-12-31'), end: day('2021-01-01') - 1 },
        ['a1', 'a2'],
      ],
      ['everything with a date', { start: null, end: null }, ORDERED.slice(0, 7)],
      ['nothing between its ends', { start: day('2025-01-01'), end: day('2024-01-01') }, []],
    ])('finds by period: %s', (_case, period, ids) => {
      putOrdered();
      expect(idsBy({ period })).toEqual(ids);
    });

    it.each<[string, string[], string[]]>([
      ['one', ['active'], ['r1']],
      ['any of several', ['active', 'resolved'], ['r1', 'r2']],
      ['an unknown one', ['x'], []],
      ['none', [], []],
    ])('finds by status: %s', (_case, status, ids) => {
      put({ id: 'r1' }, { id: 'r2', status: 'resolved' }, { id: 'r3', status: null });
      expect(idsBy({ status })).toEqual(ids);
    });

    const code = (element: string, system: string | null, word: string) => ({
      element,
      system,
      code: word,
    });

    it.each<[string, NonNullable<RecordFilter['code']>, string[]]>([
      ['any coding of the concept', [{ system: 'urn:b', code: '2' }], ['r1']],
      [
        'any of several',
        [
          { system: 'urn:b', code: '2' },
          { system: null, code: '9' },
        ],
        ['r1', 'r2'],
      ],
      ['a code of any system', [{ system: null, code: '1' }], ['r1', 'r2']],
      ['a code of another system', [{ system: 'urn:a', code: '2' }], []],
      ['none', [], []],
      [
        'not a code of another element, which may be under another label',
        [{ system: 'urn:a', code: 'HIV' }],
        [],
      ],
    ])('finds by code: %s', (_case, codes, ids) => {
      put(
        { id: 'r1', codes: [code('code', 'urn:a', '1'), code('code', 'urn:b', '2')] },
        {
          id: 'r2',
          codes: [
            code('code', null, '1'),
            code('code', null, '9'),
            code('reasonCode', 'urn:a', 'HIV'),
          ],
        },
        { id: 'r3', codes: [] },
      );
      expect(idsBy({ code: codes })).toEqual(ids);
    });
  });

  describe('counts', () => {
    it('counts what the pages hold, patient by patient, in one statement', () => {
      put(
        { patient: 'p-chan' },
        { patient: 'p-chan', status: 'resolved' },
        { patient: 'p-chan', security: [confidential('R')] },
        { patient: 'p-lam' },
        { patient: 'p-ho' },
      );
      const permits = [permit('p-chan'), permit('p-lam', { scopes: [] })];
      expect(repository.counts(permits, listBy())).toEqual([{ patient: 'p-chan', total: 2 }]);
      expect(statements).toHaveLength(1);
      const active = listBy({ status: ['active'] });
      expect(repository.counts(permits, active)).toEqual([{ patient: 'p-chan', total: 1 }]);
    });
  });
});
