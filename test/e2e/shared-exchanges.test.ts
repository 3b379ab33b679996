/** Fetches of several callers in one exchange: what each gets is what it would get alone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubgraphName, SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import { PATIENT_CHAN } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { coded } from '../support/coded.js';
import { operationsIn } from '../support/operations-in.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const RECORD = `query ($id: ID!) { patient(id: $id) {
  name { text }
  allergyIntolerances(first: 100) { totalCount edges { cursor node { id code { text } } } }
  conditions(first: 100) { totalCount edges { node { id } } }
} }`;

/** The same patient's record by four sets of permits: at home, abroad, the patient's own, and none. */
const CALLERS: readonly PersonaName[] = ['dr-wong', 'dr-li', 'patient-chan', 'sdm-chan'];

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph({ exchanges: 'shared' });
});

/** How many operations each exchange with a subgraph held. */
let sizes: number[];

const isData = ({ body }: SubgraphRequest): boolean => body.includes('"use":"data"');

/** Lets the answers to records' shared exchanges pass through a change; all others are counted as they are. */
function tamper(change: (response: SubgraphResponse) => SubgraphResponse): void {
  sizes = [];
  graph.intercept = async (name: SubgraphName, request, answer) => {
    const response = await answer();
    if (name !== 'records' || !isData(request)) return response;
    const { operations, isList } = operationsIn(request.body);
    sizes.push(operations.length);
    return isList ? change(response) : response;
  };
}

const retold = (change: (answers: unknown[]) => unknown) => (response: SubgraphResponse) => ({
  ...response,
  body: JSON.stringify(change(JSON.parse(response.body) as unknown[])),
});

afterEach(() => tamper(AS_IT_IS));

afterAll(() => graph.close());

const ask = (who: PersonaName): Promise<Answered> => graph.ask(who, RECORD, { id: PATIENT_CHAN });

const AS_IT_IS = (response: SubgraphResponse): SubgraphResponse => response;

/** Asks for several at once, again until so many of their fetches have met in one turn of the event loop. */
async function together(
  callers: readonly PersonaName[],
  met: number,
  change = AS_IT_IS,
): Promise<readonly Answered[]> {
  for (;;) {
    tamper(change);
    const answered = await Promise.all(callers.map(ask));
    if (Math.max(...sizes) >= met) return answered;
  }
}

const told = ({ status, text, headers }: Answered) => ({ status, text, headers: [...headers] });

describe('callers whose fetches share an exchange', () => {
  it('get what each gets alone, to the last byte and header', async () => {
    const alone: Answered[] = [];
    for (const who of CALLERS) alone.push(await ask(who));
    expect(new Set(alone.map(({ text }) => text)).size).toBeGreaterThan(2);
    const answered = await together([...CALLERS, ...CALLERS], 3);
    expect(answered.map(told)).toEqual([...alone, ...alone].map(told));
  });

  it('are asked for with the permits of each, and no others', async () => {
    const alone = new Map<PersonaName, unknown>();
    const permitsOf = () =>
      graph.dataRequestsTo('records').map(({ context: { caller, permits } }) => [caller, permits]);
    for (const who of CALLERS) {
      await ask(who);
      alone.set(who, withoutToken(permitsOf()));
    }
    await together(CALLERS, 2);
    const inAll = withoutToken(permitsOf()) as unknown[];
    const each = CALLERS.flatMap((who) => alone.get(who) as unknown[]);
    expect(inAll).toHaveLength(each.length);
    expect(inAll).toEqual(expect.arrayContaining(each));
  });
});

/** What was told of callers, but for the ids of their tokens. */
const withoutToken = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, held: unknown) => (key === 'tokenId' ? '' : held)));

/** What a subgraph that misbehaves may make of the answers to an exchange. */
const HOSTILE: readonly (readonly [string, (response: SubgraphResponse) => SubgraphResponse])[] = [
  ['one answer too few', retold((answers) => answers.slice(1))],
  ['one answer too many', retold((answers) => [...answers, answers[0]])],
  ['the first answer alone', retold(([first]) => first)],
  ['an object that poses as a list', retold(({ length }) => ({ length, 0: { data: null } }))],
  ['a text', retold((answers) => JSON.stringify(answers))],
  ['null', retold(() => null)],
  ['lists in place of answers', retold((answers) => answers.map((answer) => [answer]))],
  ['nothing', (response) => ({ ...response, body: '' })],
  ['another status', (response) => ({ ...response, status: 500 })],
];

describe('a subgraph that answers an exchange by', () => {
  it.each(HOSTILE)('%s fails all of it, by code', async (_what, change) => {
    const answered = await together(['dr-wong', 'patient-chan'], 2, change);
    for (const { data, errors } of answered) {
      const { patient } = data as { readonly patient: Readonly<Record<string, unknown>> };
      expect(patient).toMatchObject({ allergyIntolerances: null, conditions: null });
      expect(errors.map(({ extensions }) => extensions)).toContainEqual(coded('SUBGRAPH_FAILED'));
    }
  });

  it('the answers of others gives none of them away', async () => {
    const [own, abroad] = [await ask('patient-chan'), await ask('dr-li')];
    const swap = retold((answers) => answers.reverse());
    const swapped = await together(['patient-chan', 'dr-li'], 2, swap);
    const idsIn = ({ text }: Answered) => new Set(text.match(/"id":"[^"]*"/g));
    expect([...idsIn(own)].length).toBeGreaterThan([...idsIn(abroad)].length);
    const leaked = [...idsIn(swapped[1] as Answered)].filter((id) => !idsIn(abroad).has(id));
    expect(leaked).toEqual([]);
    expect(swapped[1]?.errors.map(({ extensions }) => extensions)).toContainEqual(
      coded('SUBGRAPH_FAILED'),
    );
  });
});
