import type { Permit, RecordFacts, RecordTypeLabel } from '@causeway/schema';
import { judgeRecord } from '../enforcement/index.js';
import type { LabelAnnotations } from '../enforcement/index.js';
import { FACTS, TYPE } from '../execution/index.js';
import type { ResultObject } from '../execution/index.js';
import type { Decisions } from './decisions.js';

/** Judges the records that a request meets, by the labels of their types and the decisions as they stand. */
export class RecordJudge {
  readonly #annotations: LabelAnnotations;
  readonly #decisions: Decisions;

  constructor(annotations: LabelAnnotations, decisions: Decisions) {
    this.#annotations = annotations;
    this.#decisions = decisions;
  }

  /** Whether values of the type are records. */
  isRecord(type: string): boolean {
    return this.#annotations.isRecord(type);
  }

  /**
   * What the type of a record demands.
   *
   * @throws Error for a type that is no record
   */
  label(type: string): RecordTypeLabel {
    const label = this.#annotations.record(type);
    if (label === undefined) throw new Error(`Expected a record type, got ${type}`);
    return label;
  }

  /** The permit that releases a record, by the decisions as they stand now; null where it is withheld. */
  ownerOf(record: ResultObject): Permit | null {
    const permit = this.#decisions.permitFor(patientOf(record));
    const facts = record[FACTS] as RecordFacts | null | undefined;
    if (permit === null || facts == null) return null;
    return judgeRecord(this.label(record[TYPE]), facts, permit) === 'RELEASED' ? permit : null;
  }
}

/** Whose a record is; null where it is nobody's. */
export function patientOf(record: ResultObject | null): string | null {
  return (record?.[FACTS] as RecordFacts | null | undefined)?.patient ?? null;
}
