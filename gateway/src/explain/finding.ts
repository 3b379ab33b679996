import { isScope } from '@causeway/schema';
import type {
  Decision,
  Gate,
  Permit,
  RecordFacts,
  RecordTypeLabel,
  RefusalCode,
} from '@causeway/schema';
import { UNSAID, decide, refusalOf } from '../enforcement/index.js';
import type { DecisionRequest } from '../enforcement/index.js';
import { gateThatWithholds } from './record-gate.js';

/** What a question is about: the patient's data as a whole, a value by what its coordinate demands, or one record. */
export type Asked =
  | { readonly kind: 'patient' }
  | { readonly kind: 'value'; readonly demands: readonly string[] }
  | { readonly kind: 'record'; readonly label: RecordTypeLabel; readonly record: RecordFacts };

/** What came of a question, and at which gate. */
export interface Finding {
  readonly effect: Decision['effect'];
  /** The first gate that did not pass; null for a permit. */
  readonly gate: Gate | null;
  /** Why the whole patient is denied, as the audit has it; null for anything else. */
  readonly reason: string | null;
  /** The code that the caller is answered, or would be where the scope is asked for; null for none. */
  readonly refusal: RefusalCode | null;
  /** The permit for the patient, which may not reach what is asked about; null where there is none. */
  readonly permit: Permit | null;
}

/** What comes of a question, by the decision itself: nothing is decided here. */
export function findingOf(request: DecisionRequest, asked: Asked): Finding {
  const decision = decide(request);
  if (decision.effect === 'deny') {
    const { gate, reason } = decision;
    return { effect: 'deny', gate, reason, refusal: null, permit: null };
  }
  const stop = stopOf(decision, asked);
  return stop === null
    ? { effect: 'permit', gate: null, reason: null, refusal: null, permit: decision }
    : { effect: 'deny', ...stop, reason: null, permit: decision };
}

/** Where what is asked about stops under a permit; null where it is released. */
function stopOf(permit: Permit, asked: Asked): Pick<Finding, 'gate' | 'refusal'> | null {
  switch (asked.kind) {
    case 'patient':
      return null;
    case 'value': {
      const refusal = refusalOf(permit, asked.demands);
      if (refusal === null) return null;
      if (refusal === UNSAID) return { gate: 'PROVISION', refusal: null };
      const { code } = refusal;
      return { gate: code === 'NOT_SHARABLE' ? 'OBLIGATION' : 'CATEGORY', refusal: code };
    }
    case 'record': {
      const { label, record } = asked;
      const gate = gateThatWithholds(label, record, permit);
      return gate === null ? null : { gate, refusal: refusalAt(gate, record, permit) };
    }
  }
}

/** Of the gates that take single records away, one does so by the whole category, which a caller may be told. */
function refusalAt(gate: Gate, { category }: RecordFacts, permit: Permit): RefusalCode | null {
  const isOfCategory = gate === 'CATEGORY' && category !== null && isScope(category);
  return isOfCategory ? (permit.refusals[category] ?? null) : null;
}
