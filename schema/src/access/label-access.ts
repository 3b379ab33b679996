/** What the labels of a graph ask for, coordinate by coordinate, as access: of everybody alike, whoever asks. */
import { getNamedType, isAbstractType, isObjectType, print } from 'graphql';
import type {
  GraphQLField,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { apiSchemaOf } from '../api-schema.js';
import { LabelError } from '../labels/label-error.js';
import { labelledSchemaOf } from '../labels/labelled-schema.js';
import type { Labels, RecordTypeLabel, RoleRequirement, RootField } from '../labels/model.js';
import type { FieldRequirement } from '../labels/requirement.js';
import { operationOf } from '../rules/coordinates.js';
import { ALWAYS, NEVER, anyOf, every, needing } from './access.js';
import type { Access } from './access.js';
import type { Need } from './need.js';

/** A graph, as far as access to it is compared. */
export interface AccessGraph {
  /** What clients see. */
  readonly api: GraphQLSchema;
  readonly labels: Labels;
  /** What it takes that a record of the type is there at all. */
  presence(type: string): Access;
  /** What the field asks for by itself, beside the presence of the records it stands in and returns. */
  own(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Access;
  /** All that it takes to get the field. */
  field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Access;
  /** What giving the argument asks for on top. */
  argument(type: string, field: string, argument: string): Access;
}

/**
 * The access that a supergraph's labels ask for.
 *
 * @throws LabelError if there are labels that cannot be read: what they would refuse is not known
 */
export function accessGraphOf(supergraphSdl: string): AccessGraph {
  const { labelled, problems } = labelledSchemaOf(supergraphSdl);
  if (problems.length > 0) throw new LabelError(problems);
  const { labels } = labelled;
  const api = apiSchemaOf(supergraphSdl);
  const presence = (type: string): Access => presenceOf(labels.type(type));
  const own: AccessGraph['own'] = (type, { name }) => {
    const operation = operationOf(api, type);
    return every([
      operation === undefined ? ALWAYS : rootAccess(labels.root(operation, name), name),
      requirementAccess(labels.field(type.name, name)),
      roleAccess(labels.roles(type.name, name)),
    ]);
  };
  const total: AccessGraph['field'] = (type, field) => {
    const returned = possibleTypes(api, getNamedType(field.type)).map(({ name }) => name);
    // A field that may return several types is got where one of them is.
    const reached = returned.length === 0 ? ALWAYS : anyOf(returned.map(presence));
    return every([presence(type.name), own(type, field), reached]);
  };
  const totals = new WeakMap<GraphQLField<unknown, unknown>, Access>();
  return {
    api,
    labels,
    presence,
    own,
    field: (type, field) => {
      const access = totals.get(field) ?? total(type, field);
      totals.set(field, access);
      return access;
    },
    argument: (type, field, argument) => requirementAccess(labels.argument(type, field, argument)),
  };
}

/** The object types that a value of a type can be; none for scalars and enums. */
export function possibleTypes(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type].filter(isObjectType);
}

function presenceOf(label: ReturnType<Labels['type']>): Access {
  if (label?.kind !== 'record') return ALWAYS;
  return every([requirementAccess(label.presence), subjectAccess(label)]);
}

/** What `@subject` names is checked of each record; a changed selection is another check. */
function subjectAccess({ subject }: RecordTypeLabel): Access {
  const named = Object.entries<SelectionSetNode>({ ...subject }).map(
    ([facet, selection]): Need =>
      `subject:${facet}=${print(selection).replace(/\s+/g, ' ').slice(2, -2)}`,
  );
  const checks = every(named.map(needing));
  const category = subject.category === undefined ? ALWAYS : needing('category:own');
  // An organisation's own records are released to it whatever their confidentiality, once their author is known.
  const written =
    subject.author === undefined || subject.security === undefined
      ? NEVER
      : every([
          needing('author:own'),
          ...named.filter((need) => !need.startsWith('subject:security=')).map(needing),
        ]);
  return every([category, anyOf([checks, written])]);
}

function requirementAccess({ scopes, domestic }: FieldRequirement): Access {
  const needs: readonly Need[] = scopes.map((scope): Need => `scope:${scope}`);
  return every([...needs.map(needing), domestic ? needing('place:home') : ALWAYS]);
}

function roleAccess({ authenticated, anyOf: sets }: RoleRequirement): Access {
  const roles = sets.map((set) => every(set.map((role) => needing(`role:${role}`))));
  return every([
    authenticated ? needing('caller:known') : ALWAYS,
    roles.length === 0 ? ALWAYS : anyOf(roles),
  ]);
}

function rootAccess(root: RootField | undefined, field: string): Access {
  switch (root?.kind) {
    case undefined:
      return NEVER;
    case 'open':
    case 'unnamed':
      return ALWAYS;
    case 'token':
      return needing(`token:${field}`);
    case 'patientId':
      return needing(`permit:${root.action}`);
  }
}
