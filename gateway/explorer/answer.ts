/** An answer, as the explorer reads it. */
import { refusalsOf } from '@causeway/client';
import type { Answer, Refusal } from '@causeway/client';

/** What a permit covers, as `extensions.consent` tells. */
export interface Coverage {
  readonly patient: string;
  readonly scopes: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
  readonly obligations: readonly string[];
}

/** What the graph answers. */
export interface GraphAnswer extends Answer<unknown> {
  readonly extensions?: { readonly consent?: readonly Coverage[] };
}

/** Another error than a refusal. */
export interface Failure {
  readonly message: string;
  readonly code: string;
  readonly documentation: string | undefined;
}

/** An answer, sorted into what people look for in it. */
export interface ReadAnswer {
  readonly data: unknown;
  readonly refusals: readonly Refusal[];
  readonly failures: readonly Failure[];
  readonly coverages: readonly Coverage[];
}

/** Reads an answer. */
export function readAnswer(answer: GraphAnswer): ReadAnswer {
  const { data, errors = [], extensions } = answer;
  const refusals = refusalsOf(answer);
  const refused = new Set(refusals.map(({ path }) => path));
  return {
    data,
    refusals,
    failures: errors
      .filter(({ path }) => path === undefined || !refused.has(path))
      .map(({ message, extensions = {} }) => ({
        message,
        code: String(extensions['code']),
        documentation:
          typeof extensions['documentation'] === 'string' ? extensions['documentation'] : undefined,
      })),
    coverages: extensions?.consent ?? [],
  };
}
