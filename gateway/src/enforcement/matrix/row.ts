/**
 * The decision matrix, as data: who asks what of whom, as things stand, and what follows. Each row is put to `decide`,
 * and `docs/decision-matrix.md` is printed from the same rows.
 */
import type { Gate, Obligation, RecordFacts, RefusalCode, Scope } from '@causeway/schema';
import type { DecisionRequest } from '../decide/request.js';

/** Kinds of callers, by the names that the matrix tells them apart by. */
export const CALLERS = [
  'patient',
  'substitute decision maker',
  'caregiver',
  'another person',
  'domestic professional',
  'cross-border professional',
  'health record system',
  'Commissioner',
  'Secretary for Health',
  'auditor',
] as const;

/** A kind of caller. */
export type CallerKind = (typeof CALLERS)[number];

/** Where a rule comes from: the law, what the eHealth service publishes of its practice, or a choice of this project. */
export type Origin = 'law' | 'practice' | 'choice';

/** What follows of a request. */
export type Outcome =
  /** The request is permitted, as far as its permit goes. */
  | { readonly effect: 'permit' }
  /** The first gate that does not pass denies it. */
  | { readonly effect: 'deny'; readonly gate: Gate }
  /** It is permitted, and a scope with it. */
  | { readonly effect: 'show'; readonly scope: Scope }
  /** It is permitted, less a scope; null where the scope is none that such a caller is ever given. */
  | { readonly effect: 'refuse'; readonly scope: Scope; readonly code: RefusalCode | null }
  /** It is permitted, and a record with it. */
  | { readonly effect: 'release'; readonly record: Partial<RecordFacts> }
  /** It is permitted, less a record, which one gate and no other takes away. */
  | { readonly effect: 'withhold'; readonly record: Partial<RecordFacts>; readonly gate: Gate }
  /** It is permitted, with duties; none is a duty of nothing. */
  | { readonly effect: 'bind'; readonly obligations: readonly Obligation[] }
  /** It is permitted, with or less the values that never leave Hong Kong. */
  | { readonly effect: 'domestic'; readonly shown: boolean }
  /** It is permitted, and records of these categories and no others may be deposited. */
  | { readonly effect: 'take'; readonly categories: readonly Scope[] };

/** One row: who asks, as what stands, and what follows. */
export interface MatrixRow {
  readonly caller: CallerKind;
  /** What is special about the case, in words that finish "the caller asks, and …". */
  readonly when: string;
  readonly request: DecisionRequest;
  readonly outcome: Outcome;
  readonly origin: Origin;
}

/** A part of the matrix, with its heading. */
export interface MatrixSection {
  readonly title: string;
  readonly rows: readonly MatrixRow[];
}

/** One row of the matrix. */
export function row(
  caller: CallerKind,
  when: string,
  request: DecisionRequest,
  outcome: Outcome,
  origin: Origin,
): MatrixRow {
  return { caller, when, request, outcome, origin };
}

/** The request is permitted. */
export const permitted: Outcome = { effect: 'permit' };

/** The request is denied, at this gate first. */
export const deniedAt = (gate: Gate): Outcome => ({ effect: 'deny', gate });

/** The scope is given. */
export const shown = (scope: Scope): Outcome => ({ effect: 'show', scope });

/** The scope is refused with a code; without one where it is none for such callers. */
export const refused = (scope: Scope, code: RefusalCode | null): Outcome => ({
  effect: 'refuse',
  scope,
  code,
});

/** The record is released. */
export const released = (record: Partial<RecordFacts>): Outcome => ({ effect: 'release', record });

/** The record is taken away by the gate, and would be released but for that. */
export const withheldBy = (gate: Gate, record: Partial<RecordFacts>): Outcome => ({
  effect: 'withhold',
  gate,
  record,
});

/** What is released comes with these duties. */
export const boundTo = (...obligations: readonly Obligation[]): Outcome => ({
  effect: 'bind',
  obligations,
});

/** Values that never leave Hong Kong are given. */
export const atHome: Outcome = { effect: 'domestic', shown: true };

/** Values that never leave Hong Kong are not given. */
export const notAtHome: Outcome = { effect: 'domestic', shown: false };

/** Records of these categories, and no others, may be deposited. */
export const takes = (...categories: readonly Scope[]): Outcome => ({ effect: 'take', categories });

/** The gate that a row is about: the first that does not pass, or the one that narrows; null for what is given. */
export function gateOf({ outcome }: MatrixRow): Gate | null {
  switch (outcome.effect) {
    case 'permit':
    case 'show':
    case 'release':
      return null;
    case 'deny':
    case 'withhold':
      return outcome.gate;
    case 'refuse':
    case 'take':
      return 'CATEGORY';
    case 'bind':
    case 'domestic':
      return 'OBLIGATION';
  }
}
