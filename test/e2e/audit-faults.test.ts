import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import { unprivileged } from '@causeway/kit/testing';
import type { AccessEvent, FetchContext } from '@causeway/schema';
import { GRANT_LI, PATIENT_CHAN } from '@causeway/seeds';
import { openConsentsDatabase } from '../../subgraphs/consents/src/database.js';
import { auditStore } from '../../subgraphs/consents/src/repository/audit-store.js';
import { startFleet } from '../support/fleets.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const RECORD =
  'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances { totalCount } } }';

const REVOKE =
  'mutation ($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { state } }';

/** A statement waits five seconds for a lock: of the event, and of the one that tells that the request failed. */
const PATIENCE = 60_000;

let graph: TestGraph;
let path: string;

beforeEach(async () => {
  const folder = copyOfSeededWorld(TODAY);
  path = join(folder.path, 'consents.sqlite');
  graph = await startGraph({ folder });
});

afterEach(() => graph.close());

const ask = () => graph.ask('dr-wong', RECORD, { id: PATIENT_CHAN });

interface Written {
  readonly events: number;
  readonly released: number;
  readonly ends: number;
  readonly notices: number;
  readonly waiting: number;
}

/** How many rows there are of what recording writes. */
function written(): Written {
  const other = openConsentsDatabase(path);
  const counts = other.db.get<Written>(
    `select (select count(*) from audit_event) as events, (select count(*) from audit_event where release = 'RELEASED') as released, (select sum(sequence) from audit_head) as ends, (select count(*) from access_notification) as notices, (select count(*) from outbox) as waiting`,
  );
  other.close();
  return counts;
}

/** What is missing of events beside ends, notices and the outbox: the same as long as none is half recorded. */
function owed(): readonly number[] {
  const { events, released, ends, notices, waiting } = written();
  return [events - ends, released - notices, notices - waiting];
}

function isIntact(): boolean {
  const consents = openConsents({ path, keys: [], clock: () => TODAY });
  const trail = consents.repository.verifyTrail({ noted: null, onProgress: () => undefined });
  consents.close();
  return trail.state === 'INTACT';
}

/** Asks while something is wrong with the database: nothing is released, and nothing is recorded as if it were. */
async function expectRefusal(begin: () => void, end: () => void): Promise<void> {
  const { released, notices } = written();
  const owing = owed();
  begin();
  const { data, errors, text } = await ask();
  end();
  expect(data).toBeNull();
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['POLICY_UNAVAILABLE']);
  expect(text).not.toContain('CHAN');
  // That it failed may find room where what was to be released finds none.
  expect(written()).toMatchObject({ released, notices });
  expect(owed()).toEqual(owing);
  expect(isIntact()).toBe(true);
}

async function expectRecord(): Promise<void> {
  const before = written();
  expect((await ask()).data).toMatchObject({ patient: { name: expect.any(Array) } });
  expect(written()).not.toEqual(before);
  expect(isIntact()).toBe(true);
}

describe('where the database of the audit trail', () => {
  it(
    'is locked by another connection, nothing is released and nothing half recorded',
    async () => {
      const other = openConsentsDatabase(path);
      await expectRefusal(
        () => other.db.run('begin immediate'),
        () => other.db.run('rollback'),
      );
      other.close();
      await expectRecord();
    },
    PATIENCE,
  );

  it(
    'is full, nothing is released and nothing half recorded',
    async () => {
      const database = openConsentsDatabase(path);
      const failures = recordThrough(database);
      const bound = (pages: number) => database.db.run(`pragma max_page_count = ${pages}`);
      const { pages } = database.db.get<{ pages: number }>(
        'select page_count as pages from pragma_page_count',
      );
      const owing = owed();
      // Page by page, so that now this table has no room left and now that one.
      for (let room = 0; room < 15; room += 1) {
        bound(pages + room);
        const failed = failures.length;
        for (let tries = 0; failures.length === failed && tries < 200; tries += 1) await ask();
        expect(owed()).toEqual(owing);
      }
      expect(failures.map(String).join()).toContain('database or disk is full');
      await expectRefusal(
        () => undefined,
        () => bound(pages + 10_000),
      );
      await expectRecord();
      database.close();
    },
    PATIENCE,
  );

  it('is read-only, nothing is released or changed and nothing half recorded', async () => {
    await graph.close();
    const failures: unknown[] = [];
    graph = await startReadOnly(failures);
    await expectRefusal(
      () => undefined,
      () => undefined,
    );
    const { events } = written();
    const { data, errors } = await graph.ask('patient-chan', REVOKE, {
      patient: PATIENT_CHAN,
      id: GRANT_LI,
    });
    expect([data, errors.map(({ extensions }) => extensions?.['code'])]).toEqual([
      null,
      ['POLICY_UNAVAILABLE'],
    ]);
    expect(written()).toMatchObject({ events });
    expect(failures.map(String).join()).toMatch(/readonly database|SQLITE_READONLY/);
  });
});

/** A graph whose audit trail may be read and not written, and what that fails; all else is as ever. */
async function startReadOnly(failures: unknown[]): Promise<TestGraph> {
  const folder = copyOfSeededWorld(TODAY);
  path = join(folder.path, 'consents.sqlite');
  chmodSync(folder.path, 0o777);
  for (const name of readdirSync(folder.path)) chmodSync(join(folder.path, name), 0o666);
  chmodSync(path, 0o444);
  const fleet = await unprivileged(() =>
    startFleet('in-process', {
      folder: folder.path,
      clock: () => TODAY,
      onError: (error) => failures.push(error),
    }),
  );
  return startGraph({ folder, subgraphs: () => fleet });
}

/** Has the graph's events recorded through a connection that the test can bound; what fails is kept. */
function recordThrough(database: ReturnType<typeof openConsentsDatabase>): readonly unknown[] {
  const failures: unknown[] = [];
  const store = auditStore(database, () => TODAY);
  graph.intercept = (name, request, answer) => {
    const { variables, extensions } = JSON.parse(request.body) as {
      readonly variables: { readonly events: readonly AccessEvent[] };
      readonly extensions: { readonly causeway: FetchContext };
    };
    if (name !== 'consents' || extensions.causeway.use !== 'audit') return answer();
    try {
      const recordAccess = store.recordAccess(variables.events);
      return Promise.resolve({ status: 200, body: JSON.stringify({ data: { recordAccess } }) });
    } catch (error) {
      failures.push(error);
      return Promise.resolve({ status: 200, body: '{"data":null,"errors":[{"message":"full"}]}' });
    }
  };
  return failures;
}
