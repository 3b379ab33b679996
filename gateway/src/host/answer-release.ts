import type { RecordFacts } from '@causeway/schema';
import { UNSAID, permitWithin, refusalOf } from '../enforcement/index.js';
import type { PermitWithin } from '../enforcement/index.js';
import { FACTS, FieldFailure, TYPE, UNSAID_FAILURE } from '../execution/index.js';
import type {
  ClientField,
  Demanded,
  Release,
  ResultObject,
  RootOwner,
} from '../execution/index.js';
import type { Decisions } from './decisions.js';
import { Ledger } from './ledger.js';
import type { RecordJudge } from './record-judge.js';
import type { Roles } from './roles.js';
import type { RootTarget } from './root-targets.js';

/** What a release goes by. */
export interface AnswerReleaseOptions {
  readonly decisions: Decisions;
  /** Judges records by the same decisions. */
  readonly judge: RecordJudge;
  readonly roles: Roles;
  /** Where each root field leads, by its response key. */
  readonly targets: ReadonlyMap<string, RootTarget>;
}

/** Judges every record and field once more as the answer is written, and counts what is released. */
export class AnswerRelease implements Release<PermitWithin> {
  /** What has been released so far. */
  readonly ledger = new Ledger();
  readonly #options: AnswerReleaseOptions;

  constructor(options: AnswerReleaseOptions) {
    this.#options = options;
  }

  ownerOf(record: ResultObject): PermitWithin | null {
    const { judge } = this.#options;
    const owner = judge.ownerOf(record);
    if (owner === null) return null;
    const type = record[TYPE];
    const label = judge.label(type);
    const facts = record[FACTS] as RecordFacts;
    this.ledger.countRecord(owner.patient, type, label, facts);
    return permitWithin(label, facts, owner);
  }

  refuse({ demands, callerDemands }: Demanded, permit: PermitWithin | null): FieldFailure | null {
    if (callerDemands.length > 0 && this.#options.roles.refused(callerDemands).length > 0) {
      return new FieldFailure('FORBIDDEN', 'This field is for callers of another role');
    }
    // Without an owner the records below answer for themselves.
    if (permit === null) return null;
    const refusal = refusalOf(permit, demands);
    if (refusal === null) return null;
    if (refusal === UNSAID) return UNSAID_FAILURE;
    return new FieldFailure(refusal.code, refusal.message, refusal.extensions);
  }

  released({ demands }: Demanded, permit: PermitWithin | null): void {
    if (permit !== null) this.ledger.countScopes(permit.patient, demands);
  }

  /** Who owns the values below a root field. */
  rootOwner(field: ClientField): RootOwner<PermitWithin> {
    const target = field.key === null ? undefined : this.#options.targets.get(field.key);
    switch (target?.kind) {
      case undefined:
      case 'open':
      case 'unnamed':
        return { kind: 'unowned' };
      case 'nobody':
        return { kind: 'withheld' };
      case 'patient': {
        const owner = this.#options.decisions.permitFor(target.patient);
        return owner === null ? { kind: 'withheld' } : { kind: 'owned', owner };
      }
    }
  }
}
