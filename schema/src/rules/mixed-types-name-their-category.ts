import { Kind, getNamedType } from 'graphql';
import { describeRequirement } from '../labels/requirement.js';
import { objectTypes } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/** The FHIR resources that hold records of more than one sharable category. */
const MIXED_TYPES = [
  'Observation',
  'DiagnosticReport',
  'DocumentReference',
  'Condition',
  'MedicationRequest',
];

const CATEGORY = 'SharableCategory';

/**
 * A type whose records belong to different categories names each record's own in `@subject`, as the field `category`,
 * and carries no `@consent` of the type: that would demand one category of all of them. Whatever else has a category
 * names it too.
 */
export const mixedTypesNameTheirCategory: SupergraphRule = function* ({ schema, labels }) {
  for (const type of objectTypes(schema)) {
    const label = labels.type(type.name);
    if (label?.kind !== 'record') continue;
    const isMixed = MIXED_TYPES.includes(type.name);
    const hasCategory = Object.values(type.getFields()).some(
      ({ type: of }) => getNamedType(of).name === CATEGORY,
    );
    if (isMixed && label.presence.scopes.length > 0) {
      yield {
        coordinate: type.name,
        expected: 'no @consent on a type of several categories',
        got: describeRequirement(label.presence),
      };
    }
    if (label.subject.category === undefined) {
      if (isMixed || hasCategory)
        yield { coordinate: type.name, expected: 'a category in @subject', got: 'none' };
      continue;
    }
    const [selection, ...others] = label.subject.category.selections;
    const named = selection?.kind === Kind.FIELD && others.length === 0 ? selection.name.value : '';
    const of = type.getFields()[named]?.type;
    if (named !== 'category' || of === undefined || getNamedType(of).name !== CATEGORY) {
      yield {
        coordinate: type.name,
        expected: `the field category of type ${CATEGORY} in @subject`,
        got: `${named || 'another selection'}${of ? `: ${String(of)}` : ''}`,
      };
    }
  }
};
