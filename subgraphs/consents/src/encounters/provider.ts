import { callerOf } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { ProfessionalCaller, SystemCaller } from '@causeway/schema';
import type { Standing } from '../audit/entry.js';
import type { GrantRow } from '../tables.js';

/** A caller who acts for an organisation, itself or through a public health record system. */
export type ProviderCaller = ProfessionalCaller | SystemCaller;

/** The caller of a fetch as a provider; null for a person or an office. */
export function providerOf(context: SubgraphContext): ProviderCaller | null {
  const caller = callerOf(context);
  switch (caller.kind) {
    case 'professional':
    case 'system':
      return caller;
    case 'person':
    case 'office':
      return null;
  }
}

/** What the trail says of a provider abroad who makes use of a grant. */
export function standingUnder({ patient, consent }: GrantRow, caller: ProviderCaller): Standing {
  const basis = consent === null ? [] : [consent];
  return { patient, caller, action: 'READ', basis, abroad: true };
}
