/** One rule of a Consent: a provision of R4 or R5, whose conditions differ in names alone. */
import { codingOf, objectOf, valuesAt } from '@causeway/records/fhir';
import type { Element, Resolve } from '@causeway/records/fhir';
import { isReadable } from '@causeway/schema';
import type { Period, ProvisionFact } from '@causeway/schema';
import { periodOf } from '../read.js';
import { actionsOf, actorOf, categoriesOf, codesOf, purposeOf } from './conditions.js';
import { dataConditions } from './data.js';
import { unknownElements } from './stated.js';
import type { Ruling } from './stated.js';

const COMMON =
  'id extension period actor action securityLabel purpose code dataPeriod data provision'.split(
    ' ',
  );

/** The elements whose meaning is known; of R5, an expression and a type of document are not among them. */
const ELEMENTS = {
  R4: new Set([...COMMON, 'type', 'class']),
  R5: new Set([...COMMON, 'resourceType']),
} as const;

/** How rules are read. */
export interface RuleReading {
  readonly release: keyof typeof ELEMENTS;
  readonly type: Ruling;
  /** The type of a rule within one of another type. */
  readonly typeOf: (nested: Element, outer: Ruling) => Ruling;
  readonly resolve: Resolve;
}

/** A rule with its conditions; one that cannot be interpreted is named, and matches everything. */
export function ruleOf(provision: Element, reading: RuleReading): ProvisionFact {
  const { release, type, typeOf, resolve } = reading;
  const uninterpreted = new Set(unknownElements(provision, ELEMENTS[release]));
  /** What an element amounts to, if every value of it can be interpreted. */
  const read = <Value>(
    element: string,
    interpret: (value: unknown) => readonly Value[] | null,
  ): readonly Value[] | undefined => {
    const values = valuesAt(provision, element);
    if (values.length === 0) return undefined;
    const amounts = values.map(interpret);
    if (amounts.every((amount) => amount !== null)) return [...new Set(amounts.flat())];
    uninterpreted.add(element);
    return undefined;
  };
  const readPeriod = (element: string): Period | undefined => {
    if (provision[element] === undefined) return undefined;
    const period = readablePeriod(provision[element]);
    if (period !== null) return period;
    uninterpreted.add(element);
    return undefined;
  };
  const data = dataConditions(provision, resolve);
  if (data === null) uninterpreted.add('data');
  const conditions = {
    actor: read('actor', (actor) => actorOf(actor, resolve)),
    action: read('action', actionsOf),
    purpose: read('purpose', purposeOf),
    securityLabel: read('securityLabel', labelOf),
    category: read(release === 'R4' ? 'class' : 'resourceType', categoriesOf),
    code: read('code', codesOf),
    ...data,
    period: readPeriod('period'),
    dataPeriod: readPeriod('dataPeriod'),
  };
  const within = rulesIn(provision['provision']);
  if (within === null) uninterpreted.add('provision');
  const nested = (within ?? []).map((each) =>
    ruleOf(each, { ...reading, type: typeOf(each, type) }),
  );
  return {
    type,
    ...defined(conditions),
    ...(uninterpreted.size > 0 && { uninterpreted: [...uninterpreted] }),
    ...(nested.length > 0 && { provision: nested }),
  };
}

/** The rules that a list holds, none where it is absent; null where it holds anything else. */
export function rulesIn(value: unknown): readonly Element[] | null {
  if (value === undefined) return [];
  const rules = Array.isArray(value) ? value.map(objectOf) : [null];
  const known = rules.filter((rule) => rule !== null);
  return known.length === rules.length ? known : null;
}

/** A period whose ends can be read, null for any other. */
export function readablePeriod(value: unknown): Period | null {
  const ends = objectOf(value);
  if (ends === null || [ends['start'], ends['end']].some(isNoText)) return null;
  const period = periodOf(ends);
  return isReadable(period) ? period : null;
}

function isNoText(value: unknown): boolean {
  return value !== undefined && typeof value !== 'string';
}

/** Whether a rule holds under conditions only. */
export function isConditional(rule: ProvisionFact): boolean {
  return Object.keys(rule).some((element) => element !== 'type');
}

/** Whether a rule speaks of a part of the records only, or of who knows what. */
export function isLimited(rule: ProvisionFact): boolean {
  const { securityLabel, category, code, dataPeriod, authoredBy, records, related } = rule;
  return [
    rule.uninterpreted,
    ...[securityLabel, category, code, dataPeriod, authoredBy, records, related],
  ].some((condition) => condition !== undefined);
}

function labelOf(value: unknown): readonly { system: string | null; code: string | null }[] | null {
  const label = codingOf(value);
  return label === null ? null : [{ system: label.system, code: label.code }];
}

function defined<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as never;
}
