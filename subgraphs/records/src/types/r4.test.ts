import { describe, expect, it } from '@jest/globals';
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { R4_DATA_TYPES, R4_RESOURCES } from '../fhir/r4-elements.js';
import { buildRecords } from '../index.js';
import { RECORD_TYPES } from '../record-types.js';

const schema = buildASTSchema(parse(buildRecords().sdl), {
  assumeValid: true,
  assumeValidSDL: true,
});
const R4 = { ...R4_RESOURCES, ...R4_DATA_TYPES };

/** GraphQL's word for the primitives of R4; a resource type stands for a reference to it. */
const GRAPHQL: Readonly<Record<string, string>> = {
  boolean: 'Boolean',
  integer: 'Int',
  positiveInt: 'Int',
  unsignedInt: 'Int',
  decimal: 'Float',
  date: 'Date',
  dateTime: 'DateTime',
  instant: 'DateTime',
  Age: 'Quantity',
  Duration: 'Quantity',
  SimpleQuantity: 'Quantity',
};
const TEXTS = new Set([
  'string',
  'code',
  'uri',
  'url',
  'canonical',
  'id',
  'oid',
  'markdown',
  'time',
  'base64Binary',
  'xhtml',
]);

/** Fields that are the graph's own, or that stand for an element deeper down or of another name. */
const OWN = new Set(
  (
    'id category clinicalDate recordedDate security status versionId sourceJurisdiction author authorRole provenance text ' +
    'disputed images sourceCategory permittedActions Condition.evidenceDetail Immunization.reactionDetail DocumentReference.writtenBy ' +
    'DocumentReference.encounter DocumentReference.related DocumentReference.relatesTo Appointment.subject Provenance.patient'
  ).split(' '),
);

/** What is no record and no part of one: deposits, duties, and the images of a study. */
const NO_RECORDS = [
  'DepositDispute',
  'DepositDuty',
  'DepositDutyItem',
  'DepositDutyReport',
  'DepositReceipt',
  'DepositedResource',
  'StudyImage',
];

interface Shape {
  readonly type: string;
  readonly isList: boolean;
}

/** The elements of an R4 type by their names in JSON, as GraphQL would type them. */
function elementsOf(name: string): ReadonlyMap<string, Shape> {
  const definition = R4[name];
  if (definition === undefined) throw new Error(`Expected an R4 type ${name}, got none`);
  return new Map(
    definition.split(' ').flatMap((element): [string, Shape][] => {
      const [, base = '', choice = '', types = '', cardinality = ''] =
        /^(\w+)(\[x\])?:([\w.|]+)([!*+]?)$/.exec(element) ?? [];
      const isList = cardinality === '*' || cardinality === '+';
      return types
        .split('|')
        .map((type) => [
          choice === '' ? base : `${base}${type.charAt(0).toUpperCase()}${type.slice(1)}`,
          { type: graphqlTypeOf(type), isList },
        ]);
    }),
  );
}

function graphqlTypeOf(type: string): string {
  if (TEXTS.has(type)) return 'String';
  const parts = type.split('.').map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`);
  return GRAPHQL[type] ?? parts.join('');
}

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`Expected an object type ${name}, got none`);
}

/** The fields of a type that should be elements of R4, as they are typed. */
function fieldsOf(name: string): [string, Shape][] {
  return Object.values(objectType(name).getFields())
    .filter((field) => !OWN.has(field.name) && !OWN.has(`${name}.${field.name}`))
    .map((field) => {
      const named = getNamedType(field.type).name;
      const isLink = named === 'Patient' || named === 'ClinicalRecord' || named in R4_RESOURCES;
      const type = isLink ? 'Reference' : named;
      return [field.name, { type, isList: isListType(getNullableType(field.type)) }];
    });
}

const ENTITIES: readonly string[] = [
  ...RECORD_TYPES,
  'Patient',
  'Organization',
  'PractitionerRole',
];

/** The R4 types of the graph's value types, by the names they have there. */
const PARTS = Object.keys(R4).filter(
  (name) => isObjectType(schema.getType(graphqlTypeOf(name))) && !ENTITIES.includes(name),
);

describe('the graph and FHIR R4', () => {
  it.each([...RECORD_TYPES, ...PARTS])('agree on the elements of %s', (name) => {
    const elements = elementsOf(name);
    const fields = fieldsOf(graphqlTypeOf(name));
    expect(fields).not.toEqual([]);
    for (const [field, shape] of fields) {
      expect([field, elements.get(field)]).toEqual([field, shape]);
    }
  });

  it('know every part of a record by the name of R4', () => {
    const known = new Set(PARTS.map(graphqlTypeOf));
    const values = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .map(({ name }) => name)
      .filter((name) => !/(Connection|Edge|Summary|Description)$/.test(name));
    const unknown = values.filter((name) => !known.has(name) && !ENTITIES.includes(name));
    expect(unknown.toSorted()).toEqual([...NO_RECORDS, 'Mutation', 'PageInfo', 'Query'].toSorted());
  });
});
