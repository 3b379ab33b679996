/**
 * What a FHIR R5 Consent says: a base decision, and provisions that are exceptions to what stands around them. R5 has no
 * type of its own for a rule; where one repeats what it is within, an export keeps the type of R4 beside it.
 *
 * @see https://hl7.org/fhir/R5/consent.html
 */
import { objectOf, objectsOf, textOf, valuesAt } from '@causeway/records/fhir';
import type { Element, Resolve } from '@causeway/records/fhir';
import { RULE_TYPE_EXTENSION } from '@causeway/consents';
import { ruleOf, rulesIn } from './rule.js';
import { rulingOf, unknownElements } from './stated.js';
import type { Ruling, Stated } from './stated.js';

const ELEMENTS: ReadonlySet<string> = new Set(
  'resourceType id meta language text contained extension identifier status category subject date period grantor grantee manager controller sourceAttachment sourceReference regulatoryBasis policyBasis policyText verification decision provision'.split(
    ' ',
  ),
);

/** Elements that R4 has not. */
const OF_R5 = ['subject', 'decision', 'grantor', 'grantee', 'controller', 'policyBasis', 'date'];

/** Whether a Consent is of R5 rather than R4. */
export function isR5(resource: Element): boolean {
  return OF_R5.some((element) => resource[element] !== undefined);
}

/** Reads an R5 Consent. */
export function readR5(resource: Element, resolve: Resolve): Stated {
  const decision = rulingOf(resource['decision']);
  const policy = objectOf(resource['policyBasis']);
  const rules = rulesIn(resource['provision']);
  return {
    decision: decision ?? 'deny',
    provision: (rules ?? []).map((rule) =>
      ruleOf(rule, {
        release: 'R5',
        type: typeIn(rule, decision ?? 'permit'),
        typeOf: typeIn,
        resolve,
      }),
    ),
    grantee: granteesOf(resource, resolve),
    period: resource['period'],
    dateTime: resource['date'],
    grantor: valuesAt(resource, 'grantor'),
    policy:
      policy === null
        ? null
        : {
            reference: textOf(objectOf(policy['reference'])?.['reference']),
            url: textOf(policy['url']),
          },
    uninterpreted: [
      ...unknownElements(resource, ELEMENTS),
      ...(decision === null ? ['decision'] : []),
      ...(rules === null ? ['provision'] : []),
    ],
  };
}

/** An exception is the opposite of what it is within, unless it says otherwise. */
function typeIn(provision: Element, outer: Ruling): Ruling {
  const stated = objectsOf(provision['extension'] ?? []).find(
    ({ url }) => url === RULE_TYPE_EXTENSION,
  );
  return rulingOf(stated?.['valueCode']) ?? (outer === 'permit' ? 'deny' : 'permit');
}

/** The organisations it speaks of; everybody, where one of them is not known here. */
function granteesOf(resource: Element, resolve: Resolve): readonly string[] {
  const targets = objectsOf(resource['grantee'] ?? []).map(resolve);
  const known = targets.flatMap((target) => (target?.type === 'Organization' ? [target.id] : []));
  return known.length === targets.length ? known : [];
}
