/** Which records an exclusion takes away: those that may meet it, less those that surely meet one of its exceptions. */
import {
  CONFIDENTIALITY_SYSTEM,
  confidentialityOf,
  earliestInstant,
  latestInstant,
} from '@causeway/schema';
import type { Code, Exclusion, Period, RecordFacts } from '@causeway/schema';

/** The facets that the record's type names; one that is not named binds nothing, one that is named and missing denies. */
export type NamedFacets = Readonly<
  Partial<Record<'category' | 'date' | 'security' | 'party', unknown>>
>;

/** Whether every condition that an exclusion sets is met by the record; one on an undated kind of record never is. */
export function isExcluded(record: RecordFacts, exclusion: Exclusion, names: NamedFacets): boolean {
  const { securityLabel, related, dataPeriod, except = [] } = exclusion;
  if (!meetsPlain(record, exclusion, true)) return false;
  if (isSet(securityLabel) && !haveCommonCode(record.security, securityLabel)) return false;
  if (isSet(related) && record.related?.some((id) => related.includes(id)) === false) return false;
  if (dataPeriod !== undefined && names.date === undefined) return false;
  if (dataPeriod !== undefined && !mayLieWithin(record.date, dataPeriod)) return false;
  return !except.some((exception) => isSpared(record, exception, names));
}

/** Whether the record surely meets every condition of an exception. */
function isSpared(record: RecordFacts, exception: Exclusion, names: NamedFacets): boolean {
  const { securityLabel, related, dataPeriod } = exception;
  if (!meetsPlain(record, exception, false)) return false;
  if (isSet(securityLabel) && !securityLabel.some((label) => isLabelledAs(record, label)))
    return false;
  if (isSet(related) && record.related?.some((id) => related.includes(id)) !== true) return false;
  if (dataPeriod === undefined) return true;
  return names.date !== undefined && liesWithin(record.date, dataPeriod);
}

/** The conditions that a record either meets or does not, and `ifUnknown` where nobody can tell. */
function meetsPlain(record: RecordFacts, exclusion: Exclusion, ifUnknown: boolean): boolean {
  const { category, code, authoredBy, records } = exclusion;
  const { author } = record;
  if (isSet(category) && !category.some((scope) => scope === record.category)) return false;
  if (isSet(code) && !(record.code === null ? ifUnknown : haveCommonCode(record.code, code)))
    return false;
  if (isSet(authoredBy) && !(author?.some((id) => authoredBy.includes(id)) ?? ifUnknown))
    return false;
  return !isSet(records) || (record.id !== null && records.includes(record.id));
}

/** An empty list sets no condition: a deny that names nothing in particular denies all. */
function isSet<Value>(list: readonly Value[] | undefined): list is readonly Value[] {
  return list !== undefined && list.length > 0;
}

/** A level of confidentiality is that of a record only where it carries no higher one. */
function isLabelledAs({ security }: RecordFacts, label: Code): boolean {
  if (!haveCommonCode(security, [label])) return false;
  return (
    label.system !== CONFIDENTIALITY_SYSTEM ||
    confidentialityOf(security) === confidentialityOf([label])
  );
}

/** A record without a date is taken away by any period, since it may lie within it. */
function mayLieWithin(date: string | null, period: Period): boolean {
  const first = earliestInstant(date);
  const last = latestInstant(date);
  if (first === null || last === null) return true;
  const { from, to } = boundsOf(period);
  return (from === null || last >= from) && (to === null || first <= to);
}

function liesWithin(date: string | null, period: Period): boolean {
  const first = earliestInstant(date);
  const last = latestInstant(date);
  if (first === null || last === null) return false;
  const { from, to } = boundsOf(period);
  return (from === null || first >= from) && (to === null || last <= to);
}

function boundsOf({ start, end }: Period): { from: number | null; to: number | null } {
  return { from: earliestInstant(start), to: latestInstant(end) };
}

/** A named code without a system is meant of any; one without a code, of every code of its system. */
function haveCommonCode(some: readonly Code[], named: readonly Code[]): boolean {
  return named.some(({ system, code }) =>
    some.some(
      (own) => (system === null || own.system === system) && (code === null || own.code === code),
    ),
  );
}
