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
  names: NamedFacets,
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

/** The facets that the record's type names; one that is not named binds nothing, one that is named and missing denies. */
export type NamedFacets = Readonly<
  Partial<Record<'category' | 'date' | 'security' | 'party', unknown>>
>;

function isPermittedCategory(
  { category }: RecordFacts,
  permit: Permit,
  names: NamedFacets,
): boolean {
  if (names.category === undefined) return true;
  return category !== null && isScope(category) && permit.scopes.includes(category);
}

function isWithinWindow(
  { date }: RecordFacts,
  { windowStart }: Permit,
  names: NamedFacets,
): boolean {
  if (names.date === undefined || windowStart === null) return true;
  const instant = earliestInstant(date);
  return instant !== null && instant >= windowStart;
}

function isPermittedLabel(
  { security, author }: RecordFacts,
  permit: Permit,
  names: NamedFacets,
): boolean {
  if (names.security === undefined) return true;
  if (permit.confidentiality.includes(confidentialityOf(security))) return true;
  return permit.authorOrganization !== null && author.includes(permit.authorOrganization);
}

function isOwnParty(
  { party }: RecordFacts,
  { administrativeBasis, parties }: Permit,
  names: NamedFacets,
): boolean {
  if (names.party === undefined || administrativeBasis !== 'PARTY') return true;
  return party.some((id) => parties.includes(id));
}

/** Whether every condition that an exclusion sets is met by the record; one on an undated kind of record never is. */
export function isExcluded(record: RecordFacts, exclusion: Exclusion, names: NamedFacets): boolean {
  const { category, securityLabel, code, authoredBy, dataPeriod, records } = exclusion;
  if (isSet(category) && !category.some((scope) => scope === record.category)) return false;
  if (isSet(securityLabel) && !haveCommonCode(record.security, securityLabel)) return false;
  if (isSet(code) && !haveCommonCode(record.code, code)) return false;
  if (isSet(authoredBy) && !record.author.some((id) => authoredBy.includes(id))) return false;
  if (isSet(records) && (record.id === null || !records.includes(record.id))) return false;
  if (dataPeriod !== undefined && names.date === undefined) return false;
  return dataPeriod === undefined || isDatedWithin(record.date, dataPeriod.start, dataPeriod.end);
}

/** An empty list sets no condition: a deny that names nothing in particular denies all. */
function isSet<Value>(list: readonly Value[] | undefined): list is readonly Value[] {
  return list !== undefined && list.length > 0;
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

/** A named code without a system is meant of any; one without a code, of every code of its system. */
function haveCommonCode(some: readonly Code[], named: readonly Code[]): boolean {
  return named.some(({ system, code }) =>
    some.some(
      (own) => (system === null || own.system === system) && (code === null || own.code === code),
    ),
  );
}
