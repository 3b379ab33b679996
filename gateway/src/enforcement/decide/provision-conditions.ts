/** The conditions of a provision, and whether they are met by whoever reads. */
import { coversInstant, isReadable } from '@causeway/schema';
import type { Action, ProvisionFact, PurposeOfUse } from '@causeway/schema';

/** For whom and when a provision is read. */
export interface Reading {
  readonly organization: string;
  readonly practitionerRole: string;
  readonly action: Action;
  readonly purpose: PurposeOfUse;
  readonly now: number;
}

/** Whether a provision applies, or may apply, to the reader now, as far as actor, action, purpose and period say. */
export function applies(
  { actor, action, purpose, period }: ProvisionFact,
  { organization, practitionerRole, action: done, purpose: declared, now }: Reading,
): boolean {
  return (
    matches(actor, organization, practitionerRole) &&
    matches(action, done === 'DEPOSIT' ? 'DEPOSIT' : 'READ') &&
    matches(purpose, declared) &&
    (period === undefined || coversInstant(period, now) || !isReadable(period))
  );
}

/** Whether a list names any of the words. One that is absent names everything; one that is empty is not understood. */
export function matches(list: readonly string[] | undefined, ...words: readonly string[]): boolean {
  return list === undefined || list.length === 0 || words.some((word) => list.includes(word));
}

/** Whether every condition of a provision could be interpreted, and says something. */
export function isUnderstood({ uninterpreted = [], ...rule }: ProvisionFact): boolean {
  const { actor, action, purpose, category, period } = rule;
  return (
    uninterpreted.length === 0 &&
    (period === undefined || isReadable(period)) &&
    [actor, action, purpose, category, ...recordConditions(rule)].every(
      (condition) => !Array.isArray(condition) || condition.length > 0,
    )
  );
}

function recordConditions({
  securityLabel,
  code,
  authoredBy,
  records,
  related,
  dataPeriod,
}: ProvisionFact): readonly unknown[] {
  return [securityLabel, code, authoredBy, records, related, dataPeriod];
}

/** Whether a provision speaks of records one by one rather than of whole categories. */
export function isAboutRecords(rule: ProvisionFact): boolean {
  return recordConditions(rule).some((condition) => condition !== undefined);
}
