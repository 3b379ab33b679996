import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Problem } from './label-error.js';
import type { Labels, OperationType, RoleRequirement, RootField, TypeLabel } from './model.js';
import { NO_REQUIREMENT } from './requirement.js';
import type { FieldRequirement } from './requirement.js';
import { requirementOf, requirementOfArgument } from './requirement-of.js';
import { NO_ROLES, allRolesOf, rolesOf } from './roles.js';
import { rootFieldOf } from './root-fields.js';
import { selectionSetOf, subjectSelectionSets } from './subject.js';
import type { AppliedDirective, Vocabulary } from './vocabulary.js';

/** Reads type after type into tables by coordinate. */
export class LabelReader {
  readonly #types = new Map<string, TypeLabel>();
  readonly #requirements = new Map<string, FieldRequirement>();
  readonly #roles = new Map<string, RoleRequirement>();
  readonly #roots = new Map<string, RootField>();
  readonly #operations: ReadonlyMap<GraphQLNamedType, OperationType>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly vocabulary: Vocabulary,
    private readonly report: (problem: Problem) => void,
  ) {
    const operations: [GraphQLNamedType | null | undefined, OperationType][] = [
      [schema.getQueryType(), 'query'],
      [schema.getMutationType(), 'mutation'],
      [schema.getSubscriptionType(), 'subscription'],
    ];
    this.#operations = new Map(
      operations.flatMap(([type, operation]) => (type ? [[type, operation]] : [])),
    );
  }

  /** What has been read so far. */
  labels(): Labels {
    return {
      type: (name) => this.#types.get(name),
      field: (type, field) => this.#requirements.get(`${type}.${field}`) ?? NO_REQUIREMENT,
      argument: (type, field, argument) =>
        this.#requirements.get(`${type}.${field}(${argument}:)`) ?? NO_REQUIREMENT,
      inputField: (type, field) => this.#requirements.get(`${type}.${field}`) ?? NO_REQUIREMENT,
      root: (operation, field) => this.#roots.get(`${operation}.${field}`),
      roles: (type, field) =>
        this.#roles.get(`${type}.${field}`) ?? this.#roles.get(`${type}.__typename`) ?? NO_ROLES,
    };
  }

  /** Reads a type with its fields and their arguments. */
  read(type: GraphQLNamedType): void {
    if (isIntrospectionType(type)) return;
    const operation = this.#operations.get(type);
    if (isObjectType(type) && operation === undefined)
      this.#types.set(type.name, this.#typeLabel(type));
    if (isObjectType(type) || isInterfaceType(type)) {
      this.#roles.set(`${type.name}.__typename`, this.#rolesOfType(type));
      for (const field of Object.values(type.getFields())) this.#readField(type, field, operation);
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        this.#requirements.set(
          `${type.name}.${field.name}`,
          requirementOf(this.vocabulary.appliedTo(field.astNode)),
        );
      }
    }
  }

  #readField(
    type: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    operation: OperationType | undefined,
  ): void {
    const coordinate = `${type.name}.${field.name}`;
    const applied = this.vocabulary.appliedTo(field.astNode);
    this.#requirements.set(coordinate, requirementOf(applied));
    for (const argument of field.args) {
      this.#requirements.set(
        `${coordinate}(${argument.name}:)`,
        requirementOfArgument(this.vocabulary, argument),
      );
    }
    this.#roles.set(
      coordinate,
      allRolesOf(
        ...[type, ...this.#implementationsOf(type)].map((one) =>
          this.#rolesOfField(one, field.name),
        ),
        this.#rolesOfType(type),
        this.#rolesOfType(getNamedType(field.type)),
      ),
    );
    const isPublic = !applied.some(({ name }) => name === 'inaccessible');
    if (operation !== undefined && isPublic) {
      this.#roots.set(
        `${operation}.${field.name}`,
        rootFieldOf(operation, coordinate, field, this.vocabulary, this.report),
      );
    }
  }

  /** What an interface asks for is what any of its implementations asks for: it may be that one. */
  #rolesOfType(type: GraphQLNamedType): RoleRequirement {
    return allRolesOf(
      ...[type, ...this.#implementationsOf(type)].map((one) => rolesOf(this.#appliedToType(one))),
    );
  }

  #rolesOfField(type: GraphQLNamedType, name: string): RoleRequirement {
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    return rolesOf(this.vocabulary.appliedTo(field?.astNode));
  }

  #implementationsOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    return isInterfaceType(type) ? this.schema.getPossibleTypes(type) : [];
  }

  #typeLabel(type: GraphQLNamedType): TypeLabel {
    const applied = this.#appliedToType(type);
    const subjects = applied.filter(({ name }) => name === 'subject');
    const isOpen = applied.some(({ name }) => name === 'open');
    const keys = this.#keysOf(applied);
    const [subject, ...others] = subjects;
    if (others.length > 0 || (subject !== undefined && isOpen)) {
      this.#reportKind(
        type,
        'one @subject or @open',
        isOpen ? 'both' : `${String(subjects.length)} @subject`,
      );
    }
    if (subject !== undefined) {
      try {
        const presence = requirementOf(applied);
        return { kind: 'record', subject: subjectSelectionSets(subject.arguments), presence, keys };
      } catch (error) {
        this.#reportKind(
          type,
          'selections in @subject',
          error instanceof Error ? error.message : String(error),
        );
      }
    }
    if (isOpen) return { kind: 'open', keys };
    if (keys.size > 0) this.#reportKind(type, '@subject or @open beside @key', 'neither');
    return { kind: 'value' };
  }

  #keysOf(applied: readonly AppliedDirective[]): ReadonlySet<string> {
    const keys = applied.flatMap(({ name, arguments: given }) => {
      if (name === 'key') return [given['fields']];
      return name === 'join__type' ? [given['key']] : [];
    });
    return new Set(
      keys
        .filter((key) => typeof key === 'string')
        .flatMap((key) =>
          selectionSetOf(key).selections.flatMap((selection) =>
            'name' in selection ? [selection.name.value] : [],
          ),
        ),
    );
  }

  #appliedToType(type: GraphQLNamedType): readonly AppliedDirective[] {
    return this.vocabulary.appliedTo(type.astNode, ...type.extensionASTNodes);
  }

  #reportKind(type: GraphQLNamedType, expected: string, got: string): void {
    this.report({ rule: 'object-types-are-of-one-kind', coordinate: type.name, expected, got });
  }
}
