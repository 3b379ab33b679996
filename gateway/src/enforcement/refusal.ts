import { ERROR_TEXTS, isAdministrativeScope, isScope } from '@causeway/schema';
import type { RefusalCode, Scope } from '@causeway/schema';
import { ANY_PERMIT, AT_HOME } from './annotations.js';
import { isDetailDemand, leavesDetail } from './details.js';
import type { PermitWithin } from './details.js';
import { isFacetDemand, judgesBy } from './facets.js';

/** Why a field of a permitted patient is null: by the permit and the coordinate alone. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly extensions: {
    readonly scope?: Scope;
    readonly requestable?: boolean;
  };
}

/** A field that is null without a word: that the patient denied it is not for the caller. */
export const UNSAID: unique symbol = Symbol('unsaid');

/** Whether a permit meets a demand. A word that is not known is met by nothing. */
export function meets(permit: PermitWithin, demand: string): boolean {
  if (demand === ANY_PERMIT) return true;
  if (demand === AT_HOME) return !permit.abroad;
  if (isFacetDemand(demand)) return judgesBy(permit, demand);
  if (isDetailDemand(demand)) return leavesDetail(permit, demand);
  return isScope(demand) && permit.scopes.includes(demand);
}

/** Whether a permit meets every demand. */
export function meetsAll(permit: PermitWithin, demands: readonly string[]): boolean {
  return firstUnmet(permit, demands) === null;
}

/** The first demand that a permit does not meet; null where it meets them all. */
function firstUnmet(permit: PermitWithin, demands: readonly string[]): string | null {
  // A loop makes nothing, and this is asked of every record several times.
  for (const demand of demands) if (!meets(permit, demand)) return demand;
  return null;
}

/** The refusal that a permit gives to demands; null where it meets them all. */
export function refusalOf(
  permit: PermitWithin,
  demands: readonly string[],
): Refusal | typeof UNSAID | null {
  const unmet = firstUnmet(permit, demands);
  if (unmet === null) return null;
  // What never crosses is said first: no consent could change it.
  if (demands.includes(AT_HOME) && !meets(permit, AT_HOME)) return refusal('NOT_SHARABLE', {});
  if (isDetailDemand(unmet)) return UNSAID;
  if (!isScope(unmet)) return refusal('NOT_SHARABLE', {});
  const isOfRole = isAdministrativeScope(unmet) || permit.administrativeBasis === 'OFFICE';
  const fallback = isOfRole ? 'ROLE_NOT_PERMITTED' : 'CONSENT_REQUIRED';
  const code = permit.refusals[unmet] ?? fallback;
  if (code !== 'CONSENT_REQUIRED') return refusal(code, { scope: unmet });
  return refusal(code, { scope: unmet, requestable: permit.requestable?.includes(unmet) ?? false });
}

function refusal(
  code: RefusalCode,
  about: { readonly scope?: Scope; readonly requestable?: boolean },
): Refusal {
  return { code, message: ERROR_TEXTS[code].en, extensions: about };
}
