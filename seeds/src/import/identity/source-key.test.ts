import { describe, expect, it } from '@jest/globals';
import { digestOf, sourceOf } from './source-key.js';

const UUID = '0a0a0a0a-1111-4222-8333-444444444444';

const entry = (id: string | undefined, fullUrl: string | null) => ({
  place: '',
  resource: { resourceType: 'Patient', ...(id !== undefined && { id }) },
  fullUrl,
  bundle: null,
  bundleLabels: [],
});

describe('sourceOf', () => {
  it.each([
    [
      'an absolute URL before its own id',
      '00001',
      'https://a.example/fhir/Patient/00002',
      'https://a.example/fhir',
      'Patient/00002',
    ],
    [
      'a URL of a version',
      '1',
      'https://a.example/fhir/Patient/1/_history/3',
      'https://a.example/fhir',
      'Patient/1',
    ],
    ['a UUID by its bundle', 'x', `urn:uuid:${UUID.toUpperCase()}`, 'urn:uuid', `Patient/${UUID}`],
    ['a UUID of its own', UUID, null, 'urn:uuid', `Patient/${UUID}`],
    ['a relative URL', '7', 'Patient/7', '/folder', 'Patient/7'],
    ['an id alone', 'example', null, '/folder', 'Patient/example'],
  ])('goes by %s', (_, id, fullUrl, namespace, sourceId) => {
    expect(sourceOf(entry(id, fullUrl), '/folder')).toEqual({ namespace, id: sourceId });
  });

  it('goes by the content where there is no id at all', () => {
    const { id } = sourceOf(entry(undefined, null), '/folder');
    expect(id).toMatch(/^Patient\/sha256-[0-9a-f]{64}$/);
  });
});

describe('digestOf', () => {
  it('does not depend on the order of members', () => {
    expect(digestOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(digestOf({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  });
});
