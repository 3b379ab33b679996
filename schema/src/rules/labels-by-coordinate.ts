import type { GraphQLSchema } from 'graphql';
import { CONSENT_DIRECTIVES } from '../directives.js';
import type { RoleRequirement } from '../labels/model.js';
import { describeRoles, rolesOf } from '../labels/roles.js';
import type { AppliedDirective, Vocabulary } from '../labels/vocabulary.js';
import { elementsOf } from './coordinates.js';
import type { SchemaElement } from './coordinates.js';

/** The directives that decide who may see what, whatever their role. */
const LABELS: readonly string[] = [...CONSENT_DIRECTIVES, 'inaccessible'];

/** The labels of an element, each written out, in one order. */
export interface ElementLabels {
  readonly labels: readonly string[];
  /** The roles it asks for by itself, which subgraphs may each add to. */
  readonly roles: RoleRequirement;
  /** A copy in a subgraph that does not resolve it. */
  readonly isExternal: boolean;
}

/** The labels of every element of an SDL by coordinate, also of those that have none. */
export function labelsByCoordinate(
  schema: GraphQLSchema,
  vocabulary: Vocabulary,
): ReadonlyMap<string, ElementLabels> {
  return new Map(
    elementsOf(schema).map((element) => [element.coordinate, labelsOfElement(element, vocabulary)]),
  );
}

function labelsOfElement({ type, nodes }: SchemaElement, vocabulary: Vocabulary): ElementLabels {
  const applied = vocabulary.appliedTo(...nodes);
  const around = vocabulary.appliedTo(type.astNode, ...type.extensionASTNodes);
  return {
    labels: [
      ...new Set(applied.filter(({ name }) => LABELS.includes(name)).map(describeLabel)),
    ].sort(),
    roles: rolesOf(applied),
    isExternal: [...applied, ...around].some(({ name }) => name === 'external'),
  };
}

function describeLabel({ name, arguments: given }: AppliedDirective): string {
  const all = name === 'patientId' ? { action: 'READ', ...given } : given;
  const text = Object.entries(all)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([argument, value]) => `${argument}: ${JSON.stringify(value)}`);
  return `@${name}${text.length > 0 ? `(${text.join(', ')})` : ''}`;
}

/** The roles and labels of an element as they are told in a finding. */
export function describeElement({ labels, roles }: ElementLabels): string {
  return describeLabels(roles.authenticated ? [describeRoles(roles), ...labels] : labels);
}

/** Labels as they are told in a finding. */
export function describeLabels(labels: Iterable<string>): string {
  return [...labels].join(' ') || 'no label';
}
