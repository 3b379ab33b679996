import { GATES } from '@causeway/schema';
import type { Explanation } from '@causeway/schema';
import type { DecisionRequest } from '../enforcement/index.js';
import { conditionCauses, consentCauses, grantCause } from './causes.js';
import { findingOf } from './finding.js';
import type { Asked } from './finding.js';

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
