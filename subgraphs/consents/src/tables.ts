/**
 * The tables of the consents subgraph: consents, grants, care relations and step-ups with their history; the audit
 * trail, which is only ever appended to; notifications and the outbox they are sent from; codes and links by their
 * digests; what other subgraphs have told and are told; the register of what crossed the boundary.
 */
export * from './tables/audit.js';
export * from './tables/care.js';
export * from './tables/consents.js';
export * from './tables/encounters.js';
export * from './tables/grant-changes.js';
export * from './tables/grants.js';
export * from './tables/links.js';
export * from './tables/notifications.js';
export * from './tables/parties.js';
export * from './tables/requests.js';
export * from './tables/transfers.js';
