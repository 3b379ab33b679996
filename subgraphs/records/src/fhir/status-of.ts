import { codingsAt, textOf } from './elements.js';
import type { Resource } from './resource.js';

/**
 * The main status code of a record: its `status`, or for allergies and conditions, which have none, what the
 * verification says where it takes the record back (`entered-in-error`, `refuted`), else the clinical status.
 */
export function statusOf(resource: Resource): string | null {
  const verification = codingsAt(resource, 'verificationStatus')[0]?.code ?? null;
  if (verification === 'entered-in-error' || verification === 'refuted') return verification;
  return (
    textOf(resource['status']) ?? codingsAt(resource, 'clinicalStatus')[0]?.code ?? verification
  );
}
