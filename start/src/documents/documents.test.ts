import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocuments } from '@causeway/gateway';
import { CONSUMERS_PATH } from '@causeway/schema/compose-files';
import { readConsumers } from '@causeway/schema/consumers';
import { StartError } from '../program.js';
import { readSettings } from '../settings.js';
import { clientDocuments } from './client-documents.js';
import { openDocuments } from './open-documents.js';
import { publication } from './publication.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-documents-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const consumers = readConsumers(CONSUMERS_PATH);

describe('a publication', () => {
  it('has every registered operation, and no other, in two forms that say the same', () => {
    const files = publication(consumers, clientDocuments());
    expect(files.map(({ name }) => name)).toEqual([
      'persisted-query-manifest.json',
      'trusted-documents.json',
    ]);
    const [manifest, texts] = files.map(({ text }) => readDocuments(text));
    expect(manifest).toEqual(texts);
    const names = new Set(
      consumers.flatMap(({ operations }) => operations.map(({ name }) => name)),
    );
    expect(texts?.size).toBe(names.size);
    const published = [...(texts?.values() ?? [])].map(
      (text) => /^(?:query|mutation|subscription) (\w+)/.exec(text)?.[1],
    );
    expect(new Set(published)).toEqual(names);
    expect(names.size).toBeLessThan(Object.keys(clientDocuments()).length);
  });

  it('names its operations as Apollo’s manifests do', () => {
    const [manifest] = publication(consumers, clientDocuments());
    expect(JSON.parse(manifest?.text ?? '')).toMatchObject({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: expect.arrayContaining([
        {
          id: expect.stringMatching(/^[0-9a-f]{64}$/),
          name: 'RevokeGrant',
          type: 'mutation',
          body: expect.stringContaining('revokeGrant(patient: $patient, id: $id)'),
        },
      ]),
    });
  });

  it('is none where the client lacks an operation', () => {
    expect(() => publication(consumers, {})).toThrow(/among the documents of the client/);
  });
});

describe('what may be asked for', () => {
  const opened = (environment: Readonly<Record<string, string>>) =>
    openDocuments(readSettings(environment));

  it('is anything for trying out, with the documents of the client by their ids', () => {
    const documents = opened({});
    expect(documents.kind).toBe('any');
    expect(documents).toHaveProperty('known.size', Object.keys(clientDocuments()).length);
  });

  it('is for somebody to say in production', () => {
    const environment = { NODE_ENV: 'production' };
    expect(() => opened(environment)).toThrow(StartError);
    expect(() => opened(environment)).toThrow(/documents:publish.*CAUSEWAY_DOCUMENTS=any/);
    expect(opened({ ...environment, CAUSEWAY_DOCUMENTS: 'any' }).kind).toBe('any');
  });

  it.each(['persisted-query-manifest.json', 'trusted-documents.json'])(
    'is what %s publishes, and nothing else',
    (name) => {
      const path = join(folder, name);
      const file = publication(consumers, clientDocuments()).find((one) => one.name === name);
      writeFileSync(path, file?.text ?? '');
      expect(opened({ CAUSEWAY_DOCUMENTS: path })).toEqual({
        kind: 'registered',
        texts: readDocuments(file?.text ?? ''),
      });
    },
  );

  it('is nothing where the file is not there, or is none', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"sha256:1":"query"}');
    for (const path of [join(folder, 'none.json'), folder, broken])
      expect(() => opened({ CAUSEWAY_DOCUMENTS: path })).toThrow(StartError);
    expect(() => opened({ CAUSEWAY_DOCUMENTS: ' ' })).toThrow('CAUSEWAY_DOCUMENTS: expected any');
  });
});
