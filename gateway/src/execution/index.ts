/** Runs query plans: canonical operations in, an answer by the client's own operation out. It knows no policy. */
export { ExpansionError, INTROSPECTION_FIELDS, canonicalise } from './canonical.js';
export type {
  CanonicalField,
  CanonicalOperation,
  CanonicalSelection,
  ClientField,
} from './canonical.js';
export { conditionVariables, createFieldCollector } from './collect-fields.js';
export { compilePlan } from './compile-plan.js';
export type { Step } from './compile-plan.js';
export type { Planner, QueryPlan } from './plan.js';
export type * from './ports.js';
export { jsonText, outgoingRequest } from './outgoing-request.js';
export { printCanonical } from './print-canonical.js';
export { compileProjection, project } from './project.js';
export { isOfTypeIn } from './representations.js';
export type { IsOfType } from './representations.js';
export type { Answer, Projection, RootOwner } from './project.js';
export type { AnswerError, Demanded, Release } from './writing.js';
export { FACTS, FieldFailure, TYPE, UNSAID_FAILURE } from './result.js';
export type { ResultObject } from './result.js';
export { runPlan } from './run.js';
export { fieldsOnInterfaces } from './selected-on.js';
export { MalformedAnswerError } from './shape.js';
