/** What a change of the graph does to its shape, and to who may read what. */
export { accessGraphOf } from '../access/label-access.js';
export { ApprovalError, parseApprovals } from './approvals.js';
export type { Approval } from './approvals.js';
export type { AccessChange } from './compare-access.js';
export { compareVersions, isAgreed } from './comparison.js';
export type { Comparison, GraphVersion } from './comparison.js';
export { parseAudiences } from './parse-audiences.js';
export { reportMarkdown } from './report-markdown.js';
export { reportText } from './report-text.js';
export { shapeChanges, unannouncedBreaks } from './shape-changes.js';
export type { ShapeChange } from './shape-changes.js';
export type { Verdict } from './verdict.js';
export type { Witness } from './witness.js';
