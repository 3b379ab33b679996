/** What may be seen: labels as annotations, the decision, the gate before a fetch, the check after it. */
export { ANY_PERMIT, AT_HOME, LabelAnnotations } from './annotations.js';
export type { Demand } from './annotations.js';
export { exclusionsOf, isInForce, isInterpreted, mayDeny } from './decide/consents.js';
export { DECISION_GATES, decide } from './decide/decide.js';
export { providerRole } from './decide/provider-role.js';
export type { DecisionRequest } from './decide/request.js';
export { uninterpretedReason } from './decide/uninterpreted.js';
export { isClinical, permitWithin } from './details.js';
export type { PermitWithin } from './details.js';
export { isExcluded } from './exclusion.js';
export { isFacetDemand } from './facets.js';
export { narrowing, refusedByAll, refusedByRole, switchedOn } from './passage.js';
export { UNSAID, meets, refusalOf } from './refusal.js';
export { standingOfRecord } from './record.js';
export { judgeAnswered, judgeRecord } from './release.js';
export { demandsProvider } from './roles.js';
