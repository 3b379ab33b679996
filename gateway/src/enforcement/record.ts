import { confidentialityOf, earliestInstant, isScope, latestInstant } from '@causeway/schema';
import type { Code, Exclusion, Permit, RecordFacts } from '@causeway/schema';

/** What a record is to a permit. */
export type RecordStanding = 'RELEASED' | 'WITHHELD';

/**
 * Whether a permit releases a record, by what `@subject` names of it: the patient, the category, the clinical date,
 * the security labels and the deny provisions. The subgraph has filtered by the same permit; this is the check.
 */
export function standingOfRecord(
  record: RecordFacts,
  permit: Permit,
  names: NamedFacts,
): RecordStanding {
  const isReleased =
    record.patient === permit.patient &&
    isPermittedCategory(record, permit, names) &&
    isWithinWindow(record, permit, names) &&
    isPermittedLabel(record, permit, names) &&
    isOwnParty(record, permit, names) &&
    !permit.exclusions.some((exclusion) => isExcluded(record, exclusion, names));
  return isReleased ? 'RELEASED' : 'WITHHELD';
}

/** Which facets the record's type names; one that is not named binds nothing, one that is named and missing denies. */
export interface NamedFacts {
  readonly category: boolean;
  readonly date: boolean;
  readonly security: boolean;
  readonly party: boolean;
}

function isPermittedCategory(
  { category }: RecordFacts,
  permit: Permit,
  names: NamedFacts,
): boolean {
  if (!names.category) return true;
  return category !== null && isScope(category) && permit.scopes.includes(category);
}

function isWithinWindow(
  { date }: RecordFacts,
  { windowStart }: Permit,
  names: NamedFacts,
): boolean {
  if (!names.date || windowStart === null) return true;
  const instant = earliestInstant(date);
  return instant !== null && instant >= windowStart;
}

function isPermittedLabel(
  { security, author }: RecordFacts,
  permit: Permit,
  names: NamedFacts,
): boolean {
  if (!names.security) return true;
  if (permit.confidentiality.includes(confidentialityOf(security))) return true;
  return permit.authorOrganization !== null && author.includes(permit.authorOrganization);
}

function isOwnParty(
  { party }: RecordFacts,
  { administrativeBasis, parties }: Permit,
  names: NamedFacts,
): boolean {
  if (!names.party || administrativeBasis !== 'PARTY') return true;
  return party.some((id) => parties.includes(id));
}

/** Whether every condition that an exclusion sets is met by the record; one on an undated kind of record never is. */
export function isExcluded(record: RecordFacts, exclusion: Exclusion, names: NamedFacts): boolean {
  const { category, securityLabel, code, authoredBy, dataPeriod, records } = exclusion;
  if (category !== undefined && !category.some((scope) => scope === record.category)) return false;
  if (securityLabel !== undefined && !haveCommonCode(record.security, securityLabel)) return false;
  if (code !== undefined && !haveCommonCode(record.code, code)) return false;
  if (authoredBy !== undefined && !record.author.some((id) => authoredBy.includes(id)))
    return false;
  if (records !== undefined && (record.id === null || !records.includes(record.id))) return false;
  if (dataPeriod !== undefined && !names.date) return false;
  return dataPeriod === undefined || isDatedWithin(record.date, dataPeriod.start, dataPeriod.end);
}

/** A record without a date is taken away by any period, since it may lie within it. */
function isDatedWithin(date: string | null, start: string | null, end: string | null): boolean {
  const first = earliestInstant(date);
  const last = latestInstant(date);
  if (first === null || last === null) return true;
  const from = earliestInstant(start);
  const to = latestInstant(end);
  return (from === null || last >= from) && (to === null || first <= to);
}

function haveCommonCode(some: readonly Code[], others: readonly Code[]): boolean {
  return some.some(({ system, code }) =>
    others.some(
      (other) => other.code === code && (other.system === null || other.system === system),
    ),
  );
}
