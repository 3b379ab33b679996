/**
 * What a duty to deposit may be. That the Secretary for Health specifies providers and data is the law; the forms of
 * the terms, and that nothing is specified for the past, are this layer's choices. Pure: the time comes in as argument.
 */
import { ToldError } from '@causeway/kit';
import {
  CLINICAL_SCOPES,
  coversInstant,
  earliestInstant,
  filled,
  latestInstant,
  localDate,
} from '@causeway/schema';
import type { ClinicalScope } from '@causeway/schema';
import { isDuration } from '../condition-kinds.js';
import { DUTY } from '../refusal-texts.js';
import type { OrganizationRecord } from '../repository/organizations.js';
import type { DutyRow } from './tables.js';

/** What the Secretary for Health specifies. */
export interface DutySpecification {
  /** Organization id. */
  readonly organization: string;
  readonly categories: readonly ClinicalScope[];
  /** ISO 8601 duration from the end of an encounter. */
  readonly within: string;
  /** FHIR dateTime: encounters that end from then on; a date is its first moment in Hong Kong. */
  readonly from: string;
}

/** A term that a duty may not have. */
export class DutyTermsError extends ToldError {}

/** A change that the state of duties does not allow. */
export class DutyStateError extends ToldError {}

/**
 * The terms of a specification, read, for an organisation as it stands and the duties that it has.
 *
 * @throws DutyTermsError for another organisation than one registered in Hong Kong, and terms that cannot be taken
 * @throws DutyStateError where a specification in force names one of the categories already
 */
export function specifiedTerms(
  { organization, categories, within, from }: DutySpecification,
  holder: OrganizationRecord | undefined,
  others: readonly DutyRow[],
  now: number,
): Pick<DutyRow, 'organization' | 'categories' | 'within' | 'from'> {
  if (holder === undefined || !isRegistered(holder, now)) {
    throw new DutyTermsError(DUTY.organization);
  }
  const named = CLINICAL_SCOPES.filter((scope) => categories.includes(scope));
  if (named.length === 0 || named.length !== categories.length) {
    throw new DutyTermsError(
      filled(DUTY.categories, { got: categories.length, differ: named.length }),
    );
  }
  if (!isDuration(within)) {
    throw new DutyTermsError(filled(DUTY.duration, { got: JSON.stringify(within.slice(0, 60)) }));
  }
  const start = earliestInstant(from);
  if (start === null || start < startOfDay(now)) {
    throw new DutyTermsError(filled(DUTY.fromPast, { from }));
  }
  const overlapping = others.some(
    (other) =>
      other.basis === 'SPECIFICATION' &&
      (other.until === null || other.until > start) &&
      other.categories.some((category) => named.includes(category)),
  );
  if (overlapping) {
    throw new DutyStateError(DUTY.overlapping);
  }
  return { organization, categories: named, within, from: start };
}

/**
 * When a duty ends that is to end at a FHIR dateTime, a date with its whole day: the first instant after it.
 *
 * @throws DutyStateError for a duty that follows from a recognition, or has ended
 * @throws DutyTermsError for an end before today, or before it begins
 */
export function endOfDuty(duty: DutyRow, until: string, now: number): number {
  if (duty.basis === 'CONDITION') {
    throw new DutyStateError(DUTY.ofCondition);
  }
  if (duty.until !== null && duty.until <= now) {
    throw new DutyStateError(DUTY.ended);
  }
  const last = latestInstant(until);
  if (last === null || last < startOfDay(now) || last < duty.from) {
    throw new DutyTermsError(filled(DUTY.until, { until }));
  }
  return last + 1;
}

function isRegistered(organization: OrganizationRecord, now: number): boolean {
  const { jurisdiction, registrationStatus } = organization;
  const { registrationStart: start, registrationEnd: end } = organization;
  return (
    jurisdiction === 'HK' &&
    registrationStatus === 'REGISTERED' &&
    coversInstant({ start, end }, now)
  );
}

function startOfDay(now: number): number {
  return earliestInstant(localDate(now)) ?? now;
}
