/** Operations that would be planned for minutes, or crash the planner, against a graph that answers others meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '@causeway/gateway';
import { PATIENT_CHAN } from '@causeway/seeds';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

/** Somewhat more than a kilobyte of valid fragments, each of which asks for the next one twice. */
const DOUBLING = doubling(10);
/** Planning the text takes minutes; the others have to be answered by then, on a busy machine too (ms). */
const DEADLINE = 4_000;

function doubling(levels: number): string {
  const field = (at: number, first: number, rest: string): string =>
    `${'ab'[first - 1]}${at}: allergyIntolerances(first: ${first}) { edges { node { patient { ${rest} } } } }`;
  const fragments = Array.from({ length: levels }, (_, at) => {
    const rest = at + 1 === levels ? 'id' : `...F${at + 1}`;
    return `fragment F${at} on Patient { ${field(at, 1, rest)} ${field(at, 2, rest)} }`;
  });
  return `query { patient(id: "${PATIENT_CHAN}") { ...F0 } } ${fragments.join(' ')}`;
}

describe('planning', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    const none = Number.MAX_SAFE_INTEGER;
    graph = await startGraph({
      limits: { ...DEFAULT_LIMITS, depth: none, aliases: none, selections: none },
      planning: {
        deadline: DEADLINE,
        patience: DEADLINE,
        refusedFor: 60_000,
        smallText: 16_384,
        small: { width: 1, queue: 1 },
        large: { width: 1, queue: 1 },
      },
    });
  });
  afterAll(() => graph.close());

  it('is given up at its deadline, while others are planned and answered', async () => {
    const slow = graph.ask('dr-wong', DOUBLING);
    let isOver = false;
    void slow.then(() => (isOver = true));
    const other = await graph.ask('dr-wong', `{ patient(id: "${PATIENT_CHAN}") { birthDate } }`);
    expect(other.data).toMatchObject({ patient: { birthDate: expect.any(String) } });
    expect(isOver).toBe(false);
    const { status, data, errors } = await slow;
    expect({ status, data, errors }).toMatchObject({
      status: 400,
      data: undefined,
      errors: [{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }],
    });
  });

  it('never meets a cycle of fragments', async () => {
    const { status, errors } = await graph.ask(
      'dr-wong',
      `query { patient(id: "${PATIENT_CHAN}") { ...A } }
       fragment A on Patient { ...B } fragment B on Patient { ...A }`,
    );
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(graph.asked).toEqual([]);
  });
});
