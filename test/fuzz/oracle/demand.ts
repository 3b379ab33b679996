/** What a field demands of the caller, and what it is refused with. */
import type { RefusalCode } from '@causeway/schema';
import { GraphQLError } from 'graphql';
import { NO_LABEL } from '../graph/model.js';
import type { FieldModel, GraphModel, Label } from '../graph/model.js';
import type { Entitlement } from './verdict.js';

/** What a refused value is answered with; `codes` holds every way to say so. */
export class Refused extends GraphQLError {
  readonly codes: readonly string[];

  constructor(codes: readonly string[]) {
    super('refused');
    this.codes = codes;
  }
}

/** @throws Refused if a role that a field demands is not held */
export function demandRoles({ roles }: FieldModel, held: readonly string[]): void {
  const isHeld =
    roles.length === 0 || roles.some((all) => all.every((role) => held.includes(role)));
  if (!isHeld) throw new Refused(['FORBIDDEN']);
}

/** What stands on a field, on the type it returns, and on the arguments that it is given. */
function labelsOf(
  graph: GraphModel,
  field: FieldModel,
  given: Readonly<Record<string, unknown>>,
): readonly Label[] {
  const returned = graph.types.get(field.named);
  return [
    field.label,
    returned?.kind === 'record' ? returned.presence : NO_LABEL,
    ...field.arguments
      .filter(({ name }) => given[name] !== undefined)
      .map(({ scopes }) => ({ scopes, domestic: false })),
  ];
}

/** What a field is refused with, where a place or a scope that it demands is missing; null where none is. */
export function labelRefusal(
  graph: GraphModel,
  field: FieldModel,
  given: Readonly<Record<string, unknown>>,
  { isAbroad, scopes: held, refusals }: Entitlement,
): Refused | null {
  const labels = labelsOf(graph, field, given);
  if (isAbroad && labels.some(({ domestic }) => domestic)) return new Refused(['NOT_SHARABLE']);
  const missing = labels.flatMap(({ scopes }) => scopes).filter((scope) => !held.has(scope));
  if (missing.length === 0) return null;
  return new Refused(
    missing.map((scope) => {
      const { code, requestable } = refusals.get(scope) ?? {
        code: 'ROLE_NOT_PERMITTED' satisfies RefusalCode,
        requestable: false,
      };
      return code === 'CONSENT_REQUIRED'
        ? `${code} ${scope} ${String(requestable)}`
        : `${code} ${scope}`;
    }),
  );
}
