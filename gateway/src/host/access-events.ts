import { isAdministrativeScope } from '@causeway/schema';
import type { AccessEvent, Caller, Decision } from '@causeway/schema';
import { OperationTypeNode } from 'graphql';
import { FieldFailure } from '../execution/index.js';
import type { ResultObject } from '../execution/index.js';
import { accessEvent } from './access-event.js';
import type { Ledger, Released } from './ledger.js';
import type { Operation } from './operation.js';
import type { RootTarget } from './root-targets.js';

/** What became of a request. */
export type Outcome =
  /** It is about to be dispatched. */
  | { readonly kind: 'intended' }
  | {
      readonly kind: 'written';
      readonly released: Ledger;
      /** The subgraphs that were asked for root fields. */
      readonly changed: ReadonlySet<string>;
      readonly result: ResultObject;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' };

/** The request that events are about. */
export interface AccessRequest {
  readonly caller: Caller;
  readonly operation: Operation;
  readonly targets: ReadonlyMap<string, RootTarget>;
  /** When it was decided, in epoch milliseconds. */
  readonly at: number;
}

const NOTHING: Released = { scopes: [], counts: {} };

/** The events of a request's decisions, save those that stand in the transaction of the change they permitted. */
export function accessEvents(
  decisions: readonly Decision[],
  outcome: Outcome,
  request: AccessRequest,
): readonly AccessEvent[] {
  return decisions
    .map((decision) => ({ decision, released: releasedOf(decision, outcome, request) }))
    .filter(({ decision, released }) => !isRecordedWithChange(decision, outcome, released, request))
    .map(({ decision, released }) => eventOf(decision, outcome, released, request));
}

/** What was released of a decision's patient; null where a root field that names the patient failed. */
function releasedOf(
  decision: Decision,
  outcome: Outcome,
  { targets }: AccessRequest,
): Released | null {
  if (decision.effect === 'deny' || outcome.kind !== 'written') return NOTHING;
  const { released, result } = outcome;
  const hasFailed = [...targets].some(
    ([key, target]) =>
      target.kind === 'patient' &&
      target.patient === decision.patient &&
      result[key] instanceof FieldFailure,
  );
  return hasFailed ? null : released.of(decision.patient);
}

/**
 * Whether the event of a decision stands in the transaction of the change that it permitted. It does not where nothing
 * was to be changed or the change failed, where another subgraph than consents made it, nor where more was read through
 * the mutation's result than what was changed.
 */
function isRecordedWithChange(
  decision: Decision,
  outcome: Outcome,
  released: Released | null,
  { operation }: AccessRequest,
): boolean {
  const isChange = operation.definition.operation === OperationTypeNode.MUTATION;
  if (!isChange || decision.effect === 'deny' || outcome.kind !== 'written' || released === null)
    return false;
  // What another subgraph changes is in no transaction of the one that keeps the trail.
  if ([...outcome.changed].some((service) => service !== 'consents')) return false;
  switch (decision.action) {
    case 'READ':
      return false;
    case 'EMERGENCY':
      // What is shown of the declaration itself is under PERSON; a record is one more thing that was read.
      return Object.keys(released.counts).length === 0;
    case 'DEPOSIT':
      // What was put on record as intended is put on record as completed.
      return false;
    case 'AUTHORISE':
      return released.scopes.every(isAdministrativeScope);
  }
}

function eventOf(
  decision: Decision,
  outcome: Outcome,
  released: Released | null,
  { caller, operation, at }: AccessRequest,
): AccessEvent {
  const { scopes, counts } = released ?? NOTHING;
  return accessEvent(decision, {
    at,
    caller,
    operation: { name: operation.definition.name?.value ?? null, digest: operation.digest },
    release: releaseOf(outcome, scopes.length),
    scopes,
    counts,
  });
}

function releaseOf(outcome: Outcome, scopes: number): AccessEvent['release'] {
  switch (outcome.kind) {
    case 'written':
      return scopes > 0 ? 'RELEASED' : 'WITHHELD';
    case 'intended':
      return 'INTENDED';
    case 'cancelled':
      return 'CANCELLED';
    case 'failed':
      return 'FAILED';
  }
}
