/** Whether the gateway's answer to a case is the one that is due. */
import type { DueAnswer, DueError, Question } from '../oracle/due-answer.js';
import { isVisible } from '../oracle/visible.js';
import type { GivenAnswer, GraphUnderTest } from '../subgraphs/graph-under-test.js';
import type { Case } from './cases.js';

/** What came of a case. */
export interface Outcome {
  readonly due: DueAnswer;
  readonly given: GivenAnswer;
  /** What is wrong with it; null for nothing. */
  readonly problem: string | null;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: {
      readonly code?: string;
      readonly scope?: string;
      readonly requestable?: boolean;
    };
  }[];
}

/** Asks gateway and oracle, and compares. */
export async function checkCase(graph: GraphUnderTest, one: Case): Promise<Outcome> {
  const { operation, variables, world, situation, obedience } = one;
  const question = { document: operation.document, variables, world, situation };
  const due = graph.oracle.answer(question);
  const given = await graph.ask({ text: operation.text, variables, world, situation, obedience });
  const answer = JSON.parse(given.body) as Answer;
  return { due, given, problem: problemOf(answer, due, one, graph, question) };
}

function problemOf(
  answer: Answer,
  due: DueAnswer,
  { obedience }: Case,
  graph: GraphUnderTest,
  question: Question,
): string | null {
  const hidden = textsIn(answer.data).find((text) => !isVisible(graph.model, question, text));
  if (hidden !== undefined) return `shows ${hidden}`;
  // Who does not obey may get less, and who is named beside another may be met there; neither may get more.
  if (obedience !== 'obeys' || (due.crosses && due.patients.size > 1)) return null;
  const data = JSON.stringify(answer.data ?? null);
  if (data !== due.data) return `data ${data}, due ${due.data}`;
  return errorProblem(answer.errors ?? [], due.errors);
}

function errorProblem(
  given: NonNullable<Answer['errors']>,
  due: readonly DueError[],
): string | null {
  const left = [...due];
  for (const { path = [], extensions = {} } of given) {
    const { code, scope, requestable } = extensions;
    const told = [code, scope, requestable].filter((part) => part !== undefined).join(' ');
    const at = left.findIndex((one) => one.path === path.join('.') && one.codes.includes(told));
    if (at < 0) return `error ${told} at ${path.join('.')}, which is not due`;
    left.splice(at, 1);
  }
  const [missing] = left;
  return missing === undefined
    ? null
    : `no error at ${missing.path}, due ${missing.codes.join(' or ')}`;
}

/** Every text of an answer. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
