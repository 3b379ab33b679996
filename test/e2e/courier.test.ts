/** Notices out of the real outbox, to a real service: nothing is lost, and what comes twice has the same key. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Message } from '@causeway/gateway';
import { GRANT_LI, PATIENT_CHAN, STAR_QUAY_CLINIC } from '@causeway/seeds';
import { courierRound } from '../support/courier-round.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import type { WorldFolder } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const COURIER = fileURLToPath(new URL('../support/courier-process.ts', import.meta.url));

let folder: WorldFolder;
let graph: TestGraph;
let received: Message[];
/** What the service does with each message. */
let answer: (response: ServerResponse) => void;

const taking = (response: ServerResponse): void => {
  response.writeHead(204).end();
};

const service = createServer((request, response) => {
  void json(request).then((message) => {
    received.push(message as Message);
    answer(response);
  });
});

beforeEach(async () => {
  received = [];
  answer = taking;
  folder = copyOfSeededWorld(TODAY);
  graph = await startGraph({ folder });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  await deliver(0);
  received = [];
});

afterEach(async () => {
  await graph.close();
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

const connections = (): Promise<number> =>
  new Promise((resolve, reject) => {
    service.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });

const address = (): string => {
  const { port } = service.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
};

/** Delivers what waits so many seconds into the day of the world; resolves to what was reported. */
async function deliver(seconds: number): Promise<readonly unknown[]> {
  graph.time.now = TODAY + seconds * 1_000;
  const errors: unknown[] = [];
  await courierRound({
    call: graph.call,
    webhook: address(),
    clock: () => graph.time.now,
    onError: (error) => errors.push(error),
  });
  return errors;
}

/** Has a courier in a process of its own deliver what waits, and kills it at the first message. */
async function deliverAndBeKilled(seconds: number): Promise<void> {
  const order = [folder.path, address(), String(TODAY + seconds * 1_000)];
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import=tsx', COURIER, ...order],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  answer = () => child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  // What it had sent may still be on its way.
  await setImmediate();
  while ((await connections()) > 0) await pause(5);
  answer = taking;
}

/** Two things that patient-chan is to be told of. */
const change = async (): Promise<void> => {
  await graph.ask(
    'patient-chan',
    `mutation ($p: ID!, $grant: ID!, $o: ID!) {
      revokeGrant(patient: $p, id: $grant) { state }
      giveSharingConsent(patient: $p, organization: $o) { status }
    }`,
    { p: PATIENT_CHAN, grant: GRANT_LI, o: STAR_QUAY_CLINIC },
  );
};

const kinds = () => received.map(({ kind }) => kind).sort();

it('tells a patient of each change, once', async () => {
  await change();
  await deliver(1);
  await deliver(2);
  expect(kinds()).toEqual(['CONSENT_GIVEN', 'GRANT_REVOKED']);
  expect(received).toMatchObject([{ patient: PATIENT_CHAN }, { patient: PATIENT_CHAN }]);
});

it('tells it again, under the same key, where the courier was killed before it could note it', async () => {
  await change();
  await deliverAndBeKilled(1);
  const before = received.map(({ key }) => key);
  expect(before).not.toEqual([]);

  received = [];
  await deliver(20);
  expect(received).toEqual([]);
  await deliver(60);
  expect(kinds()).toEqual(['CONSENT_GIVEN', 'GRANT_REVOKED']);
  const after = received.map(({ key }) => key);
  expect(after).toEqual(expect.arrayContaining(before));
});

it('has what the service does not take wait, and tells it later', async () => {
  await change();
  answer = (response) => response.writeHead(500).end();
  expect(await deliver(1)).toMatchObject([{ failure: 'turned away' }, { failure: 'turned away' }]);
  const keys = received.map(({ key }) => key).sort();
  answer = taking;
  received = [];
  await deliver(2);
  expect(received).toEqual([]);
  await deliver(3_600);
  expect(received.map(({ key }) => key).sort()).toEqual(keys);
});

it('tells each change once, however many couriers there are', async () => {
  await change();
  await Promise.all([1, 1, 1].map((seconds) => deliver(seconds)));
  expect(kinds()).toEqual(['CONSENT_GIVEN', 'GRANT_REVOKED']);
});
