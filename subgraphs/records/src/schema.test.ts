import { describe, expect, it } from '@jest/globals';
import { CLINICAL_SCOPES } from '@causeway/schema';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import type { ConstDirectiveNode, GraphQLObjectType } from 'graphql';
import { buildRecords } from './index.js';
import { recordListings } from './listing.js';
import { CATEGORIES, RECORD_TYPES } from './record-types.js';

const schema = buildASTSchema(parse(buildRecords().sdl), {
  assumeValid: true,
  assumeValidSDL: true,
});

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`Expected an object type ${name}, got none`);
}

/** The applied labels as they are written, without their quotes. */
function labels(
  node: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined,
): string[] {
  return (node?.directives ?? []).flatMap(({ name, arguments: args = [] }) => {
    const [scope] = args.flatMap(({ value }) => ('value' in value ? [String(value.value)] : []));
    if (name.value === 'consent') return [String(scope)];
    return name.value === 'domestic' ? ['domestic'] : [];
  });
}

describe('the schema of records', () => {
  it('lists every type in every category it can belong to, once', () => {
    const listed = recordListings().map(({ type, category }) => `${type} ${category}`);
    const expected = RECORD_TYPES.filter((type) => type !== 'Provenance').flatMap((type) =>
      CATEGORIES[type].map((category) => `${type} ${category}`),
    );
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  it('labels each list with the category it lists', () => {
    const fields = objectType('Patient').getFields();
    for (const { field, category } of recordListings()) {
      expect([field, labels(fields[field]?.astNode)]).toEqual([field, [category]]);
    }
  });

  it.each(RECORD_TYPES)('labels %s with its category, or leaves it to each record', (type) => {
    const [category, ...others] = CATEGORIES[type];
    expect(labels(objectType(type).astNode)).toEqual(others.length === 0 ? [category] : []);
  });

  it('summarises every category under its own label', () => {
    const fields = Object.values(objectType('RecordSummary').getFields());
    const scopes = fields.flatMap(({ astNode }) => labels(astNode));
    expect(scopes).toEqual(CLINICAL_SCOPES);
  });

  it('keeps at home what may repeat anything, and people', () => {
    const domestic = RECORD_TYPES.flatMap((type) =>
      Object.values(objectType(type).getFields())
        .filter(({ astNode }) => labels(astNode).includes('domestic'))
        .map(({ name }) => name),
    );
    expect([...new Set(domestic)].toSorted()).toEqual([
      'agent',
      'asserter',
      'authenticator',
      'authorRole',
      'comment',
      'description',
      'interpreter',
      'note',
      'participant',
      'patientInstruction',
      'performer',
      'presentedForm',
      'receiver',
      'recorder',
      'referrer',
      'requester',
      'resultsInterpreter',
      'text',
      'writtenBy',
    ]);
    for (const type of RECORD_TYPES) {
      const fields = objectType(type).getFields();
      for (const name of ['text', 'authorRole', ...('note' in fields ? ['note'] : [])]) {
        expect([type, name, labels(fields[name]?.astNode)]).toEqual([type, name, ['domestic']]);
      }
    }
  });

  it.each([
    ['Appointment', 'reasonCode', 'DIAGNOSIS'],
    ['Encounter', 'reasonCode', 'DIAGNOSIS'],
    ['Encounter', 'diagnosis', 'DIAGNOSIS'],
    ['ImagingStudy', 'reasonCode', 'DIAGNOSIS'],
    ['Immunization', 'reasonCode', 'DIAGNOSIS'],
    ['Immunization', 'reaction', 'ALLERGY_ADR'],
    ['MedicationRequest', 'reasonCode', 'DIAGNOSIS'],
    ['Procedure', 'reasonCode', 'DIAGNOSIS'],
    ['Procedure', 'complication', 'DIAGNOSIS'],
    ['ServiceRequest', 'reasonCode', 'DIAGNOSIS'],
  ])('labels %s.%s as what it tells: %s', (type, field, scope) => {
    expect(labels(objectType(type).getFields()[field]?.astNode)).toEqual([scope]);
  });
});
