import { describe, expect, it } from '@jest/globals';
import { checkStructure } from './structure.js';
import { concept, observation, resource } from './testing/build-resource.js';

const found = (value: Parameters<typeof checkStructure>[0]): string[] =>
  checkStructure(value).map(({ code, path }) => `${code} ${path}`);

describe('checkStructure', () => {
  it('finds nothing wrong with a sound resource', () => {
    expect(found(observation())).toEqual([]);
  });

  it.each(['status', 'code'])('misses a required element: %s', (element) => {
    expect(found(observation({ [element]: undefined }))).toEqual([
      `MISSING_ELEMENT Observation.${element}`,
    ]);
  });

  it.each([
    [
      'two choices of one element',
      { valueString: 'x' },
      'AMBIGUOUS_CHOICE Observation.valueString',
    ],
    ['one where a list belongs', { category: {} }, 'INVALID_VALUE Observation.category'],
    ['a list where one belongs', { subject: [{}] }, 'INVALID_VALUE Observation.subject'],
    ['an empty list', { performer: [] }, 'INVALID_VALUE Observation.performer'],
    ['a wrong primitive', { status: 3 }, 'INVALID_VALUE Observation.status'],
    ['a day that is none', { issued: '2024-02-30T00:00:00Z' }, 'INVALID_VALUE Observation.issued'],
    ['an unknown element', { colour: 'red' }, 'UNKNOWN_ELEMENT Observation.colour'],
    ['an element of STU3', { comment: 'x' }, 'STU3_SHAPE Observation.comment'],
    ['an element of R5', { triggeredBy: [] }, 'R5_SHAPE Observation.triggeredBy'],
    ['a database id', { _id: { $oid: '1' } }, 'DATABASE_EXPORT Observation._id.$oid'],
    ['a database id in text', { _id: 'abc' }, 'DATABASE_EXPORT Observation._id'],
    ['a modifier', { implicitRules: 'urn:x' }, 'UNKNOWN_MODIFIER Observation.implicitRules'],
    [
      'a nested element',
      { component: [{ code: concept('urn:x', 'a') }, {}] },
      'MISSING_ELEMENT Observation.component[1].code',
    ],
    [
      'a contained resource',
      { contained: [{ resourceType: 'Medication', ingredient: [{}] }] },
      'MISSING_ELEMENT Observation.contained[0].ingredient[0].item[x]',
    ],
  ])('says where: %s', (_, changes, expected) => {
    expect(found(observation(changes))).toContain(expected);
  });

  it('takes a primitive that has only an extension', () => {
    const absent = { extension: [{ url: 'urn:absent', valueCode: 'unknown' }] };
    expect(found(resource('Patient', { _birthDate: absent }))).toEqual([]);
    expect(
      found(resource('Patient', { name: [{ given: [null, 'Ying'], _given: [absent, null] }] })),
    ).toEqual([]);
  });

  it('takes base64 with line breaks', () => {
    const form = [{ contentType: 'text/plain', data: 'aGVs\r\nbG8=' }];
    const report = { status: 'final', code: { text: 'x' }, presentedForm: form };
    expect(found(resource('DiagnosticReport', report))).toEqual([]);
  });

  it('refuses a resource without a known type', () => {
    expect(found({ resource: {} })).toEqual(['NOT_A_RESOURCE resourceType']);
  });

  it('never repeats a value, which may be about a patient', () => {
    const [issue] = checkStructure(resource('Patient', { birthDate: 'the second of May' }));
    expect(issue?.texts.en).toBe('Expected date, got another string');
  });
});
