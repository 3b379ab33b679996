/** What is asked of the oracle, and what it answers. */
import type { Gate } from '@causeway/schema';
import type { DocumentNode } from 'graphql';
import type { Situation } from '../world/situation.js';
import type { World } from '../world/world.js';

/** An operation and the world that it is asked of. */
export interface Question {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly world: World;
  readonly situation: Situation;
}

/** An error that is due: any of several, where several things are missing. */
export interface DueError {
  readonly path: string;
  readonly codes: readonly string[];
}

/** An answer that is due, and what was met on the way to it. */
export interface DueAnswer {
  /** As JSON text; null where nothing is answered. */
  readonly data: string;
  readonly errors: readonly DueError[];
  /** The patients who were decided on. */
  readonly patients: ReadonlySet<string>;
  /** The gates that kept something back, a patient, a record or a scope. */
  readonly gates: ReadonlySet<Gate>;
  /** The first gate that a patient failed at; null where none did. */
  readonly firstGate: Gate | null;
  /** How many labelled values are released. */
  readonly released: number;
  /** The ids of records that are kept back. */
  readonly withheld: ReadonlySet<string>;
  /** Whether records lead to those of patients whom nobody named. */
  readonly crosses: boolean;
}
