import type { Caller, RoleRequirement } from '@causeway/schema';
import { Kind, OperationTypeNode, getArgumentValues, getVariableValues } from 'graphql';
import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import { createFieldCollector } from '../../execution/index.js';
import type { FactsSource } from '../../facts/facts-source.js';
import type { Graph } from '../graph.js';
import type { ValidOperation } from '../operation-cache.js';
import { rootTarget } from '../root-targets.js';
import type { RootTarget } from '../root-targets.js';
import type { Watched } from './grant-watch.js';

/** What a subscription is about. */
export interface Topic {
  /** Whose data it leads to. */
  readonly target: RootTarget;
  /** The roles that it asks for. */
  readonly roles: RoleRequirement;
  /** Whose changes concern it; null where none ever does. */
  readonly watched: Watched | null;
}

/**
 * What a query is about that a subscription asks; null for one that asks nothing, or whose variables are not what it
 * declares.
 *
 * @throws FactsUnavailableError if nobody can tell whom the caller's token stands for
 */
export async function topicOf(
  query: ValidOperation,
  given: Readonly<Record<string, unknown>>,
  caller: Caller,
  { graph, facts }: { readonly graph: Graph; readonly facts: Pick<FactsSource, 'tokenPatient'> },
): Promise<Topic | null> {
  const { apiSchema, labels } = graph;
  const { coerced } = getVariableValues(apiSchema, query.definition.variableDefinitions ?? [], {
    ...given,
  });
  const node = coerced && rootField(query, coerced, graph);
  const field = node && apiSchema.getQueryType()?.getFields()[node.name.value];
  if (!coerced || !node || !field) return null;
  const leadsTo = labels.root(OperationTypeNode.QUERY, field.name);
  const patient = leadsTo?.kind === 'token' ? await facts.tokenPatient(caller) : null;
  const args = getArgumentValues(field, node, coerced);
  const target = rootTarget(leadsTo, () => args, patient);
  return { target, roles: labels.roles('Query', field.name), watched: watchedBy(target, args) };
}

/** The one root field of a subscription; none where its condition leaves it out. */
function rootField(
  { document, definition }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  { apiSchema }: Graph,
): FieldNode | undefined {
  const type = apiSchema.getQueryType();
  if (type == null) return undefined;
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const collect = createFieldCollector(apiSchema, fragments, variables);
  const [[node] = []] = collect(type, [definition.selectionSet]).values();
  return node;
}

/** A patient's grants where there is a patient, else the one request that is asked for by its id. */
function watchedBy(target: RootTarget, { id }: Readonly<Record<string, unknown>>): Watched | null {
  switch (target.kind) {
    case 'patient':
      return { kind: 'patient', patient: target.patient };
    case 'open':
    case 'unnamed':
      return typeof id === 'string' ? { kind: 'grant', grant: id } : null;
    case 'nobody':
      return null;
  }
}
