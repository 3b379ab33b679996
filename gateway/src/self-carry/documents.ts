/**
 * The operations that read what is exported: ordinary ones, made from the schema that clients see, so that everything
 * passes enforcement and audit. A record is asked for all that it says; a record it refers to, for its id alone.
 */
import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** How many records are read at a time. */
const PAGE = 100;

/** Fields of records that are the graph's own, and no elements of FHIR. */
const NOT_FHIR: ReadonlySet<string> = new Set([
  'authorRole',
  'sourceJurisdiction',
  'permittedActions',
  'images',
  'disputed',
]);

/** What of a patient's demographics is exported. */
const DEMOGRAPHICS = [
  'id',
  'identifier',
  'name',
  'gender',
  'birthDate',
  'deceased',
  'deceasedBoolean',
  'telecom',
  'address',
] as const;

/**
 * The operation that reads a page of one list of records, with the Provenance of each.
 *
 * @throws Error if the schema has no such list
 */
export function listDocument(schema: GraphQLSchema, field: string): string {
  const node = nodeOf(fieldOf(objectType(schema, 'Patient'), field));
  const provenance = recordSelection(objectType(schema, 'Provenance'));
  return `query SelfCarry($patient: ID!, $period: PeriodInput, $after: String) {
  patient(id: $patient) {
    ${field}(first: ${PAGE}, after: $after, period: $period) {
      pageInfo { hasNextPage endCursor }
      edges { node { ${recordSelection(node)} provenance { ${provenance} } } }
    }
  }
}`;
}

/** The operation that reads who the patient is. @throws Error if the schema lacks a field of it */
export function patientDocument(schema: GraphQLSchema): string {
  const patient = objectType(schema, 'Patient');
  const fields = DEMOGRAPHICS.map((name) => selectionOf(fieldOf(patient, name), [patient]));
  return `query SelfCarryPatient($patient: ID!) { patient(id: $patient) { ${fields.join(' ')} } }`;
}

function recordSelection(record: GraphQLObjectType): string {
  const fields = Object.values(record.getFields()).filter(
    ({ name }) => !NOT_FHIR.has(name) && name !== 'provenance' && name !== 'author',
  );
  const author = 'author { name }';
  return `__typename ${fields.map((field) => selectionOf(field, [record])).join(' ')} ${author}`;
}

/** A field with all that it says; empty where it would lead back to where it came from. */
function selectionOf(
  field: GraphQLField<unknown, unknown>,
  path: readonly GraphQLNamedType[],
): string {
  const type = getNamedType(field.type);
  if (isLink(type)) return `${field.name} { __typename id }`;
  if (!isObjectType(type)) return field.name;
  if (path.includes(type)) return '';
  const inner = Object.values(type.getFields())
    .map((each) => selectionOf(each, [...path, type]))
    .join(' ');
  return `${field.name} { ${inner} }`;
}

/** Whether a type is somebody or something of its own: a record, the patient. */
function isLink(type: GraphQLNamedType): boolean {
  return isInterfaceType(type) || (isObjectType(type) && type.getFields()['id'] !== undefined);
}

function nodeOf(list: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const edges = fieldOf(getNamedType(list.type), 'edges');
  const node = getNamedType(fieldOf(getNamedType(edges.type), 'node').type);
  if (isObjectType(node)) return node;
  throw new Error(`Expected ${list.name} to list records, got a list of ${node.name}`);
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (field !== undefined) return field;
  throw new Error(`Expected the graph to have ${type.name}.${name}, found none`);
}

function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`Expected the graph to have a type ${name}, found none`);
}
