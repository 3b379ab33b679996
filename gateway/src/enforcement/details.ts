/**
 * Details: values of one category within a record of another, such as the reason of an encounter, which is a diagnosis. A
 * denial within the category takes them away with nothing said, as it takes the category's own records away.
 */
import { CLINICAL_SCOPES, isClinicalScope } from '@causeway/schema';
import type {
  ClinicalScope,
  Exclusion,
  Permit,
  RecordFacts,
  RecordTypeLabel,
} from '@causeway/schema';
import { isExcluded } from './exclusion.js';

/** Demanded by a detail, beside its scope. */
export type DetailDemand = `@detail(${ClinicalScope})`;

/** A permit as it stands within one record. */
export interface PermitWithin extends Permit {
  /** The categories of which details of the record are denied. */
  readonly withheldDetails?: readonly ClinicalScope[];
}

const scopes: ReadonlyMap<string, ClinicalScope> = new Map(
  CLINICAL_SCOPES.map((scope) => [detailDemand(scope), scope]),
);

/** The demand of a detail of a category. */
export function detailDemand(scope: ClinicalScope): DetailDemand {
  return `@detail(${scope})`;
}

/** Whether a demand is that of a detail. */
export function isDetailDemand(demand: string): demand is DetailDemand {
  return scopes.has(demand);
}

/** Whether records of a type are clinical, so that a denial may be about what they tell. */
export function isClinical({ subject, presence }: RecordTypeLabel): boolean {
  return subject.category !== undefined || presence.scopes.some(isClinicalScope);
}

/** Whether a permit leaves a detail; before the record is known, whether it leaves that of any record. */
export function leavesDetail(
  { exclusions, withheldDetails }: PermitWithin,
  demand: DetailDemand,
): boolean {
  const scope = scopes.get(demand);
  if (scope === undefined || withheldDetails?.includes(scope) === true) return false;
  return !exclusions.some((exclusion) => takesAll(exclusion, scope));
}

function takesAll({ category, ...conditions }: Exclusion, scope: ClinicalScope): boolean {
  return Object.keys(conditions).length === 0 && (category?.includes(scope) ?? true);
}

/**
 * A permit as it stands within a record: a denial is held against each detail as if the record were of its category. What
 * the detail's own codes are nobody is told, so a denial by code takes it away.
 */
export function permitWithin(
  { subject, presence }: RecordTypeLabel,
  facts: RecordFacts,
  permit: Permit,
): PermitWithin {
  // Most permits have none, and every record is asked.
  if (permit.exclusions.length === 0) return permit;
  const withheldDetails = CLINICAL_SCOPES.filter(
    (category) =>
      category !== facts.category &&
      !presence.scopes.includes(category) &&
      permit.exclusions.some((exclusion) =>
        isExcluded({ ...facts, category, code: null }, exclusion, subject),
      ),
  );
  return withheldDetails.length === 0 ? permit : { ...permit, withheldDetails };
}
