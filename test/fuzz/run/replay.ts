/** One case again, with all that it is made of. */
import { printSchema } from 'graphql';
import { Cases } from './cases.js';
import { checkCase } from './check-case.js';

/** Runs a case again; tells it in lines, the last of which says what is wrong, or that nothing is. */
export async function replay(
  seed: number,
  number: number,
): Promise<{
  readonly lines: readonly string[];
  readonly problem: string | null;
}> {
  const cases = new Cases(seed);
  const graph = cases.graphOf(number);
  const one = cases.case(number);
  const { due, given, problem } = await checkCase(graph, one);
  const { situation, world, operation, variables, obedience } = one;
  const lines = [
    ['schema', printSchema(graph.oracle.schema)],
    ['operation', operation.text],
    ['variables', JSON.stringify(variables)],
    ['caller', JSON.stringify(situation.caller)],
    [
      'at',
      `${new Date(situation.now).toISOString()}, ${situation.fault}; the subgraph ${obedience}`,
    ],
    ['provider', JSON.stringify(situation.providerFacts)],
    ...[...situation.patients].map(([id, known]) => [`of ${id}`, JSON.stringify(known)]),
    [
      'records',
      world.records
        .map((record) => JSON.stringify({ ...record, links: Object.fromEntries(record.links) }))
        .join('\n'),
    ],
    ...given.asked.map(({ subgraph, body }) => [`asked of ${subgraph}`, body]),
    ...given.failures.map((failure) => ['failure', String(failure)]),
    ['answer', given.body],
    ['due', `${due.data} ${JSON.stringify(due.errors)}`],
    ['so', problem ?? 'the answer is the one that is due'],
  ].map(([name = '', text = '']) => `${name}: ${text}`);
  return { lines, problem };
}
