/** Self-carry: patients take their own record along, as a document or behind a SMART Health Link. */
export type { DocumentBundle } from './document-bundle.js';
export { decryptFile, readHealthLink } from './health-link.js';
export type { HealthLink } from './health-link.js';
export { selfCarryRoutes } from './self-carry-routes.js';
export type { SelfCarryOptions } from './self-carry-routes.js';
