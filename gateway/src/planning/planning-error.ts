/**
 * Why there is no plan: it took too long, now or a moment ago; too many others wait to be planned; or the planner does
 * not know how.
 */
export type PlanningProblem = 'too-slow' | 'busy' | 'failed';

const MESSAGES: Readonly<Record<PlanningProblem, string>> = {
  'too-slow': 'Expected an operation that can be planned in time; ask for less at a time',
  busy: 'Too many operations wait to be planned; try again',
  // What the planner says may quote the operation.
  failed: 'Expected a plan of the operation, got none',
};

/** An operation that has no plan. */
export class PlanningError extends Error {
  readonly problem: PlanningProblem;

  constructor(problem: PlanningProblem) {
    super(MESSAGES[problem]);
    this.name = 'PlanningError';
    this.problem = problem;
  }
}
