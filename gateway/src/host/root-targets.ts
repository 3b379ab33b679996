import type { Action, Caller } from '@causeway/schema';
import { getArgumentValues } from 'graphql';
import type { GraphQLSchema, OperationTypeNode } from 'graphql';
import type { OperationRoot } from './operation.js';

/** Where a root field leads: to one patient's data, to nobody's, to nobody known before the fetch, or nowhere. */
export type RootTarget =
  | { readonly kind: 'patient'; readonly patient: string; readonly action: Action }
  | { readonly kind: 'open' }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'nobody' };

/** Where the root fields of an operation lead for a caller, by response key. */
export function rootTargets(
  roots: ReadonlyMap<string, OperationRoot>,
  operation: OperationTypeNode,
  schema: GraphQLSchema,
  caller: Caller,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, RootTarget> {
  const type = schema.getRootType(operation);
  const targets = new Map<string, RootTarget>();
  for (const [key, { field, leadsTo }] of roots) {
    const definition = type?.getFields()[field.node.name.value];
    // INVARIANT: a graph with a root field that leads nowhere is not served; see `readLabels`.
    if (definition === undefined || leadsTo === undefined)
      throw new Error(`Expected a labelled root field, got ${key}`);
    switch (leadsTo.kind) {
      case 'open':
      case 'unnamed':
        targets.set(key, leadsTo);
        break;
      case 'token':
        targets.set(key, tokenTarget(caller));
        break;
      case 'patientId': {
        const values = getArgumentValues(definition, field.node, variables);
        const patient = at(values, leadsTo.argument);
        targets.set(
          key,
          typeof patient === 'string'
            ? { kind: 'patient', patient, action: leadsTo.action }
            : { kind: 'nobody' },
        );
        break;
      }
    }
  }
  return targets;
}

/** The patient that a token stands for: a person's own self. A grant's patient shows only once the grant is read. */
function tokenTarget(caller: Caller): RootTarget {
  switch (caller.kind) {
    case 'person':
      return { kind: 'patient', patient: caller.person, action: 'READ' };
    case 'professional':
    case 'system':
      return caller.grant === null ? { kind: 'nobody' } : { kind: 'unnamed' };
    case 'office':
      return { kind: 'nobody' };
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (holder, name) =>
      typeof holder === 'object' && holder !== null
        ? (holder as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}
