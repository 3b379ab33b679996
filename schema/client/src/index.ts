/** Typed operations of the Causeway graph, its closed set of error codes, and what was refused of an answer. */
export { ERROR_CODES, REFUSAL_CODES } from './generated/codes.js';
export * from './generated/operations.js';
export { answersIn } from './answers-in.js';
export { codeOf, isErrorCode } from './errors.js';
export type { ErrorCode, GraphError, RefusalCode, Scope } from './errors.js';
export { refusalAt, refusalsOf } from './refusals.js';
export type { Answer, Path, Refusal } from './refusals.js';
