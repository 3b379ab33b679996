import { isEnumType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';

/** Whether a value, which is not null, is one of a leaf type. */
export type LeafTest = (value: unknown) => boolean;

const isText: LeafTest = (value) => typeof value === 'string';

const BY_NAME: Readonly<Record<string, LeafTest>> = {
  Int: (value) => typeof value === 'number' && (value | 0) === value,
  // A number beyond what JSON parsers hold is read as infinite.
  Float: Number.isFinite,
  Boolean: (value) => typeof value === 'boolean',
  String: isText,
  ID: isText,
};

/** The test of a leaf type; of a custom scalar every value is one. */
export function leafTest(type: GraphQLLeafType): LeafTest {
  if (isEnumType(type)) {
    const names: ReadonlySet<unknown> = new Set(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return BY_NAME[type.name] ?? (() => true);
}
