import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { sql } from 'drizzle-orm';
import { openConsentsDatabase } from './database.js';
import { consentsRepository } from './repository.js';
import { consent } from './testing/open.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consents-'));
  path = join(folder, 'consents.sqlite');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the database of the consents subgraph', () => {
  it('makes each commit durable before it returns', () => {
    const database = openConsentsDatabase(path);
    expect(database.db.get(sql`pragma synchronous`)).toEqual({ synchronous: 2 });
    expect(database.db.get(sql`pragma journal_mode`)).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it('keeps what was written', () => {
    const database = openConsentsDatabase(path);
    consentsRepository(database, () => TEST_NOW).putConsent(consent('c-1', 'p-1'));
    database.close();
    const again = openConsentsDatabase(path);
    expect(factsOf(again)).toMatchObject([{ epoch: 1, consents: [{ id: 'c-1' }] }]);
    again.close();
  });

  it('answers facts and epoch of one state, whatever another process commits meanwhile', () => {
    const other = openConsentsDatabase(path);
    const writes = consentsRepository(other, () => TEST_NOW);
    writes.putConsent(consent('c-1', 'p-1'), TEST_NOW - 1);
    let isReading = false;
    const database = openConsentsDatabase(path, (statement) => {
      if (!isReading || !statement.includes('from "consent"')) return;
      isReading = false;
      writes.putConsent(consent('c-1', 'p-1', { status: 'inactive' }));
    });
    isReading = true;
    expect(factsOf(database)).toMatchObject([{ epoch: 1, consents: [{ status: 'active' }] }]);
    expect(isReading).toBe(false);
    expect(factsOf(database)).toMatchObject([{ epoch: 2, consents: [{ status: 'inactive' }] }]);
    database.close();
    other.close();
  });
});

function factsOf(database: ReturnType<typeof openConsentsDatabase>) {
  const key = { patient: 'p-1', organization: null, practitionerRole: null, grant: null };
  return consentsRepository(database, () => TEST_NOW).facts([key], TEST_NOW);
}
