import { createHash, randomUUID } from 'node:crypto';
import type { AccessEvent, Caller, Decision } from '@causeway/schema';

/** What is done with images outside the graph, as the audit trail names it. */
export type ImageOperation = 'LinkImages' | 'ViewImage' | 'DownloadImage' | 'UploadImage';

/** The event of one request for or with images; `released` says whether anything of one was sent. */
export function imageAccess(
  decision: Decision,
  caller: Caller,
  operation: ImageOperation,
  released: boolean,
  at: number,
): AccessEvent {
  const isPermit = decision.effect === 'permit';
  return {
    id: randomUUID(),
    at,
    patient: decision.patient,
    caller,
    action: decision.action,
    outcome: isPermit ? 'PERMIT' : 'DENY',
    gate: isPermit ? null : decision.gate,
    reason: isPermit ? null : decision.reason,
    release: released ? 'RELEASED' : 'WITHHELD',
    operation: {
      name: operation,
      digest: createHash('sha256').update(operation).digest('hex'),
    },
    scopes: released ? ['RAD_IMAGE'] : [],
    counts: released ? { RAD_IMAGE: 1 } : {},
    basis: isPermit ? decision.basis : [],
    abroad: isPermit && decision.abroad,
  };
}
