/** The consents subgraph: what patients agreed to, the grants they gave, the audit trail, and what they are told of. */
export type { FhirAuditEvent } from './audit/fhir-audit-event.js';
export type { BrokenAnchor, NotedAnchor } from './audit/verify-anchors.js';
export type { BrokenChain, ChainState } from './audit/verify-chain.js';
export type { TrailState, VerifyOptions } from './audit/verify-trail.js';
export {
  CONSENT_RELEASES,
  RULE_TYPE_EXTENSION,
  SCOPE_SYSTEM,
  consentBundle,
  fhirConsent,
} from './fhir/index.js';
export type { ConsentRelease } from './fhir/index.js';
export { PeriodError } from './period.js';
export type { ConsentsRepository } from './repository.js';
export type { ExportFilter } from './repository/export-events.js';
export type { NewCareRelation, NewStepUp } from './repository/put-care.js';
export type { NewConsent } from './repository/put-consent.js';
export type { NewGrant } from './repository/put-grant.js';
export type { TransferFilter } from './repository/transfers.js';
export { buildConsents, openConsents } from './subgraph.js';
export type { ConsentsOptions, ConsentsSubgraph } from './subgraph.js';
export type { ConsentRow, PolicyBasis, TransferRow } from './tables.js';
