/**
 * The one place that turns permits into SQL. Lists, counts, links, references and summaries all go through it: what
 * it does not let through is not there, for any of them.
 */
import {
  CONFIDENTIALITY_SYSTEM,
  confidentialityOf,
  earliestInstant,
  isClinicalScope,
  latestInstant,
} from '@causeway/schema';
import type { Code, Exclusion, Period, Permit } from '@causeway/schema';
import { and, eq, gte, inArray, isNotNull, isNull, lte, not, or, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { recordCodes, records } from '../tables.js';

/** The rows of `record` that the permits release; none without a permit. */
export function releasedBy(permits: readonly Permit[]): SQL {
  const alike = Map.groupBy(permits, (permit) => JSON.stringify(rulesOf(permit)));
  // Said of all at once as well, so that an index by patient serves whatever the permits differ in.
  return allOf([isAbout(permits), anyOf([...alike.values()].map(releasedToAll))]);
}

/** What of a permit says which records of its patient it releases. */
function rulesOf(permit: Permit): unknown {
  const { scopes, windowStart, confidentiality, authorOrganization, exclusions } = permit;
  return [scopes, windowStart, confidentiality, authorOrganization, exclusions];
}

/** Patients whose permits are alike share their conditions, so that a statement does not grow with each of them. */
function releasedToAll(alike: readonly Permit[]): SQL {
  const [permit] = alike;
  if (permit === undefined) return sql`false`;
  return allOf([
    isAbout(alike),
    inArray(records.category, permit.scopes.filter(isClinicalScope)),
    isWithinWindow(permit),
    hasReleasedLabel(permit),
    ...permit.exclusions.map((exclusion) => not(isExcluded(exclusion))),
  ]);
}

function isAbout(permits: readonly Permit[]): SQL {
  return inArray(
    records.patient,
    permits.map(({ patient }) => patient),
  );
}

/** A record without a date is in no window. */
function isWithinWindow({ windowStart }: Permit): SQL | undefined {
  return windowStart === null ? undefined : gte(records.clinicalInstant, windowStart);
}

function hasReleasedLabel({ confidentiality, authorOrganization }: Permit): SQL {
  const released = inArray(records.confidentiality, [...confidentiality]);
  if (authorOrganization === null) return released;
  return anyOf([released, eq(records.authorOrganization, authorOrganization)]);
}

/**
 * Whether a record may meet every condition that an exclusion sets, and surely meets none of its exceptions; one that
 * sets none excludes every record. What a record is related to is not judged here, as it is not by the gateway: it may
 * be related to whatever is named.
 */
function isExcluded(exclusion: Exclusion): SQL {
  const { securityLabel, dataPeriod, except = [] } = exclusion;
  return allOf([
    meetsPlain(exclusion),
    isSet(securityLabel) ? hasLabel(securityLabel) : undefined,
    dataPeriod === undefined ? undefined : mayLieWithin(dataPeriod),
    ...except.map((exception) => not(isSpared(exception))),
  ]);
}

/** Whether a record surely meets every condition of an exception. */
function isSpared(exception: Exclusion): SQL {
  const { securityLabel, dataPeriod, related } = exception;
  return allOf([
    isSet(related) ? sql`false` : undefined,
    meetsPlain(exception),
    isSet(securityLabel) ? anyOf(securityLabel.map(isLabelledAs)) : undefined,
    dataPeriod === undefined ? undefined : liesWithin(dataPeriod),
  ]);
}

/** The conditions that a record either meets or does not. */
function meetsPlain({ category, code, authoredBy, records: ids }: Exclusion): SQL {
  return allOf([
    isSet(category) ? inArray(records.category, category.filter(isClinicalScope)) : undefined,
    isSet(code) ? hasCode(code) : undefined,
    isSet(authoredBy) ? isAuthoredBy(authoredBy) : undefined,
    isSet(ids) ? inArray(records.id, [...ids]) : undefined,
  ]);
}

/** A level of confidentiality is that of a record only where it carries no higher one. */
function isLabelledAs(label: Code): SQL {
  return allOf([
    hasLabel([label]),
    label.system === CONFIDENTIALITY_SYSTEM
      ? eq(records.confidentiality, confidentialityOf([label]))
      : undefined,
  ]);
}

/** An empty list sets no condition: a deny that names nothing in particular denies all. */
function isSet<Value>(list: readonly Value[] | undefined): list is readonly Value[] {
  return list !== undefined && list.length > 0;
}

function hasLabel(labels: readonly Code[]): SQL {
  const system = sql`json_extract(label.value, '$.system')`;
  const code = sql`json_extract(label.value, '$.code')`;
  return sql`exists (select 1 from json_each(${records.security}) as label where ${isAnyOf(labels, system, code)})`;
}

function hasCode(codes: readonly Code[]): SQL {
  const { record, system, code } = recordCodes;
  return sql`exists (select 1 from ${recordCodes} where ${record} = ${records.id} and ${isAnyOf(codes, system, code)})`;
}

/** A code without a system is meant of any; one without a code, of every code of its system. */
function isAnyOf(codes: readonly Code[], systemOf: SQLWrapper, codeOf: SQLWrapper): SQL {
  return anyOf(
    codes.map(({ system, code }) =>
      allOf([
        system === null ? undefined : sql`${systemOf} = ${system}`,
        code === null ? undefined : sql`${codeOf} = ${code}`,
      ]),
    ),
  );
}

function isAuthoredBy(authors: readonly string[]): SQL {
  const { authorOrganization, authorRole } = records;
  return anyOf(
    [authorOrganization, authorRole].map((author) =>
      // What is not known is null in SQL, and a condition that is null would exclude the record.
      allOf([isNotNull(author), inArray(author, [...authors])]),
    ),
  );
}

/** A record without a date may lie within any period; one with a partial date, anywhere it may mean. */
function mayLieWithin({ start, end }: Period): SQL {
  const from = earliestInstant(start);
  const to = latestInstant(end);
  return anyOf([
    isNull(records.clinicalInstant),
    allOf([
      from === null ? undefined : gte(records.clinicalEnd, from),
      to === null ? undefined : lte(records.clinicalInstant, to),
    ]),
  ]);
}

function liesWithin({ start, end }: Period): SQL {
  const from = earliestInstant(start);
  const to = latestInstant(end);
  return allOf([
    isNotNull(records.clinicalInstant),
    from === null ? undefined : gte(records.clinicalInstant, from),
    to === null ? undefined : lte(records.clinicalEnd, to),
  ]);
}

function allOf(conditions: readonly (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`true`;
}

/** Halved again and again, since SQLite takes expressions of a depth of 1,000 at most. */
function anyOf(conditions: readonly SQL[]): SQL {
  const [first, second] = conditions;
  if (first === undefined) return sql`false`;
  if (second === undefined) return first;
  const middle = Math.ceil(conditions.length / 2);
  const halves = [conditions.slice(0, middle), conditions.slice(middle)];
  return or(...halves.map(anyOf)) ?? sql`false`;
}
