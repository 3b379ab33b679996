import type { Caller } from './caller.js';
import type { Action, Gate } from './decision.js';
import type { Scope } from './scopes.js';

/**
 * What the gateway asks the consents subgraph to record, before the answer leaves: one per (patient id asked,
 * caller, operation), permit and deny alike, also for ids that do not exist; for a deposit one more, before it begins.
 */
export interface AccessEvent {
  /** A UUID made by the gateway; recording the same event twice records it once. */
  readonly id: string;
  /** When it was decided (epoch milliseconds). */
  readonly at: number;
  /** The patient id as asked. */
  readonly patient: string;
  readonly caller: Caller;
  readonly action: Action;
  readonly outcome: 'PERMIT' | 'DENY';
  /** For a deny: the gate that decided. */
  readonly gate: Gate | null;
  /** Why it was denied; for a permit, what of the patient's consents could not be interpreted. Internal. */
  readonly reason: string | null;
  /**
   * What became of the answer. A deposit is on record as INTENDED before it is dispatched, and once more when it is
   * completed.
   */
  readonly release: 'INTENDED' | 'RELEASED' | 'WITHHELD' | 'CANCELLED' | 'FAILED';
  /** The client's name of the operation and the SHA-256 of its text. */
  readonly operation: { readonly name: string | null; readonly digest: string };
  /** Scopes whose values were released. */
  readonly scopes: readonly Scope[];
  /** Records released, by scope. */
  readonly counts: Readonly<Partial<Record<Scope, number>>>;
  /** The consents and the grant that the permit rests on. */
  readonly basis: readonly string[];
  /** Whether the data crosses the boundary. */
  readonly abroad: boolean;
}
