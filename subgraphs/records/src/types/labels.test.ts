import { describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { buildRecords } from '../index.js';
import { RECORD_TYPES } from '../record-types.js';
import type { RecordType } from '../record-types.js';
import type { RecordRow } from '../tables.js';
import { buildRecord } from '../testing/build-record.js';
import { registeredType } from './registry.js';

const schema = buildASTSchema(parse(buildRecords().sdl), {
  assumeValid: true,
  assumeValidSDL: true,
});

/** Every labelled field of a record type that is read from the record itself, with its label. */
const LABELLED = RECORD_TYPES.flatMap((type) => {
  const described = schema.getType(type);
  if (!isObjectType(described)) throw new Error(`Expected an object type ${type}`);
  return Object.values(described.getFields()).flatMap(({ name, astNode }) =>
    (astNode?.directives ?? [])
      .map(({ name: { value }, arguments: [scope] = [] }) =>
        scope !== undefined && 'value' in scope.value ? String(scope.value.value) : value,
      )
      // The diagnoses of an encounter are links: the permit filter is their guard.
      .filter(() => name !== 'diagnosis')
      .map((label): [RecordType, string, string] => [type, name, label]),
  );
});

/** A field of a record whose every element holds something, under a permit. */
function read(type: RecordType, field: string, stated: Partial<Permit>): unknown {
  const something = { text: 'x', display: 'x', contentType: 'x', status: 'x', date: '2024' };
  const words = ['comment', 'description', 'patientInstruction'];
  const content = {
    resourceType: type,
    author: [something],
    [field]: words.includes(field) ? 'x' : something,
  };
  const row = {
    ...buildRecord({ type, authorRole: 'r-1', content }),
    versionId: 1,
  } as unknown as RecordRow;
  const record = new (registeredType(type).recordClass)(row, permit('p-chan', stated));
  return Reflect.get(record, field);
}

describe('a labelled element', () => {
  it.each(LABELLED)('%s.%s is there only where the permit meets %s', (type, field, label) => {
    expect(read(type, field, {})).not.toBeNull();
    const unmet: Partial<Permit> = label === 'domestic' ? { abroad: true } : { scopes: ['PERSON'] };
    expect(read(type, field, unmet)).toBeNull();
  });

  it('is found in every type', () => {
    expect(new Set(LABELLED.map(([type]) => type)).size).toBe(RECORD_TYPES.length);
  });
});
