import { SHARABLE_SCOPES } from '@causeway/schema';
import type { Period, ProvisionFact, Scope, SharableScope } from '@causeway/schema';
import { intervalOf } from '../period.js';
import { badInput } from './refusals.js';
import { INPUT } from '../refusal-texts.js';

/** What a patient wants to share, with whom, and for how long. */
export interface SharingRequest {
  /** Organization id. */
  readonly organization: string;
  readonly period: Period;
  /** Null shares every category. */
  readonly scopes: readonly Scope[] | null;
}

/** What a sharing consent says, as FHIR R5 does: the base decision, and the exceptions to it. */
export interface SharingTerms {
  readonly period: Period;
  readonly decision: 'permit' | 'deny';
  readonly provision: readonly ProvisionFact[];
}

/** @see https://hl7.org/fhir/R4/datatypes.html#id */
const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * The terms of the consent that a request amounts to, at an instant (epoch milliseconds). Chosen categories are permits
 * in a consent that denies the rest, so that a category that comes later is not shared by it.
 *
 * @throws GraphQLError BAD_USER_INPUT for an organisation that is no id, a period that is over or ends before it
 *   begins, and scopes that cannot be shared
 */
export function sharingTerms(
  { organization, period, scopes }: SharingRequest,
  now: number,
): SharingTerms {
  if (!FHIR_ID.test(organization)) {
    throw badInput(INPUT.organizationNotAnId);
  }
  refuseBadPeriod(period, now);
  if (scopes === null) return { period, decision: 'permit', provision: [] };
  return {
    period,
    decision: 'deny',
    provision: [{ type: 'permit', category: categoriesOf(scopes) }],
  };
}

function refuseBadPeriod(period: Period, now: number): void {
  const { from, to } = intervalOf(period);
  if (from !== null && to !== null && to < from) {
    throw badInput(INPUT.periodReversed);
  }
  if (to !== null && to < now) {
    throw badInput(INPUT.periodOver);
  }
}

/** The categories in the order of the catalogue. Whose records they are goes with any of them. */
function categoriesOf(scopes: readonly Scope[]): SharableScope[] {
  if (scopes.length === 0) {
    throw badInput(INPUT.noScope);
  }
  const unsharable = scopes.filter((scope) => !SHARABLE_SCOPES.some((one) => one === scope));
  if (unsharable.length > 0) {
    throw badInput(INPUT.scopesNotSharable, {
      got: unsharable.join(', '),
      allowed: SHARABLE_SCOPES.join(', '),
    });
  }
  return SHARABLE_SCOPES.filter((scope) => scope === 'PERSON' || scopes.includes(scope));
}

/** The categories that terms share, null where they share every one. */
export function scopesOf({
  decision,
  provision,
}: Pick<SharingTerms, 'decision' | 'provision'>): readonly Scope[] | null {
  if (decision === 'permit') return null;
  return provision.flatMap(({ type, category }) => (type === 'permit' ? (category ?? []) : []));
}
