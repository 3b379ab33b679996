/** Images on their way in over HTTP, by pieces. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { buildDicom } from '../../subgraphs/records/src/images/testing/build-dicom.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import type { WorldFolder } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const MEGABYTE = 2 ** 20;
/** A file of more than two pieces. */
const FILE = buildDicom({
  elements: { '00280010': ['US', [1_500]], '00280011': ['US', [1_600]] },
  pixels: Buffer.alloc(1_500 * 1_600, 77),
});

let graph: TestGraph;
let folder: WorldFolder;

beforeAll(async () => {
  folder = copyOfSeededWorld(TODAY);
  graph = await startGraph({ folder, isServed: true });
});

afterAll(() => graph.close());

const at = (path: string): string => new URL(path, graph.url ?? '').href;
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const declaration = (bytes: Buffer, stated = {}) => ({
  patient: PATIENT_CHAN,
  mediaType: 'application/dicom',
  size: bytes.length,
  digest: digestOf(bytes),
  ...stated,
});

async function create(who: PersonaName | null, body: object): Promise<Response> {
  return fetch(at('/uploads'), {
    method: 'POST',
    headers: {
      ...(who === null ? {} : await graph.headersOf(who)),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

async function begun(bytes: Buffer = FILE, stated = {}): Promise<string> {
  const response = await create('dr-wong', declaration(bytes, stated));
  expect(response.status).toBe(201);
  return response.headers.get('location') ?? '';
}

async function patch(
  path: string,
  offset: number,
  bytes: Buffer,
  changes: Readonly<Record<string, string>> = {},
  who: PersonaName = 'dr-wong',
): Promise<Response> {
  return fetch(at(path), {
    method: 'PATCH',
    headers: {
      ...(await graph.headersOf(who)),
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...changes,
    },
    body: new Uint8Array(bytes),
  });
}

async function head(path: string, who: PersonaName = 'dr-wong'): Promise<Response> {
  const headers = { ...(await graph.headersOf(who)), 'tus-resumable': '1.0.0' };
  return fetch(at(path), { method: 'HEAD', headers });
}

const offsetOf = async (path: string): Promise<string | null> =>
  (await head(path)).headers.get('upload-offset');

describe('an upload, over HTTP', () => {
  it('is taken by pieces, taken up where it was broken off', async () => {
    const path = await begun();
    expect(await offsetOf(path)).toBe('0');
    const first = await patch(path, 0, FILE.subarray(0, MEGABYTE));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(MEGABYTE)]);
    const state = await head(path);
    expect(state.headers.get('upload-length')).toBe(String(FILE.length));
    expect(state.headers.get('tus-resumable')).toBe('1.0.0');
    const rest = await patch(path, MEGABYTE, FILE.subarray(MEGABYTE));
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(FILE.length)]);
  });

  it('keeps the pieces of a request that was broken off', async () => {
    const path = await begun();
    const headers = {
      ...(await graph.headersOf('dr-wong')),
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    };
    const controller = new AbortController();
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new Uint8Array(FILE.subarray(0, MEGABYTE + 100)));
      },
    });
    const { signal } = controller;
    const init = { method: 'PATCH', headers, body, duplex: 'half', signal } as const;
    const sent = fetch(at(path), init);
    while ((await offsetOf(path)) === '0') await setTimeout(20);
    controller.abort();
    await expect(sent).rejects.toThrow();
    expect(await offsetOf(path)).toBe(String(MEGABYTE));
    expect((await patch(path, MEGABYTE, FILE.subarray(MEGABYTE))).status).toBe(204);
  });

  it('takes one of two that send the same piece at once', async () => {
    const path = await begun();
    const piece = FILE.subarray(0, MEGABYTE);
    const answers = await Promise.all([1, 2, 3].map(() => patch(path, 0, piece)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(await offsetOf(path)).toBe(String(MEGABYTE));
  });

  it.each([
    ['another digest', FILE, { digest: '0'.repeat(64) }, 460],
    ['a zip', Buffer.from('PK\x03\x04 a zip'), {}, 422],
  ])('refuses %s, and is gone', async (_, bytes, stated, status) => {
    const path = await begun(bytes, stated);
    expect((await patch(path, 0, bytes)).status).toBe(status);
    expect((await head(path)).status).toBe(410);
    expect(readdirSync(join(folder.path, 'images'))).not.toContain(path.split('/').at(-1));
  });

  it.each([
    ['another offset', 1, {}, 409],
    ['no offset', 0, { 'upload-offset': 'x' }, 400],
    ['another media type', 0, { 'content-type': 'application/dicom' }, 415],
    ['another protocol', 0, { 'tus-resumable': '0.2.2' }, 412],
  ])('refuses %s, and changes nothing', async (_, offset, changes, status) => {
    const path = await begun();
    expect((await patch(path, offset, FILE.subarray(0, 9), changes)).status).toBe(status);
    expect(await offsetOf(path)).toBe('0');
  });

  it('takes no byte more than was declared', async () => {
    const path = await begun();
    expect((await patch(path, 0, Buffer.concat([FILE, Buffer.alloc(1)]))).status).toBe(413);
  });

  it('is begun by nobody who may not deposit', async () => {
    const body = declaration(FILE);
    expect((await create(null, body)).status).toBe(401);
    const refused = ['patient-chan', 'sdm-chan', 'dr-li', 'commissioner'] as const;
    const answers = await Promise.all(refused.map((who) => create(who, body)));
    const unknown = await create('dr-wong', { ...body, patient: UNKNOWN_PATIENT });
    const [first, ...others] = await Promise.all(
      [unknown, ...answers].map(async (answer) => [answer.status, await answer.text()]),
    );
    expect(first?.[0]).toBe(404);
    for (const answer of others) expect(answer).toEqual(first);
  });

  it.each([{ size: 0 }, { size: 200_000_001 }, { digest: 'x' }, { mediaType: 'application/zip' }])(
    'is not begun with %j',
    async (stated) => {
      expect((await create('dr-wong', declaration(FILE, stated))).status).toBe(400);
    },
  );

  it("is nobody else's to see or to go on with", async () => {
    const path = await begun();
    for (const who of ['dr-lee', 'dr-li', 'patient-chan', 'commissioner'] as const) {
      expect((await head(path, who)).status).toBe(404);
      expect((await patch(path, 0, FILE.subarray(0, 9), {}, who)).status).toBe(404);
    }
    expect(await offsetOf(path)).toBe('0');
  });

  it('is gone after a day', async () => {
    const path = await begun();
    graph.time.now += 24 * 60 * 60_000;
    expect((await head(path)).status).toBe(404);
    graph.time.now = TODAY;
  });
});
