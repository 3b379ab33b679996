import { isInterfaceType } from 'graphql';
import { typesOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * A subgraph that knows an interface as `@interfaceObject` answers for records without knowing which they are, so
 * that nothing of `@subject` could be checked of what it returns.
 */
export const recordTypesAreNoInterfaceObjects: SupergraphRule = function* ({
  schema,
  labels,
  vocabulary,
}) {
  for (const type of typesOf(schema)) {
    const isInterfaceObject = vocabulary
      .appliedTo(type.astNode, ...type.extensionASTNodes)
      .some(
        ({ name, arguments: given }) =>
          name === 'join__type' && given['isInterfaceObject'] === true,
      );
    if (!isInterfaceObject) continue;
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    for (const { name } of types) {
      if (labels.type(name)?.kind !== 'record') continue;
      yield { coordinate: type.name, expected: 'no @interfaceObject of a record type', got: name };
    }
  }
};
