import type { Action, RootField } from '@causeway/schema';
import { getArgumentValues } from 'graphql';
import type { GraphQLSchema, OperationTypeNode } from 'graphql';
import type { OperationRoot } from './operation.js';

/** Where a root field leads: to one patient's data, to nobody's, to nobody known before the fetch, or nowhere. */
export type RootTarget =
  | { readonly kind: 'patient'; readonly patient: string; readonly action: Action }
  | { readonly kind: 'open' }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'nobody' };

/** Where the root fields of an operation lead, by response key, for a token that stands for a patient or for none. */
export function rootTargets(
  roots: ReadonlyMap<string, OperationRoot>,
  operation: OperationTypeNode,
  schema: GraphQLSchema,
  tokenPatient: string | null,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, RootTarget> {
  const type = schema.getRootType(operation);
  const targets = new Map<string, RootTarget>();
  for (const [key, { field, leadsTo }] of roots) {
    const definition = type?.getFields()[field.node.name.value];
    // INVARIANT: a graph with a root field that leads nowhere is not served; see `readLabels`.
    if (definition === undefined || leadsTo === undefined)
      throw new Error(`Expected a labelled root field, got ${key}`);
    const values = () => getArgumentValues(definition, field.node, variables);
    targets.set(key, rootTarget(leadsTo, values, tokenPatient));
  }
  return targets;
}

/**
 * Where one root field leads by its arguments' values, for a token that stands for a patient or for none.
 *
 * @throws Error if it is not labelled at all
 */
export function rootTarget(
  leadsTo: RootField | undefined,
  values: () => Readonly<Record<string, unknown>>,
  tokenPatient: string | null,
): RootTarget {
  switch (leadsTo?.kind) {
    case undefined:
      // INVARIANT: a graph with a root field that leads nowhere is not served; see `readLabels`.
      throw new Error('Expected a labelled root field, got another');
    case 'open':
    case 'unnamed':
      return leadsTo;
    case 'token':
      return patientTarget(tokenPatient, 'READ');
    case 'patientId':
      return patientTarget(at(values(), leadsTo.argument), leadsTo.action);
  }
}

/** @see https://hl7.org/fhir/R4/datatypes.html#id */
const FHIR_ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Whether a value could be a patient's id; what could not is nobody's, and stands in nobody's audit trail. */
export function isPatientId(value: unknown): value is string {
  return typeof value === 'string' && FHIR_ID.test(value);
}

/** A text that is no FHIR id is nobody's, and is neither looked up nor written into anybody's audit trail. */
function patientTarget(patient: unknown, action: Action): RootTarget {
  return isPatientId(patient) ? { kind: 'patient', patient, action } : { kind: 'nobody' };
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
