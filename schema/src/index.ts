/** The vocabulary that gateway and subgraphs share. */
export * from './access-event.js';
export * from './api-schema.js';
export * from './audiences.js';
export * from './caller.js';
export * from './clinical-date.js';
export * from './confidentiality.js';
export * from './decision.js';
export * from './directives.js';
export * from './error-codes.js';
export * from './facts.js';
export * from './identifiers/index.js';
export * from './labels.js';
export * from './purpose-of-use.js';
export * from './routing-urls.js';
export * from './scopes.js';
export * from './signed-context.js';
export * from './transport.js';
