/** Why something was permitted or denied, and what a consent would change: for the patient and auditors, never the caller. */
export { explain } from './explain.js';
export type { Asked } from './finding.js';
export { told } from './sentences.js';
export { SUPPOSABLE, suppose } from './supposing.js';
export type { SupposedConsent, Supposition } from './supposing.js';
