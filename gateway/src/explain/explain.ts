import { GATES } from '@causeway/schema';
import type { ConditionFact, Obligation, Scope } from '@causeway/schema';
import type { DecisionRequest } from '../enforcement/index.js';
import { conditionCauses, consentCauses, grantCause } from './causes.js';
import type { ConsentCause } from './causes.js';
import { findingOf } from './finding.js';
import type { Asked, Finding } from './finding.js';

/** Why something was permitted or denied. Not for the caller it speaks of: refusals stay alike for them. */
export interface Explanation extends Omit<Finding, 'permit'> {
  /** The number of the gate, from 1; null for a permit. */
  readonly number: number | null;
  readonly consents: readonly ConsentCause[];
  /** CrossBorderGrant id. */
  readonly grant: string | null;
  /** The conditions of the recognition that denied. */
  readonly conditions: readonly ConditionFact[];
  /** What the permit for the patient covers, whether or not it reaches what was asked about; empty without one. */
  readonly scopes: readonly Scope[];
  readonly obligations: readonly Obligation[];
  /** When the permit ends at the latest (instant); null without one, or where nothing known ends it. */
  readonly until: string | null;
}

/** Explains what the decision comes to for what is asked about. Pure: the facts and the time come with the request. */
export function explain(request: DecisionRequest, asked: Asked): Explanation {
  const finding = findingOf(request, asked);
  const { permit, ...found } = finding;
  return {
    ...found,
    number: found.gate === null ? null : GATES.indexOf(found.gate) + 1,
    consents: consentCauses(request, asked, finding),
    grant: grantCause(request, finding),
    conditions: conditionCauses(request, asked, finding),
    scopes: permit?.scopes ?? [],
    obligations: permit?.obligations ?? [],
    until: permit?.until ?? null,
  };
}
