/**
 * A FHIR Consent, of R4 or R5, as the consents subgraph keeps it. It comes from elsewhere, so it can only deny, and
 * what it says beyond what can be interpreted denies as well.
 */
import type { NewConsent } from '@causeway/consents';
import type { Source } from '@causeway/kit';
import { objectsOf, textAt, textOf } from '@causeway/records/fhir';
import type { Element, Resolve } from '@causeway/records/fhir';
import type { ConsentFact } from '@causeway/schema';
import { conceptsOf } from '../read.js';
import { denyingAllWithin } from './purposes.js';
import { readR4 } from './r4.js';
import { isR5, readR5 } from './r5.js';
import { readablePeriod } from './rule.js';
import type { Stated } from './stated.js';

/** What a resource alone does not tell of the consent it becomes. */
export interface ConsentContext {
  readonly id: string;
  /** Patient id. */
  readonly patient: string;
  readonly source: Source;
  readonly resolve: Resolve;
}

/** A FHIR Consent as a consent of this layer, of another's making. */
export function consentEntry(resource: Element, context: ConsentContext): NewConsent {
  const { id, patient, source, resolve } = context;
  const stated = isR5(resource) ? readR5(resource, resolve) : readR4(resource, resolve);
  const sourceReference = textAt(resource, 'sourceReference.reference');
  // What ends at a time that nobody can tell has not ended.
  const period = stated.period === undefined ? ALWAYS : readablePeriod(stated.period);
  const uninterpreted = [...stated.uninterpreted, ...(period === null ? ['period'] : [])];
  return {
    id,
    patient,
    origin: 'IMPORTED',
    source,
    kind: 'RESTRICTION',
    status: statusOf(resource['status']),
    category: conceptsOf(resource['category']),
    grantor: referenceTo(stated.grantor, resolve),
    grantee: stated.grantee,
    dateTime: textOf(stated.dateTime),
    period: period ?? ALWAYS,
    decision: stated.decision,
    provision: [
      ...denyingAllWithin(stated.provision),
      ...(uninterpreted.length > 0 ? [{ type: 'deny' as const, uninterpreted }] : []),
    ],
    ...(sourceReference !== null && { sourceReference }),
    ...(stated.policy !== null && { policyBasis: stated.policy }),
  };
}

const ALWAYS = { start: null, end: null };

const STATUSES: Readonly<Record<string, ConsentFact['status']>> = {
  draft: 'draft',
  proposed: 'proposed',
  active: 'active',
  rejected: 'rejected',
  inactive: 'inactive',
  'entered-in-error': 'entered-in-error',
  'not-done': 'rejected',
};

/** A consent of which nobody can tell where it stands may be in force, and then denies. */
function statusOf(value: unknown): ConsentFact['status'] {
  const status = textOf(value) ?? '';
  return (Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined) ?? 'active';
}

function referenceTo(references: Stated['grantor'], resolve: Resolve): string | null {
  for (const reference of objectsOf(references)) {
    const target = resolve(reference);
    if (target !== null) return `${target.type}/${target.id}`;
  }
  return null;
}
