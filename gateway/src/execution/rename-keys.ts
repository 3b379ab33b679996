import type { Rewrite, RewriteSegment } from './plan.js';
import type { IsOfType } from './representations.js';
import type { ObjectShape, TypeShape } from './shape.js';

/**
 * The shape of an answer in which some keys are of the planner's own making: they are read under the keys that they
 * stand for, as the plan's rewrites say.
 */
export function renameKeys(
  shape: ObjectShape,
  rewrites: readonly Rewrite[],
  isOfType: IsOfType,
): ObjectShape {
  let renamed = shape;
  for (const { KeyRenamer: renamer } of rewrites) {
    if (renamer === undefined) throw new Error('Expected a rewrite of an answer to rename a key');
    renamed = rename(renamed, renamer.path, renamer.renameKeyTo, isOfType, () => true);
  }
  return renamed;
}

function rename(
  shape: ObjectShape,
  [segment, ...rest]: readonly RewriteSegment[],
  to: string,
  isOfType: IsOfType,
  applies: (type: string) => boolean,
): ObjectShape {
  if (segment === undefined) return shape;
  if ('TypenameEquals' in segment) {
    const isNamed = (type: string): boolean =>
      applies(type) && segment.TypenameEquals.some((name) => isOfType(type, name));
    return rename(shape, rest, to, isOfType, isNamed);
  }
  const inType = (one: TypeShape): TypeShape => ({
    ...one,
    fields: one.fields.map((field) => {
      if (field.source !== segment.Key) return field;
      if (rest.length === 0) return { ...field, key: to };
      const { object } = field;
      return { ...field, object: object && rename(object, rest, to, isOfType, () => true) };
    }),
  });
  const byType = [...shape.byType].map(
    ([type, one]) => [type, applies(type) ? inType(one) : one] as const,
  );
  return { ...shape, byType: new Map(byType) };
}
