/** The graph, started with a file of registered documents: it serves what teams have registered, and nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSUMERS_PATH } from '@causeway/schema/compose-files';
import { readConsumers } from '@causeway/schema/consumers';
import { personaNamed } from '@causeway/seeds/personas';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataFolder } from '../../start/src/data-folder.js';
import { openDevelopmentIssuer } from '../../start/src/dev-issuer.js';
import { clientDocuments } from '../../start/src/documents/client-documents.js';
import { publication } from '../../start/src/documents/publication.js';
import { startMock } from '../../start/src/mock/start-mock.js';
import type { RunningGraph } from '../../start/src/running-graph.js';
import { readSettings } from '../../start/src/settings.js';
import { NEVER_LATE_ENVIRONMENT } from '../support/never-late.js';

const documents = clientDocuments();

const idOf = (name: string): string =>
  Object.entries(documents).find(([, text]) => text.includes(`query ${name}`))?.[0] ?? '';

let data: string;
let graph: RunningGraph;
let token: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'causeway-registered-'));
  const path = join(data, 'trusted-documents.json');
  const files = publication(readConsumers(CONSUMERS_PATH), documents);
  writeFileSync(path, files.find(({ name }) => name === 'trusted-documents.json')?.text ?? '');
  const settings = readSettings({
    ...NEVER_LATE_ENVIRONMENT,
    PORT: '0',
    CAUSEWAY_DATA: data,
    CAUSEWAY_DOCUMENTS: path,
  });
  graph = await startMock(settings, { clock: Date.now, say: () => undefined, real: [] });
  const issuer = await openDevelopmentIssuer(openDataFolder(data), settings);
  const claims = personaNamed('patient-chan')?.claims;
  if (claims === undefined) throw new Error('Expected the persona patient-chan');
  token = await issuer.issue(claims, Date.now());
});

afterAll(async () => {
  await graph.close();
  rmSync(data, { recursive: true, force: true });
});

async function ask(body: object): Promise<unknown> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'purpose-of-use': 'PATRQT',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return response.json();
}

const REFUSED = { errors: [{ extensions: { code: 'DOCUMENT_NOT_REGISTERED' } }] };

describe('the graph with registered documents', () => {
  it('serves an operation of the patients’ app to a patient', async () => {
    expect(await ask({ documentId: idOf('MyRecord') })).toMatchObject({
      data: { me: { birthDate: expect.any(String) } },
    });
  });

  it('serves neither a document of the client that no team has registered, nor a text', async () => {
    expect(idOf('RecordTypes')).not.toBe('');
    expect(await ask({ documentId: idOf('RecordTypes') })).toMatchObject(REFUSED);
    expect(await ask({ query: documents[idOf('MyRecord')] })).toMatchObject(REFUSED);
  });
});
