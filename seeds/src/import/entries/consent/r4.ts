/**
 * What a FHIR R4 Consent says: one root rule, its type or the policy rule being the base, with rules nested in it.
 *
 * @see https://hl7.org/fhir/R4/consent.html
 */
import {
  checkStructure,
  codingsAt,
  objectOf,
  objectsOf,
  textOf,
  valuesAt,
} from '@causeway/records/fhir';
import { without } from '@causeway/kit';
import type { Element, Resolve } from '@causeway/records/fhir';
import type { ProvisionFact } from '@causeway/schema';
import { isConditional, isLimited, ruleOf } from './rule.js';
import { elementOf, rulingOf } from './stated.js';
import type { Ruling, Stated } from './stated.js';

/** Policy rules that say what holds where no provision does. */
const BASE_RULES: Readonly<Record<string, Ruling>> = { OPTIN: 'permit', OPTOUT: 'deny' };

/** Reads an R4 Consent. */
export function readR4(resource: Element, resolve: Resolve): Stated {
  const root = objectOf(resource['provision']);
  const base = baseOf(resource, root);
  const [policy] = objectsOf(resource['policy'] ?? []);
  return {
    ...rulesOf(root, base, resolve),
    // Of whom it speaks stands in its provisions, where unknown actors count as everybody.
    grantee: [],
    period: root?.['period'],
    dateTime: resource['dateTime'],
    grantor: valuesAt(resource, 'performer'),
    policy: policy === undefined ? null : { reference: null, url: textOf(policy['uri']) },
    uninterpreted: unsoundElements(resource),
  };
}

/** An element that the reading of its rule judges, for whom the rule is about alone. */
const ELEMENT_OF_RULE = /^Consent(\.provision(\[\d+\])?)+\.\w+$/;

/** Elements that R4 does not have there, or whose value is none of theirs; what is missing says nothing. */
function unsoundElements(resource: Element): readonly string[] {
  const issues = checkStructure(resource).filter(
    ({ code, path }) => code !== 'MISSING_ELEMENT' && !ELEMENT_OF_RULE.test(path),
  );
  return [...new Set(issues.map(({ path }) => elementOf(path)))];
}

/** The base rule: what the root provision says, else the policy rule; null where neither says it. */
function baseOf(resource: Element, root: Element | null): Ruling | null {
  const type = rulingOf(root?.['type']);
  if (type !== null) return type;
  const rules = codingsAt(resource, 'policyRule').flatMap(({ code }) =>
    code !== null && Object.hasOwn(BASE_RULES, code) ? (BASE_RULES[code] ?? []) : [],
  );
  return rules.includes('deny') ? 'deny' : (rules[0] ?? null);
}

type Rules = Pick<Stated, 'decision' | 'provision'>;

/**
 * A base that cannot be read denies everything, and so does one that denies by policy alone, whatever conditions its
 * root rule adds.
 */
function rulesOf(root: Element | null, base: Ruling | null, resolve: Resolve): Rules {
  if (base === null) {
    return { decision: 'deny', provision: [{ type: 'deny', uninterpreted: ['policyRule'] }] };
  }
  if (root === null) return { decision: base, provision: [] };
  const rule = rootRule(root, base, resolve);
  if (base === 'permit') return permitting(rule);
  return rulingOf(root['type']) === null ? { decision: 'deny', provision: [] } : denying(rule);
}

function rootRule(root: Element, base: Ruling, resolve: Resolve): ProvisionFact {
  // R4 demands a type of every rule below the root; one without it denies.
  // The period of the root is that of the consent.
  return ruleOf(without(root, 'period'), {
    release: 'R4',
    type: base,
    typeOf: (nested) => rulingOf(nested['type']) ?? 'deny',
    resolve,
  });
}

/** A denial without conditions is the base; one with conditions is an exception, and says nothing of whom it does not name. */
function denying({ provision = [], ...rule }: ProvisionFact): Rules {
  return isConditional(rule)
    ? { decision: 'permit', provision: [{ ...rule, provision }] }
    : { decision: 'deny', provision };
}

/**
 * A base that permits permits nothing here. One that is limited denies, to those and for that of which it speaks, what it
 * does not permit. What is denied within it is denied to everybody who is named there, not only where the root applies.
 */
function permitting({ provision = [], ...rule }: ProvisionFact): Rules {
  const denials = provision.filter(({ type }) => type === 'deny');
  const permits = provision.filter(({ type }) => type === 'permit');
  const own = isLimited(rule) ? [limiting(rule, permits)] : [rule, ...permits];
  return { decision: 'permit', provision: [...own.filter(isTelling), ...denials] };
}

/** A permit without conditions, within a base that permits, says nothing. */
function isTelling(rule: ProvisionFact): boolean {
  return rule.type === 'deny' || isConditional(rule) || rule.provision !== undefined;
}

/** A denial of all but what a limited permit names, and what further permits do. */
function limiting(rule: ProvisionFact, further: readonly ProvisionFact[]): ProvisionFact {
  const { period, actor, action, purpose, uninterpreted, ...limits } = rule;
  return {
    type: 'deny',
    ...(period && { period }),
    ...(actor && { actor }),
    ...(action && { action }),
    ...(purpose && { purpose }),
    ...(uninterpreted && { uninterpreted }),
    provision: [limits, ...further],
  };
}
