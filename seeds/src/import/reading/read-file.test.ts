import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readItems } from './read-file.js';

const PATIENT = { resourceType: 'Patient', name: [{ text: 'Invented' }] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-read-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What is read of a file, as `type place` or `code place`. */
async function read(name: string, content: string | Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const items: string[] = [];
  for await (const item of readItems(path)) {
    items.push(
      item.kind === 'resource'
        ? `${item.entry.resource.resourceType} ${item.entry.place}`.trim()
        : `${item.refusal.code} ${item.place}`.trim(),
    );
  }
  return items;
}

/** JSON with a text whose UTF-8 bytes were read as another encoding before they were written. */
function twice(text: string, encoding: string): string {
  const misread = new TextDecoder(encoding).decode(Buffer.from(text));
  return JSON.stringify({ ...PATIENT, name: [{ text: misread }] });
}

const bundle = (type: string, ...entry: object[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type, entry });

describe('readItems', () => {
  it.each([
    ['nothing', '', 'EMPTY_FILE'],
    ['white space', ' \n', 'EMPTY_FILE'],
    ['no JSON', 'id,name\n1,Invented\n', 'MALFORMED_JSON'],
    ['a file that was cut off', '{"resourceType":"Patient","name":[{"te', 'TRUNCATED_JSON'],
    ['JSON that was encoded twice', JSON.stringify(JSON.stringify(PATIENT)), 'DOUBLE_ENCODED_JSON'],
    ['JSON of something else', '{"hello":"world"}', 'NOT_FHIR'],
    ['a list', `[${JSON.stringify(PATIENT)}]`, 'NOT_FHIR'],
    ['two byte order marks', `\ufeff\ufeff${JSON.stringify(PATIENT)}`, 'DOUBLE_ENCODED_UTF8'],
    ['UTF-8 that was taken for Latin-1', twice('陳大文', 'latin1'), 'DOUBLE_ENCODED_UTF8'],
    ['UTF-8 that was taken for Windows-1252', twice('“陳”', 'windows-1252'), 'DOUBLE_ENCODED_UTF8'],
    ['UTF-16', Buffer.from(JSON.stringify(PATIENT), 'utf16le'), 'UTF16'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${JSON.stringify(PATIENT)}`, 'utf16le'), 'UTF16'],
    ['Latin-1', Buffer.from('{"resourceType":"Patient","id":"\u00e9"}', 'latin1'), 'INVALID_UTF8'],
  ])('refuses a file of %s', async (_, content, code) => {
    expect(await read('x.json', content)).toEqual([code]);
  });

  it.each([['陳大文'], ['Zoë Ångström'], ['25 °C – “fine”'], ['Ã']])('reads %s', async (text) => {
    expect(await read('x.json', JSON.stringify({ ...PATIENT, name: [{ text }] }))).toEqual([
      'Patient',
    ]);
  });

  it('lets one byte order mark pass', async () => {
    expect(await read('x.json', `\ufeff${JSON.stringify(PATIENT)}`)).toEqual(['Patient']);
  });

  it('refuses a file that is not there when it is read', async () => {
    const items = [];
    for await (const item of readItems(join(folder, 'gone.json'))) items.push(item);
    expect(items).toMatchObject([{ kind: 'refused', refusal: { code: 'UNREADABLE_FILE' } }]);
  });

  it('says where JSON is malformed, and nothing of what stands there', async () => {
    const path = join(folder, 'x.json');
    writeFileSync(path, '{\n  "resourceType": "Patient"\n  "id": "1"\n}');
    const items = [];
    for await (const item of readItems(path)) items.push(item);
    const reason = 'Expected JSON, got something else, first at line 3, column 3';
    expect(items).toMatchObject([{ refusal: { code: 'MALFORMED_JSON', reason } }]);
  });

  it('reads a resource that stands alone', async () => {
    expect(await read('x.json', JSON.stringify(PATIENT))).toEqual(['Patient']);
  });

  it.each(['transaction', 'batch', 'collection', 'document', 'searchset'])(
    'reads a bundle of type %s',
    async (type) => {
      const items = await read(
        'x.json',
        bundle(type, { resource: PATIENT }, {}, { resource: PATIENT }),
      );
      expect(items).toEqual(['Patient entry[0]', 'Patient entry[2]']);
    },
  );

  it.each(['message', 'history', 'batch-response', 'transaction-response', 'subscription'])(
    'refuses each resource of a bundle of type %s',
    async (type) => {
      const items = await read(
        'x.json',
        bundle(type, { resource: PATIENT }, { resource: PATIENT }),
      );
      expect(items).toEqual(['BUNDLE_TYPE entry[0]', 'BUNDLE_TYPE entry[1]']);
    },
  );

  it('refuses a bundle within a bundle, and an entry that is no resource', async () => {
    const nested = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: PATIENT }] };
    const items = await read(
      'x.json',
      bundle('batch', { resource: nested }, { resource: { id: '1' } }),
    );
    expect(items).toEqual(['NESTED_BUNDLE entry[0]', 'NOT_FHIR entry[1]']);
  });

  it.each([
    ['POST', 'Patient entry[0]'],
    ['PUT', 'Patient entry[0]'],
    ['DELETE', 'REQUEST_NOT_OBEYED entry[0]'],
    ['PATCH', 'REQUEST_NOT_OBEYED entry[0]'],
  ])('obeys no request: %s', async (method, expected) => {
    const request = { method, url: 'Patient/1', ifMatch: 'W/"1"' };
    expect(await read('x.json', bundle('batch', { resource: PATIENT, request }))).toEqual([
      expected,
    ]);
  });

  it('reads NDJSON line by line, and loses no more than a bad line', async () => {
    const line = JSON.stringify(PATIENT);
    const lines = [
      line,
      '',
      '{"resourceType":',
      `\ufeff\ufeff${line}`,
      bundle('batch', { resource: PATIENT }),
      line,
    ];
    expect(await read('x.ndjson', lines.join('\r\n'))).toEqual([
      'Patient line 1',
      'TRUNCATED_JSON line 3',
      'DOUBLE_ENCODED_UTF8 line 4',
      'Patient line 5 entry[0]',
      'Patient line 6',
    ]);
  });

  it('reads lines that are longer than what a stream gives at once', async () => {
    const long = { ...PATIENT, name: [{ text: 'I'.repeat(200_000) }] };
    const lines = [JSON.stringify(long), JSON.stringify(PATIENT)];
    expect(await read('x.ndjson', lines.join('\n'))).toEqual(['Patient line 1', 'Patient line 2']);
  });
});
