/**
 * Why something was permitted or denied, as the gateway explains it and as it travels to the subgraph that tells of it.
 * Not for the caller it speaks of: refusals stay alike for them.
 */
import type { Decision, Gate, Obligation } from './decision.js';
import type { RefusalCode } from './error-codes.js';
import type { ConditionFact } from './facts.js';
import type { Scope } from './scopes.js';

/** A consent that decided, or one that might have and does not reach what is asked about. */
export interface ConsentCause {
  /** Consent id. */
  readonly consent: string;
  /** The provision that decided: its index, then that within it, and so on; null where it is the consent as a whole. */
  readonly provision: readonly number[] | null;
}

/** Why something was permitted or denied. */
export interface Explanation {
  readonly effect: Decision['effect'];
  /** The first gate that did not pass; null for a permit. */
  readonly gate: Gate | null;
  /** The number of the gate, from 1; null for a permit. */
  readonly number: number | null;
  /** Why the whole patient is denied, as the audit has it; null for anything else. */
  readonly reason: string | null;
  /** The code that the caller is answered, or would be where the scope is asked for; null for none. */
  readonly refusal: RefusalCode | null;
  readonly consents: readonly ConsentCause[];
  /** CrossBorderGrant id. */
  readonly grant: string | null;
  /** The conditions of the recognition that denied. */
  readonly conditions: readonly ConditionFact[];
  /** What the permit for the patient covers, whether or not it reaches what was asked about; empty without one. */
  readonly scopes: readonly Scope[];
  readonly obligations: readonly Obligation[];
  /** When the permit ends at the latest (instant); null without one, or where nothing known ends it. */
  readonly until: string | null;
}

/** An explanation with its words, in the language of who asks. */
export interface ToldExplanation extends Explanation {
  readonly sentences: readonly string[];
}

/** An explanation as it travels, with what a supposed consent would change; null where none was supposed. */
export interface ExplainedAccess extends ToldExplanation {
  readonly supposing: {
    readonly after: ToldExplanation;
    /** The scopes that the caller would be permitted, and is not. */
    readonly gained: readonly Scope[];
    /** The scopes that the caller is permitted, and would not be. */
    readonly lost: readonly Scope[];
  } | null;
}

/**
 * What came of a question: an explanation; nothing, where there is no such record of the patient; or what of the question
 * cannot be answered.
 */
export type AnsweredQuestion =
  | { readonly kind: 'explained'; readonly explanation: ExplainedAccess }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unanswerable'; readonly problem: 'CALLER' | 'COORDINATE' | 'TIME' };
