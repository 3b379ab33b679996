import { codeOf, isRefusalCode, scopeOf } from './errors.js';
import type { GraphError, RefusalCode, Scope } from './errors.js';

/** Where a value stands in an answer: response keys, and indices in lists. */
export type Path = readonly (string | number)[];

/** A field that is null because the permit does not cover it. It is the same whether records exist or not. */
export interface Refusal {
  readonly path: Path;
  readonly code: RefusalCode;
  /** What the patient would have to agree to; undefined where the place, not a category, is refused. */
  readonly scope: Scope | undefined;
  /** Whether asking the patient could change it. */
  readonly requestable: boolean;
  /** Where it is explained. */
  readonly documentation: string | undefined;
}

/** An answer, as far as refusals go: what every GraphQL client has. */
export interface Answer<Data> {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly GraphError[] | undefined;
}

/** What was refused of an answer, in the order of its errors. Other errors are none of its business. */
export function refusalsOf<Data>({ errors = [] }: Answer<Data>): readonly Refusal[] {
  return errors.flatMap((error) => {
    const code = codeOf(error);
    if (!isRefusalCode(code) || error.path === undefined) return [];
    const documentation = error.extensions?.['documentation'];
    return [
      {
        path: error.path,
        code,
        scope: scopeOf(error),
        requestable: error.extensions?.['requestable'] === true,
        documentation: typeof documentation === 'string' ? documentation : undefined,
      },
    ];
  });
}

/** The refusal of the value at a path, its own or that of something it stands in; undefined where none is refused. */
export function refusalAt(refusals: readonly Refusal[], path: Path): Refusal | undefined {
  return refusals.find((refusal) => refusal.path.every((step, index) => step === path[index]));
}
