import { createHash } from 'node:crypto';
import type { AccessEvent, Caller, Decision } from '@causeway/schema';
import { accessEvent } from '../host/access-event.js';

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
  return accessEvent(decision, {
    at,
    caller,
    operation: { name: operation, digest: createHash('sha256').update(operation).digest('hex') },
    release: released ? 'RELEASED' : 'WITHHELD',
    scopes: released ? ['RAD_IMAGE'] : [],
    counts: released ? { RAD_IMAGE: 1 } : {},
  });
}
