/** How the consents of a patient speak: which are in force, of whom they speak, and what they say. */
import { CLINICAL_SCOPES, coversInstant, isReadable } from '@causeway/schema';
import type { ConsentFact, Exclusion, ProvisionFact, Scope, SharableScope } from '@causeway/schema';
import { applies, isAboutRecords, isUnderstood, matches } from './provision-conditions.js';
import type { Reading } from './provision-conditions.js';

/** Whether a consent counts now: active, and within its period by the decision's clock. */
export function isInForce(consent: ConsentFact, now: number): boolean {
  return consent.status === 'active' && coversInstant(consent.period, now);
}

/** Whether a consent takes away now: where it is in force, and where nobody can tell when it ends. */
export function mayDeny(consent: ConsentFact, now: number): boolean {
  return (
    consent.status === 'active' &&
    (coversInstant(consent.period, now) || !isReadable(consent.period))
  );
}

/** Whether a consent speaks of the organisation. */
export function names(consent: ConsentFact, organization: string): boolean {
  return consent.grantee.includes(organization);
}

/** The sharing consents in force that were given to the organisation through this layer: none other permits. */
export function sharingConsents(
  consents: readonly ConsentFact[],
  organization: string,
  now: number,
): readonly ConsentFact[] {
  return consents.filter(
    (consent) =>
      consent.kind === 'SHARING' &&
      consent.origin === 'LAYER' &&
      isInForce(consent, now) &&
      names(consent, organization),
  );
}

/**
 * Whether one consent permits a scope to the reader: the innermost provisions that match decide, all of them for a
 * permit, and the base decision where none does. A provision that cannot be interpreted permits nothing; one about
 * single records neither permits a category nor takes it away.
 */
export function permitsScope(
  consent: ConsentFact,
  scope: SharableScope,
  reading: Reading,
): boolean {
  return judge(consent.provision, consent.decision === 'permit', scope, reading);
}

function judge(
  rules: readonly ProvisionFact[],
  outer: boolean,
  scope: SharableScope,
  reading: Reading,
): boolean {
  // Most consents have no provisions, and each is asked for every scope.
  if (rules.length === 0) return outer;
  const matching = rules.filter(
    (rule) => applies(rule, reading) && matches(rule.category, scope) && !isAboutRecords(rule),
  );
  if (matching.length === 0) return outer;
  return matching.every(
    (rule) =>
      isUnderstood(rule) && judge(rule.provision ?? [], rule.type === 'permit', scope, reading),
  );
}

/**
 * What one consent in force takes away from the reader: what its deny provisions name, less the categories and the
 * records that a provision within them permits; and, where its base decision denies, all that nothing beneath permits.
 * What cannot be interpreted takes everything away.
 */
export function exclusionsOf(consent: ConsentFact, reading: Reading): readonly Exclusion[] {
  // A consent that names nobody speaks of everybody.
  if (consent.grantee.length > 0 && !names(consent, reading.organization)) return [];
  const exclusions = consent.provision.flatMap((rule) => denied(rule, reading));
  return consent.decision === 'deny'
    ? [...exclusions, ...excludedByBase(consent, reading)]
    : exclusions;
}

/** Whether all of a consent could be interpreted, as far as it speaks of the reader. */
export function isInterpreted(consent: ConsentFact, { organization }: Reading): boolean {
  const isOfReader = consent.grantee.length === 0 || names(consent, organization);
  return !isOfReader || areUnderstood(consent.provision);
}

function areUnderstood(rules: readonly ProvisionFact[]): boolean {
  return rules.every((rule) => isUnderstood(rule) && areUnderstood(rule.provision ?? []));
}

/** Who may see something may see whose it is, so demographics go only with everything else. */
function excludedByBase(consent: ConsentFact, reading: Reading): readonly Exclusion[] {
  const category = CLINICAL_SCOPES.filter((scope) => !permitsScope(consent, scope, reading));
  const spared = sparedWithin(consent, reading);
  if (category.length === CLINICAL_SCOPES.length) return [ofRecords(spared)];
  return category.length > 0 ? [{ category, ...spared }] : [];
}

function denied(rule: ProvisionFact, reading: Reading): readonly Exclusion[] {
  if (!applies(rule, reading)) return [];
  const inner = (rule.provision ?? []).flatMap((nested) => denied(nested, reading));
  if (rule.type === 'permit') return inner;
  return isUnderstood(rule) ? [...exclusions(rule, reading), ...inner] : [{}];
}

/** What a deny provision takes away by itself; nothing, where all of its categories are permitted within it. */
function exclusions(rule: ProvisionFact, reading: Reading): readonly Exclusion[] {
  const { category } = rule;
  const permitted = permittedWithin(rule, reading);
  const left =
    permitted.size === 0
      ? category
      : (category ?? CLINICAL_SCOPES).filter((scope) => !permitted.has(scope));
  if (left?.length === 0) return [];
  return [
    ofRecords({
      ...(left && { category: left }),
      ...recordConditionsOf(rule),
      ...sparedWithin(rule, reading),
    }),
  ];
}

/**
 * An exclusion of some records, by exceptions or by what they may be related to, is one of records alone: whose they are
 * has neither a date nor a label by which it could be spared.
 */
function ofRecords(exclusion: Exclusion): Exclusion {
  const isOfSome = exclusion.except !== undefined || exclusion.related !== undefined;
  return isOfSome && exclusion.category === undefined
    ? { ...exclusion, category: CLINICAL_SCOPES }
    : exclusion;
}

function recordConditionsOf(rule: ProvisionFact): Exclusion {
  const { securityLabel, code, authoredBy, dataPeriod, records, related } = rule;
  return {
    ...(securityLabel && { securityLabel }),
    ...(code && { code }),
    ...(authoredBy && { authoredBy }),
    ...(dataPeriod && { dataPeriod }),
    ...(records && { records }),
    ...(related && { related }),
  };
}

/** The scopes that provisions directly within a deny permit as a whole. */
function permittedWithin(denial: Nesting, reading: Reading): ReadonlySet<Scope> {
  const permits = permitsWithin(denial, reading).filter((rule) => !isAboutRecords(rule));
  return new Set(permits.flatMap(({ category }) => category ?? CLINICAL_SCOPES));
}

/** The single records that provisions directly within a deny permit. */
function sparedWithin(denial: Nesting, reading: Reading): Pick<Exclusion, 'except'> {
  const except = permitsWithin(denial, reading)
    .filter(isAboutRecords)
    .map((rule) => ({
      ...(rule.category && { category: rule.category }),
      ...recordConditionsOf(rule),
    }));
  return except.length > 0 ? { except } : {};
}

/** What has provisions within it: a provision, or the consent. */
type Nesting = Pick<ProvisionFact, 'provision'>;

function permitsWithin({ provision = [] }: Nesting, reading: Reading): readonly ProvisionFact[] {
  return provision.filter(
    (rule) =>
      rule.type === 'permit' &&
      applies(rule, reading) &&
      isUnderstood(rule) &&
      isReadable(rule.dataPeriod ?? { start: null, end: null }),
  );
}
