import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { openRecordsDatabase } from '../database.js';
import { openWith } from '../testing/open.js';
import { carriedFilesIn } from './repository.js';
import type { CarriedFiles, NewCarriedFile, OpeningRequest } from './repository.js';

const KEY = 'k'.repeat(43);
const FILE: NewCarriedFile = {
  patient: 'p-1',
  key: KEY,
  passcode: '246810',
  jwe: 'header..iv.cipher.tag',
  contentType: 'application/fhir+json',
  label: 'For the journey',
  expiresAt: TEST_NOW + 60_000,
};
const RIGHT: OpeningRequest = { key: KEY, passcode: '246810', embeddedLengthMax: null };
const WRONG: OpeningRequest = { ...RIGHT, passcode: '000000' };
const NOT_FOUND = { outcome: 'NOT_FOUND' };

let database: ReturnType<typeof openRecordsDatabase>;
let files: CarriedFiles;
beforeEach(() => {
  database = openRecordsDatabase({ path: ':memory:' });
  files = carriedFilesIn(database);
});
afterEach(() => {
  database.close();
});

describe('a carried file', () => {
  it('opens by key and passcode as often as asked, and tells its patient how often', () => {
    const { id } = files.store(FILE, TEST_NOW);
    for (const after of [1, 2]) {
      expect(files.open(RIGHT, TEST_NOW + after)).toEqual({
        outcome: 'OPENED',
        contentType: FILE.contentType,
        jwe: FILE.jwe,
      });
    }
    expect(files.list('p-1')).toEqual([
      {
        id,
        label: FILE.label,
        createdAt: TEST_NOW,
        expiresAt: FILE.expiresAt,
        revokedAt: null,
        remainingAttempts: 10,
        openings: 2,
        lastOpenedAt: TEST_NOW + 2,
      },
    ]);
  });

  it.each(['２４６８１０', '246 810', '246-810'])(
    'opens by the passcode typed as %s',
    (passcode) => {
      files.store(FILE, TEST_NOW);
      expect(files.open({ ...RIGHT, passcode }, TEST_NOW)).toMatchObject({ outcome: 'OPENED' });
    },
  );

  it('is not there for another key', () => {
    files.store(FILE, TEST_NOW);
    expect(files.open({ ...RIGHT, key: 'o'.repeat(43) }, TEST_NOW)).toEqual(NOT_FOUND);
  });

  it('takes ten wrong passcodes in its whole life, right ones in between or not', () => {
    files.store(FILE, TEST_NOW);
    for (let left = 9; left >= 0; left -= 1) {
      expect(files.open(WRONG, TEST_NOW)).toEqual({ outcome: 'REFUSED', remainingAttempts: left });
      if (left > 0) expect(files.open(RIGHT, TEST_NOW)).toMatchObject({ outcome: 'OPENED' });
    }
    expect(files.open(RIGHT, TEST_NOW)).toEqual(NOT_FOUND);
  });

  it('counts no attempt where no passcode is given', () => {
    files.store(FILE, TEST_NOW);
    const asked = { ...RIGHT, passcode: null };
    expect(files.open(asked, TEST_NOW)).toEqual({ outcome: 'REFUSED', remainingAttempts: 10 });
    expect(files.open(asked, TEST_NOW)).toEqual({ outcome: 'REFUSED', remainingAttempts: 10 });
  });

  it('is there until the instant at which it ends, and its content is forgotten after', () => {
    files.store(FILE, TEST_NOW);
    expect(files.open(RIGHT, FILE.expiresAt - 1)).toMatchObject({ outcome: 'OPENED' });
    expect(files.open(RIGHT, FILE.expiresAt)).toEqual(NOT_FOUND);
    files.store({ ...FILE, key: 'o'.repeat(43) }, FILE.expiresAt);
    expect(files.open(RIGHT, FILE.expiresAt - 1)).toMatchObject({ outcome: 'OPENED', jwe: '' });
  });

  it('is gone once its patient revokes it; another patient cannot', () => {
    const { id } = files.store(FILE, TEST_NOW);
    expect(files.revoke('p-2', id, TEST_NOW)).toBeNull();
    expect(files.open(RIGHT, TEST_NOW)).toMatchObject({ outcome: 'OPENED' });
    expect(files.revoke('p-1', id, TEST_NOW + 5)).toMatchObject({ revokedAt: TEST_NOW + 5 });
    expect(files.open(RIGHT, TEST_NOW + 5)).toEqual(NOT_FOUND);
    expect(files.revoke('p-1', id, TEST_NOW + 9)).toMatchObject({ revokedAt: TEST_NOW + 5 });
    expect(files.list('p-2')).toEqual([]);
  });

  describe('that is too long to be embedded', () => {
    const located = (): string => {
      files.store(FILE, TEST_NOW);
      const opening = files.open({ ...RIGHT, embeddedLengthMax: 5 }, TEST_NOW);
      return opening.outcome === 'LOCATED' ? opening.location : '';
    };

    it('is fetched from its location once', () => {
      const location = located();
      expect(files.fetch(location, TEST_NOW)).toBe(FILE.jwe);
      expect(files.fetch(location, TEST_NOW)).toBeNull();
      expect(files.fetch('', TEST_NOW)).toBeNull();
    });

    it('is not fetched after its end, nor once it is revoked', () => {
      const location = located();
      expect(files.fetch(location, FILE.expiresAt)).toBeNull();
      files.revoke('p-1', files.list('p-1')[0]?.id ?? '', TEST_NOW);
      expect(files.fetch(location, TEST_NOW)).toBeNull();
    });
  });
});

describe('the fields of carried files', () => {
  it.each([
    ['{ carriedFiles(patient: "p-1") }'],
    ['mutation { revokeCarriedFile(patient: "p-1", file: "f") }'],
    ['mutation { openCarriedFile(key: "k", passcode: "1") }'],
    ['mutation { fetchCarriedFile(location: "l") }'],
    [
      'mutation { storeCarriedFile(patient: "p-1", key: "k", passcode: "1", jwe: "j", contentType: "c", label: "l", expiresAt: 1) }',
    ],
  ])('refuse %s unless the gateway itself asks', async (query) => {
    const subgraph = openWith();
    const { errors } = await subgraph.ask(query);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    const own = await subgraph.ask(query, { use: 'relay', caller: null });
    expect(own.errors).toBeUndefined();
    subgraph.close();
  });
});
