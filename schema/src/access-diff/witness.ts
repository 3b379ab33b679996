import type { Way } from '../access/access.js';
import { partsOf } from '../access/need.js';
import type { Need } from '../access/need.js';
import type { Labels } from '../labels/model.js';
import type { AudienceName } from '../audiences.js';
import type { CallerChange } from './caller-comparison.js';
import { describeNeed } from './describe-need.js';

/** Somebody who gets, after the change, what the same caller did not get before. */
export interface Witness {
  /** `a pharmacist abroad` */
  readonly caller: string;
  /** What this caller has, of what is needed: `consent for PERSON`. */
  readonly has: readonly string[];
  /** What this caller lacks and had to have before; null where nothing would have done. */
  readonly lacks: readonly string[] | null;
  /** The record it is got from: `an Observation older than the look-back`. */
  readonly record: string;
  /** The coordinate that is got. */
  readonly field: string;
}

/** The witness of a widening: one who meets a new way and none of the former. */
export function witnessOf(
  { row, before, after }: CallerChange,
  audience: AudienceName,
  caller: string,
  labels: Labels,
): Witness {
  const isFormer = (way: Way): boolean =>
    before.some((former) => former.every((need) => way.includes(need)));
  const way = after.find((each) => !isFormer(each)) ?? [];
  const missing = before
    .map((former) => former.filter((need) => !way.includes(need)))
    .sort((left, right) => left.length - right.length)[0];
  const isRecord = (type: string): boolean => labels.type(type)?.kind === 'record';
  const type = [row.type, ...row.returned].find(isRecord);
  return {
    caller: `${withArticle(caller.toLowerCase().replaceAll('_', ' '))}${PLACES[audience]}`,
    has: way.filter(isTold).map(describeNeed),
    lacks: missing?.map(describeNeed) ?? null,
    record: type === undefined ? 'no record' : `${withArticle(type)}${sortOf(missing ?? [])}`,
    field: row.coordinate,
  };
}

/** A witness as a sentence. */
export function describeWitness({ caller, has, lacks, record, field }: Witness): string {
  const holding = has.length > 0 ? ` with ${has.join(' and ')}` : '';
  const from = record === 'no record' ? '' : ` of ${record}`;
  const former =
    lacks === null ? 'before: never' : `before, it took ${lacks.join(' and ')} as well`;
  return `${caller}${holding} gets ${field}${from}; ${former}`;
}

const PLACES: Readonly<Record<AudienceName, string>> = {
  patient: '',
  'domestic-professional': ' in Hong Kong',
  'cross-border-professional': ' abroad',
  commissioner: '',
};

/** That a record is checked is no merit of the caller. */
function isTold(need: Need): boolean {
  return partsOf(need)[0] !== 'subject';
}

const SORTS: readonly (readonly [prefix: string, words: string])[] = [
  ['subject:id=', ' of another patient'],
  ['subject:date=', ' older than the look-back'],
  ['subject:security=', ' that is restricted'],
  ['subject:party=', ' of another party'],
  ['category:', ' of any category'],
];

function sortOf(missing: Way): string {
  return SORTS.find(([prefix]) => missing.some((need) => need.startsWith(prefix)))?.[1] ?? '';
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
