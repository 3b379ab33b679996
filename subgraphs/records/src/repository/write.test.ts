import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@causeway/kit';
import type { NewRecord } from '../new-record.js';
import { recordCodes, recordLinks, records } from '../tables.js';
import { buildRecord, confidential } from '../testing/build-record.js';
import { DATABASES } from '../testing/databases.js';
import { putRecords, sourceIds } from './write.js';

describe.each(DATABASES)('writing records to $name', ({ open }) => {
  let database: Database;

  beforeEach(() => {
    database = open();
  });
  afterEach(() => {
    database.close();
  });

  const put = (...batch: NewRecord[]) => putRecords(database, batch);
  const dump = () => ({
    records: database.db.select().from(records).all(),
    codes: database.db.select().from(recordCodes).all(),
    links: database.db.select().from(recordLinks).all(),
  });

  describe('putRecords', () => {
    const penicillin = buildRecord({
      id: 'r1',
      clinicalDate: '2024',
      security: [confidential('R')],
      content: { resourceType: 'AllergyIntolerance', code: { text: 'Penicillin' } },
      codes: [
        { element: 'code', system: 'http://snomed.info/sct', code: '91936005' },
        { element: 'code', system: null, code: 'local' },
      ],
      links: [{ element: 'encounter', position: 0, target: 'e1' }],
    });

    it('computes what follows from a record', () => {
      expect(put(penicillin)).toEqual({ created: 1, changed: 0, unchanged: 0 });
      expect(dump().records).toMatchObject([
        {
          clinicalInstant: Date.parse('2024-01-01T00:00:00+08:00'),
          confidentiality: 'R',
          versionId: 1,
        },
      ]);
      expect(dump().codes.map((code) => code.system)).toEqual(['http://snomed.info/sct', '']);
      expect(dump().links).toEqual([
        { record: 'r1', element: 'encounter', position: 0, target: 'e1' },
      ]);
    });

    it('changes nothing when the same batch comes again', () => {
      put(penicillin);
      const before = dump();
      const again = { ...penicillin, codes: penicillin.codes.toReversed() };
      expect(put(again)).toEqual({ created: 0, changed: 0, unchanged: 1 });
      expect(dump()).toEqual(before);
    });

    it('takes content whose keys come in another order as unchanged', () => {
      put(
        buildRecord({
          id: 'r1',
          content: { resourceType: 'AllergyIntolerance', id: 'x', note: undefined },
        }),
      );
      const report = put(
        buildRecord({ id: 'r1', content: { id: 'x', resourceType: 'AllergyIntolerance' } }),
      );
      expect(report.unchanged).toBe(1);
    });

    it.each<[string, Partial<NewRecord>]>([
      ['content', { content: { resourceType: 'AllergyIntolerance', code: { text: 'Aspirin' } } }],
      ['labels', { security: [confidential('V')] }],
      ['clinical date', { clinicalDate: '2023' }],
      ['status', { status: 'resolved' }],
      ['codes', { codes: [] }],
      ['links', { links: [{ element: 'encounter', position: 0, target: 'e2' }] }],
    ])('grows the version when the %s changes', (_what, change) => {
      put(penicillin);
      expect(put({ ...penicillin, ...change })).toEqual({ created: 0, changed: 1, unchanged: 0 });
      expect(dump().records.map((row) => row.versionId)).toEqual([2]);
      const { codes = penicillin.codes, links = penicillin.links } = change;
      expect([dump().codes.length, dump().links.length]).toEqual([codes.length, links.length]);
    });

    it('tells the same id of two sources apart', () => {
      const other = { ...penicillin, id: 'r2', sourceNamespace: 'https://other.example.hk' };
      expect(put(penicillin, other).created).toBe(2);
    });

    it.each<[string, NewRecord[], RegExp]>([
      [
        'a source that is twice in the batch',
        [penicillin, { ...penicillin, id: 'r2' }],
        /once in a batch/,
      ],
      [
        'a category that no list shows',
        [{ ...penicillin, category: 'MEDICATION' }],
        /Expected AllergyIntolerance in one of ALLERGY_ADR, got MEDICATION/,
      ],
      [
        'another id for a known source',
        [buildRecord(), { ...penicillin, id: 'r2' }],
        /Expected the id r1 for r1/,
      ],
    ])('refuses %s and writes nothing of the batch', (_case, batch, message) => {
      put(penicillin);
      const before = dump();
      expect(() => put(...batch)).toThrow(message);
      expect(dump()).toEqual(before);
    });
  });

  describe('sourceIds', () => {
    it('knows the ids of what a source has given', () => {
      put(buildRecord({ id: 'r1', sourceId: 'a' }), buildRecord({ id: 'r2', sourceId: 'b' }));
      const ids = sourceIds(database.db, 'https://records.example.hk', ['a', 'b', 'c']);
      expect(Object.fromEntries(ids)).toEqual({ a: 'r1', b: 'r2' });
      expect(sourceIds(database.db, 'https://other.example.hk', ['a']).size).toBe(0);
    });

    it('takes more ids than one statement does', () => {
      const ids = Array.from({ length: 40_000 }, (_, index) => String(index));
      expect(sourceIds(database.db, 'https://records.example.hk', ids).size).toBe(0);
    });
  });
});
