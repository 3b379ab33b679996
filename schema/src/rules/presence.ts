import type { GraphQLObjectType } from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { NO_REQUIREMENT } from '../labels/requirement.js';
import type { FieldRequirement } from '../labels/requirement.js';

/** What the presence of an object of the type asks for. */
export function presenceOf({ labels }: LabelledSchema, type: GraphQLObjectType): FieldRequirement {
  const label = labels.type(type.name);
  return label?.kind === 'record' ? label.presence : NO_REQUIREMENT;
}
