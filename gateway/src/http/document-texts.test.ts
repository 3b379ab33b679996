import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DocumentsError, readDocuments } from './document-texts.js';

const TEXT = 'query Read { me { id } }';
const HASH = createHash('sha256').update(TEXT).digest('hex');
const OTHER = createHash('sha256').update('query Other { me { id } }').digest('hex');

const manifest = (operations: unknown, changes: object = {}) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations,
  ...changes,
});

describe('readDocuments', () => {
  it.each([
    ['texts by their ids', { [`sha256:${HASH}`]: TEXT }],
    ['a manifest of Apollo’s', manifest([{ id: HASH, name: 'Read', type: 'query', body: TEXT }])],
  ])('reads %s', (_, file) => {
    expect(readDocuments(JSON.stringify(file))).toEqual(new Map([[HASH, TEXT]]));
  });

  it.each([
    ['a text that is not the one of its hash', { [`sha256:${OTHER}`]: TEXT }],
    ['a text of a manifest that is not the one of its id', manifest([{ id: OTHER, body: TEXT }])],
    ['an id without its kind', { [HASH]: TEXT }],
    ['a text that is none', { [`sha256:${HASH}`]: 1 }],
    ['another format', manifest([], { format: 'x' })],
    ['another version', manifest([], { version: 2 })],
    ['a manifest without operations', manifest(undefined)],
    ['an operation without its text', manifest([{ id: HASH }])],
    ['an operation that is none', manifest([null])],
    ['a list', []],
  ])('refuses %s', (_, file) => {
    expect(() => readDocuments(JSON.stringify(file))).toThrow(DocumentsError);
  });

  it('refuses what is no JSON', () => {
    expect(() => readDocuments('{')).toThrow('Expected JSON');
  });
});
