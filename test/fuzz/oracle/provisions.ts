/** What a consent says: which categories it permits a reader, and which records it takes away. */
import type { ConsentFact, ProvisionFact, Scope, SharableScope } from '@causeway/schema';
import { CLINICAL } from './catalogue.js';
import { isTaken } from './record-conditions.js';
import type { Judged } from './record-conditions.js';
import { canBeRead, isWithin } from './time.js';

/** Who reads, for what and when. */
export interface Reader {
  readonly organization: string;
  readonly practitionerRole: string;
  readonly purpose: string;
  readonly now: number;
}

/** Whether a list is silent, says nothing that could be understood, or names one of the words. */
function speaksOf(list: readonly string[] | undefined, ...words: readonly string[]): boolean {
  return list === undefined || list.length === 0 || words.some((word) => list.includes(word));
}

/** Whether a rule is for the reader, or may be. */
function isFor(rule: ProvisionFact, reader: Reader): boolean {
  const { actor, action, purpose, period } = rule;
  return (
    speaksOf(actor, reader.organization, reader.practitionerRole) &&
    speaksOf(action, 'READ') &&
    speaksOf(purpose, reader.purpose) &&
    (period === undefined || isWithin(period, reader.now) || !canBeRead(period))
  );
}

/** The conditions of a rule that are lists. */
const LISTS = [
  ...(['actor', 'action', 'purpose', 'category', 'securityLabel'] as const),
  ...(['code', 'authoredBy', 'records', 'related'] as const),
];

/** Whether all that a rule says is understood. A list without a word in it says nothing. */
function isClear(rule: ProvisionFact): boolean {
  const { period, uninterpreted = [] } = rule;
  return (
    uninterpreted.length === 0 &&
    (period === undefined || canBeRead(period)) &&
    LISTS.every((list) => rule[list]?.length !== 0)
  );
}

const OF_RECORDS = [
  'securityLabel',
  'code',
  'authoredBy',
  'dataPeriod',
  'records',
  'related',
] as const;

/** Whether a rule is about single records rather than whole categories. */
function isOfRecords(rule: ProvisionFact): boolean {
  return OF_RECORDS.some((condition) => rule[condition] !== undefined);
}

/** Whether a consent permits a category: the innermost rules about it decide, and all of them must permit. */
export function permits(consent: ConsentFact, scope: SharableScope, reader: Reader): boolean {
  return decided(consent.provision, consent.decision === 'permit', scope, reader);
}

function decided(
  rules: readonly ProvisionFact[],
  otherwise: boolean,
  scope: SharableScope,
  reader: Reader,
): boolean {
  const speaking = rules.filter(
    (rule) => isFor(rule, reader) && speaksOf(rule.category, scope) && !isOfRecords(rule),
  );
  if (speaking.length === 0) return otherwise;
  return speaking.every(
    (rule) => isClear(rule) && decided(rule.provision ?? [], rule.type === 'permit', scope, reader),
  );
}

/** What is taken away: the whole patient, or single records. */
export interface Denial {
  readonly isOfPatient: boolean;
  takes(record: Judged): boolean;
}

const OF_EVERYTHING: Denial = { isOfPatient: true, takes: () => true };

/** What a consent takes away from the reader. */
export function denialsOf(consent: ConsentFact, reader: Reader): readonly Denial[] {
  if (consent.grantee.length > 0 && !consent.grantee.includes(reader.organization)) return [];
  const denials = consent.provision.flatMap((rule) => denialsIn(rule, reader));
  if (consent.decision === 'permit') return denials;
  const denied = CLINICAL.filter((scope) => !permits(consent, scope, reader));
  const spared = exceptionsIn(consent.provision, reader).filter(isOfRecords);
  if (denied.length === 0) return denials;
  if (denied.length === CLINICAL.length && spared.length === 0) return [...denials, OF_EVERYTHING];
  return [...denials, denialOf({}, denied, spared)];
}

function denialsIn(rule: ProvisionFact, reader: Reader): readonly Denial[] {
  if (!isFor(rule, reader)) return [];
  const within = (rule.provision ?? []).flatMap((one) => denialsIn(one, reader));
  if (rule.type === 'permit') return within;
  if (!isClear(rule)) return [OF_EVERYTHING];
  const exceptions = exceptionsIn(rule.provision ?? [], reader);
  const whole = exceptions.filter((one) => !isOfRecords(one));
  const permitted = whole.flatMap(({ category }) => category ?? CLINICAL);
  const category =
    whole.length === 0
      ? rule.category
      : (rule.category ?? CLINICAL).filter((scope) => !permitted.includes(scope));
  if (category?.length === 0) return within;
  return [denialOf(rule, category, exceptions.filter(isOfRecords)), ...within];
}

/** The permits directly within a denial that can be relied on. */
function exceptionsIn(rules: readonly ProvisionFact[], reader: Reader): readonly ProvisionFact[] {
  return rules.filter(
    (rule) =>
      rule.type === 'permit' &&
      isFor(rule, reader) &&
      isClear(rule) &&
      canBeRead(rule.dataPeriod ?? { start: null, end: null }),
  );
}

/** A rule as a denial of some categories, or of no category in particular, that spares some records. */
function denialOf(
  rule: Pick<ProvisionFact, (typeof OF_RECORDS)[number]>,
  named: readonly Scope[] | undefined,
  spared: readonly ProvisionFact[],
): Denial {
  const isOfSome = rule.related !== undefined || spared.length > 0;
  // Of whom records are has neither date nor label by which some could be spared.
  const category = named ?? (isOfSome ? CLINICAL : undefined);
  const isOfRecordsAlone = OF_RECORDS.some((one) => rule[one] !== undefined) || spared.length > 0;
  const { securityLabel, code, authoredBy, dataPeriod, records, related } = rule;
  const conditions = {
    ...(category && { category }),
    ...(securityLabel && { securityLabel }),
    ...(code && { code }),
    ...(authoredBy && { authoredBy }),
    ...(dataPeriod && { dataPeriod }),
    ...(records && { records }),
    ...(related && { related }),
  };
  return {
    isOfPatient: !isOfRecordsAlone && (category === undefined || category.includes('PERSON')),
    takes: (record) => isTaken(record, conditions, spared),
  };
}
