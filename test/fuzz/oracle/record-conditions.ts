/**
 * Whether a record meets the conditions of a rule. A denial takes what may meet them; an exception spares what surely
 * does. It reads provisions and what a permit excludes alike: they name the same conditions.
 */
import type { ClinicalScope, Code, Exclusion, Period, Scope } from '@causeway/schema';
import { spanOf } from './time.js';

/** What is known of a record; undefined where its type says nothing of the kind. */
export interface Judged {
  readonly id: string;
  /** The categories that it belongs to. */
  readonly categories: readonly Scope[];
  readonly date: string | null | undefined;
  readonly security: readonly Code[];
  readonly authors: readonly string[];
  /** Unknown where something is told of a record whose codes are others than its own. */
  readonly codes: readonly Code[] | 'unknown';
}

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/** How confidential labels make a record: the highest of them counts; unknown and unlabelled is restricted. */
export function levelOf(security: readonly Code[]): 'N' | 'R' | 'V' {
  const levels = security
    .filter(({ system }) => system === CONFIDENTIALITY)
    .map(({ code }) => code);
  if (levels.includes('V')) return 'V';
  const isNormal =
    levels.length > 0 && levels.every((code) => ['U', 'L', 'M', 'N'].includes(code ?? ''));
  return isNormal ? 'N' : 'R';
}

/** Conditions without their exceptions. */
type Conditions = Omit<Exclusion, 'except' | 'category'> & {
  readonly category?: readonly (Scope | ClinicalScope)[];
};

/**
 * Whether a denial takes a record: it may meet its conditions, and surely meets those of no exception. A record of
 * several categories is taken as soon as it is as one of any: an exception for one of them spares it as that one.
 */
export function isTaken(
  record: Judged,
  denial: Conditions,
  exceptions: readonly Conditions[],
): boolean {
  const { categories } = record;
  const alone = categories.length === 0 ? [[]] : categories.map((category) => [category]);
  return alone
    .map((own) => ({ ...record, categories: own }))
    .some((one) => mayMeet(one, denial) && !exceptions.some((each) => surelyMeets(one, each)));
}

/** Whether a record meets every condition, or may. */
function mayMeet(record: Judged, conditions: Conditions): boolean {
  const { securityLabel, dataPeriod } = conditions;
  // What a record is related to is not known, so that it may be related to anything.
  return (
    meetsPlainly(record, conditions, true) &&
    (!names(securityLabel) || shares(record.security, securityLabel)) &&
    (dataPeriod === undefined || (record.date !== undefined && mayFall(record.date, dataPeriod)))
  );
}

/** Whether a record surely meets every condition. */
function surelyMeets(record: Judged, conditions: Conditions): boolean {
  const { securityLabel, dataPeriod, related } = conditions;
  return (
    !names(related) &&
    meetsPlainly(record, conditions, false) &&
    (!names(securityLabel) || securityLabel.some((label) => isLabelled(record, label))) &&
    (dataPeriod === undefined ||
      (record.date !== undefined && surelyFalls(record.date, dataPeriod)))
  );
}

function meetsPlainly(
  { id, categories, authors, codes }: Judged,
  { category, code, authoredBy, records }: Conditions,
  ifUnknown: boolean,
): boolean {
  return (
    (!names(category) || categories.some((one) => category.includes(one))) &&
    (!names(code) || (codes === 'unknown' ? ifUnknown : shares(codes, code))) &&
    (!names(authoredBy) || authors.some((one) => authoredBy.includes(one))) &&
    (!names(records) || records.includes(id))
  );
}

function names<Value>(list: readonly Value[] | undefined): list is readonly Value[] {
  return list !== undefined && list.length > 0;
}

function shares(own: readonly Code[], named: readonly Code[]): boolean {
  return own.some((one) => named.some((other) => isMeant(one, other)));
}

/** A named code without a system is meant of any. */
function isMeant(own: Code, named: Code): boolean {
  const isOfSystem = named.system === null || named.system === own.system;
  return isOfSystem && (named.code === null || named.code === own.code);
}

/** A record that carries a higher level is not of the lower one that it carries too. */
function isLabelled({ security }: Judged, label: Code): boolean {
  if (!shares(security, [label])) return false;
  return label.system !== CONFIDENTIALITY || levelOf(security) === levelOf([label]);
}

function mayFall(date: string | null, { start, end }: Period): boolean {
  const span = spanOf(date);
  if (span === null) return true;
  const [from = -Infinity] = spanOf(start) ?? [];
  const [, to = Infinity] = spanOf(end) ?? [];
  return span[1] >= from && span[0] <= to;
}

function surelyFalls(date: string | null, { start, end }: Period): boolean {
  const span = spanOf(date);
  if (span === null) return false;
  const [from = -Infinity] = spanOf(start) ?? [];
  const [, to = Infinity] = spanOf(end) ?? [];
  return span[0] >= from && span[1] <= to;
}
