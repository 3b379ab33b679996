import type { RecognitionFact } from '@causeway/schema';

/** What tells which of a subject's recognitions counts. */
interface Dated {
  readonly id: string;
  readonly status: RecognitionFact['status'];
  /** When the present state began, in epoch milliseconds. */
  readonly validFrom: number;
}

/**
 * The recognition of a subject that counts: the recognised or suspended one, of which there is one at most; without
 * such, the one that changed last; null for a subject that never applied.
 */
export function recognitionInForce<Recognition extends Dated>(
  recognitions: readonly Recognition[],
): Recognition | null {
  const standing = recognitions.find(({ status }) => isStanding(status));
  return standing ?? recognitions.toSorted(lastChangedFirst)[0] ?? null;
}

/** Whether a status is that of a recognition that was given and not ended. */
export function isStanding(status: RecognitionFact['status']): boolean {
  return status === 'RECOGNISED' || status === 'SUSPENDED';
}

function lastChangedFirst(one: Dated, other: Dated): number {
  return other.validFrom - one.validFrom || (one.id < other.id ? -1 : 1);
}
