/** What breaks a rule of labelling: where, what the rule expects and what stands there. */
export interface Problem {
  /** The rule's name, which is also its file's: `keys-are-never-labelled`. */
  readonly rule: string;
  /** The schema coordinate: `Patient.name`, `Query.patient(id:)`; or a subgraph's name. */
  readonly coordinate: string;
  readonly expected: string;
  readonly got: string;
}

/** A schema whose labels cannot be relied on; nothing may be served from it. */
export class LabelError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      ['The labels of the schema cannot be relied on:', ...problems.map(describeProblem)].join(
        '\n',
      ),
    );
    this.name = 'LabelError';
    this.problems = problems;
  }
}

/** A problem as one line of text. */
export function describeProblem({ rule, coordinate, expected, got }: Problem): string {
  return `${coordinate}: expected ${expected}, got ${got} (${rule})`;
}
