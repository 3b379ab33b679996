/** How the consents of a patient speak: which are in force, of whom they speak, and what they say. */
import type {
  ConsentFact,
  Exclusion,
  ProvisionFact,
  PurposeOfUse,
  SharableScope,
} from '@causeway/schema';
import { CLINICAL_SCOPES } from '@causeway/schema';
import { covers } from './period.js';

/** For whom and when a provision is read. */
export interface Reading {
  readonly organization: string;
  readonly practitionerRole: string;
  readonly purpose: PurposeOfUse;
  readonly now: number;
}

/** Whether a consent counts now: active, and within its period by the decision's clock. */
export function isInForce(consent: ConsentFact, now: number): boolean {
  return consent.status === 'active' && covers(consent.period, now);
}

/** Whether a consent speaks of the organisation. */
export function names(consent: ConsentFact, organization: string): boolean {
  return consent.grantee.includes(organization);
}

/** Whether a provision applies to the reader now, as far as actor, purpose and period say. */
function applies(
  provision: ProvisionFact,
  { organization, practitionerRole, purpose, now }: Reading,
): boolean {
  const { actor, period } = provision;
  if (actor !== undefined && !actor.some((id) => id === organization || id === practitionerRole))
    return false;
  if (provision.purpose !== undefined && !provision.purpose.includes(purpose)) return false;
  return period === undefined || covers(period, now);
}

/** Whether a provision speaks of records one by one rather than of whole categories. */
function isAboutRecords(provision: ProvisionFact): boolean {
  const { securityLabel, code, authoredBy, records, dataPeriod } = provision;
  return [securityLabel, code, authoredBy, records, dataPeriod].some(
    (condition) => condition !== undefined,
  );
}

/**
 * Whether one consent permits a scope to the reader: the innermost provision that matches decides, and the base
 * decision where none does. A provision that cannot be interpreted, or that permits single records only, permits no
 * category.
 */
export function permitsScope(
  consent: ConsentFact,
  scope: SharableScope,
  reading: Reading,
): boolean {
  const judge = (rules: readonly ProvisionFact[], outer: boolean): boolean => {
    for (const rule of rules) {
      if (!applies(rule, reading)) continue;
      if (rule.category !== undefined && !rule.category.includes(scope)) continue;
      // A deny of single records is an exclusion; it does not take the category away.
      if (isAboutRecords(rule)) continue;
      if (rule.uninterpreted !== undefined && rule.uninterpreted.length > 0) return false;
      return judge(rule.provision ?? [], rule.type === 'permit');
    }
    return outer;
  };
  return judge(consent.provision, consent.decision === 'permit');
}

/**
 * What one consent in force takes away from the reader: its deny provisions, and, where its base decision denies, every
 * category that nothing beneath permits. What cannot be interpreted takes everything away.
 */
export function exclusionsOf(consent: ConsentFact, reading: Reading): readonly Exclusion[] {
  // A consent that names nobody speaks of everybody.
  if (consent.grantee.length > 0 && !names(consent, reading.organization)) return [];
  const exclusions = consent.provision.flatMap((rule) => denied(rule, reading));
  return consent.decision === 'deny'
    ? [...exclusions, ...excludedByBase(consent, reading)]
    : exclusions;
}

/** Who may see something may see whose it is, so demographics go only with everything else. */
function excludedByBase(consent: ConsentFact, reading: Reading): readonly Exclusion[] {
  const category = CLINICAL_SCOPES.filter((scope) => !permitsScope(consent, scope, reading));
  if (category.length === CLINICAL_SCOPES.length) return [{}];
  return category.length > 0 ? [{ category }] : [];
}

function denied(rule: ProvisionFact, reading: Reading): readonly Exclusion[] {
  if (!applies(rule, reading)) return [];
  const inner = (rule.provision ?? []).flatMap((nested) => denied(nested, reading));
  if (rule.type === 'permit') return inner;
  if (rule.uninterpreted !== undefined && rule.uninterpreted.length > 0) return [{}];
  return [exclusion(rule), ...inner];
}

function exclusion({
  category,
  securityLabel,
  code,
  authoredBy,
  dataPeriod,
  records,
}: ProvisionFact): Exclusion {
  return {
    ...(category && { category }),
    ...(securityLabel && { securityLabel }),
    ...(code && { code }),
    ...(authoredBy && { authoredBy }),
    ...(dataPeriod && { dataPeriod }),
    ...(records && { records }),
  };
}
