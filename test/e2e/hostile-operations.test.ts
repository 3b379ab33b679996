import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN } from '@causeway/seeds';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const NAME = 'query ($id: ID!) { patient(id: $id) { name { text } } }';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph({ isServed: true });
});

afterAll(() => graph.close());

/** Sends a body over a socket, as it is. */
async function post(body: string): Promise<{ status: number; text: string }> {
  graph.asked.length = 0;
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await graph.headersOf('patient-chan')) },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const withVariables = (variables: string): string =>
  `{"query":${JSON.stringify(NAME)},"variables":${variables}}`;

const deep = (open: string, close: string): string =>
  `${open.repeat(100_000)}1${close.repeat(100_000)}`;

describe('a body', () => {
  it.each([
    ['of 10 MB', withVariables(`{"id":"${'x'.repeat(10_000_000)}"}`), 413],
    ['of lists within each other in a variable', withVariables(`{"id":${deep('[', ']')}}`), 400],
    ['of objects in each other in a variable', withVariables(`{"id":${deep('{"a":', '}')}}`), 400],
    [
      'of objects in each other beside the variables',
      `{"query":"{__typename}","extensions":${deep('{"a":', '}')}}`,
      200,
    ],
    ['of nothing but lists', deep('[', ']'), 400],
    ['whose variables are inherited', withVariables(`{"__proto__":{"id":"${PATIENT_CHAN}"}}`), 400],
    ['whose query is inherited', `{"__proto__":{"query":"{ me { id } }"}}`, 400],
  ])('%s is answered with a status, and asks no subgraph', async (_what, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(graph.asked).toEqual([]);
    expect(answer.text).not.toMatch(/stack|RangeError|\/src\//);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  it('pollutes nothing by the names of its variables', async () => {
    const own = `"id":"${PATIENT_CHAN}"`;
    const answer = await post(withVariables(`{${own},"__proto__":{"a":1},"constructor":{"b":2}}`));
    expect(answer.text).toContain('CHAN Tai Man');
    expect(Reflect.get({}, 'a')).toBeUndefined();
    expect(JSON.stringify(graph.asked)).not.toContain('"b":2');
  });
});
