/** The operations that teams have registered: what they take of patients, and what a change of the graph does to them. */
export { accessGraphOf } from '../access/label-access.js';
export type { AccessGraph } from '../access/label-access.js';
export { ConsumerCheck, describeProblem } from './check-consumers.js';
export type { CheckedConsumer, ConsumerProblem } from './check-consumers.js';
export {
  CONSENT_MANIFEST,
  parseConsentManifest,
  printConsentManifest,
} from './consent-manifest.js';
export type { ConsentManifest } from './consent-manifest.js';
export { consentNeeds } from './consent-needs.js';
export type { ConsentNeeds, FieldPlace } from './consent-needs.js';
export { fieldDemands } from './field-demands.js';
export type { FieldDemand } from './field-demands.js';
export { ConsumerError, parseManifest } from './manifest.js';
export type { ConsumerManifest } from './manifest.js';
export { selectedFields } from './operation-fields.js';
export type { SelectedField } from './operation-fields.js';
export { OperationUses } from './touched.js';
export type { TouchedOperation } from './touched.js';
export { readConsumers } from './registry.js';
export type { Consumer, RegisteredOperation } from './registry.js';
