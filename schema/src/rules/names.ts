import { elementsOf } from './coordinates.js';
import type { SchemaElement } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

interface Convention {
  readonly called: string;
  readonly form: RegExp;
}

const CAMEL_CASE: Convention = { called: 'camelCase', form: /^[a-z][A-Za-z0-9]*$/ };

const CONVENTIONS: Readonly<Record<SchemaElement['kind'], Convention>> = {
  type: { called: 'PascalCase', form: /^[A-Z][A-Za-z0-9]*$/ },
  field: CAMEL_CASE,
  argument: CAMEL_CASE,
  inputField: CAMEL_CASE,
  enumValue: { called: 'SCREAMING_CASE', form: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/ },
};

/**
 * Types are PascalCase, fields and arguments camelCase, enum values SCREAMING_CASE. No field has an underscore: the
 * gateway's own response keys have one, so that no field can pose as one of them.
 */
export const names: SupergraphRule = function* ({ schema }) {
  for (const { coordinate, kind, name } of elementsOf(schema)) {
    const { called, form } = CONVENTIONS[kind];
    if (!form.test(name)) yield { coordinate, expected: called, got: name };
  }
};
