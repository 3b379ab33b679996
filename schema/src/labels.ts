/**
 * How every coordinate of the graph gets its labels, read once from the supergraph's SDL: what kind an object type
 * is, what a field asks for by itself, and whose data a root field leads to. The composition check and the gateway
 * both read them here and nowhere else. It knows no caller and decides nothing.
 */
import { LabelError } from './labels/label-error.js';
import { labelledSchemaOf } from './labels/labelled-schema.js';
import type { Labels } from './labels/model.js';
import { LABEL_RULES } from './rules/index.js';

export { LabelError, describeProblem } from './labels/label-error.js';
export type { Problem } from './labels/label-error.js';
export type * from './labels/model.js';
export { NO_REQUIREMENT, allOf, covers, isLabelled } from './labels/requirement.js';
export type { FieldRequirement } from './labels/requirement.js';
export { NO_ROLES, allRolesOf, anyRolesOf } from './labels/roles.js';

/**
 * The labels of a supergraph.
 *
 * @throws LabelError if a directive is not known, or a rule of labelling is broken
 */
export function readLabels(supergraphSdl: string): Labels {
  const { labelled, problems } = labelledSchemaOf(supergraphSdl);
  const broken = Object.entries(LABEL_RULES).flatMap(([rule, find]) =>
    [...find(labelled)].map((finding) => ({ rule, ...finding })),
  );
  if (problems.length + broken.length > 0) throw new LabelError([...problems, ...broken]);
  return labelled.labels;
}
