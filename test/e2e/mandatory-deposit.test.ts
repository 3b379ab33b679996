/** Duties to deposit, from their owners to the report, through the gateway: who may ask, and what changes at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBackground } from '@causeway/gateway';
import type { Background } from '@causeway/gateway';
import { BAUHINIA_CLINIC, LIANHUA_BAY_HOSPITAL } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

/** Long enough that nothing is done but what is asked for. */
const NEVER = { relay: 3_600_000, anchor: 3_600_000, courier: 3_600_000 };

let graph: TestGraph;
let background: Background;
const failures: unknown[] = [];

beforeAll(async () => {
  graph = await startGraph({ afterMutation: (subgraphs) => background.afterMutation(subgraphs) });
  const channel = { send: () => Promise.resolve() };
  background = createBackground({
    call: graph.call,
    channels: { APP: channel, SMS: channel, EMAIL: channel, POST: channel },
    onError: (error) => failures.push(error),
    pauses: NEVER,
  });
});

afterAll(async () => {
  await background.close();
  await graph.close();
});

const REPORT = `{ depositDutyReport(first: 100) { edges { node {
  duty { id basis categories } organization { id } due arrived arrivedLate late
} } } }`;

const ITEMS = `query($duty: ID!) { depositDutyItems(duty: $duty) { edges { node { encounter state missing } } } }`;

interface Reported {
  readonly duty: { readonly id: string; readonly basis: string; readonly categories: string[] };
  readonly organization: { readonly id: string };
  readonly arrived: number;
  readonly late: number;
}

const reported = async (persona: PersonaName): Promise<Reported[]> => {
  const { data, errors } = await graph.ask(persona, REPORT);
  expect(errors).toEqual([]);
  const page = data?.['depositDutyReport'] as { edges: { node: Reported }[] };
  return page.edges.map(({ node }) => node);
};

const specify = (persona: PersonaName) =>
  graph.ask(
    persona,
    'mutation($input: DepositDutyInput!) { specifyDepositDuty(input: $input) { id } }',
    {
      input: {
        organization: BAUHINIA_CLINIC,
        categories: ['IMMUNISATION'],
        within: 'P7D',
        from: new Date(graph.time.now).toISOString(),
        reason: 'Invented',
      },
    },
  );

const code = ({ errors }: Awaited<ReturnType<typeof specify>>) =>
  errors[0]?.extensions?.['code'] ?? null;

describe('duties to deposit', () => {
  it('reach the report with the change that makes them, and all that was told before', async () => {
    expect(code(await specify('secretary'))).toBeNull();
    await background.afterMutation(new Set(['consents']));
    expect(failures).toEqual([]);
    const all = await reported('secretary');
    expect(await reported('commissioner')).toEqual(all);
    const [own, other] = [BAUHINIA_CLINIC, LIANHUA_BAY_HOSPITAL].map((id) =>
      all.filter(({ organization }) => organization.id === id),
    );
    expect(own?.map(({ duty, late }) => [duty.categories.join(' '), late]).toSorted()).toEqual([
      ['IMMUNISATION', 0],
      ['MEDICATION', 1],
    ]);
    expect(other).toMatchObject([{ duty: { basis: 'CONDITION', categories: [] }, late: 1 }]);
  });

  it('are seen by providers as far as they are their own', async () => {
    const own = await reported('dr-lee');
    expect(new Set(own.map(({ organization }) => organization.id))).toEqual(
      new Set([BAUHINIA_CLINIC]),
    );
    expect(await reported('dr-wong')).toEqual([]);
    const [duty] = own;
    const variables = { duty: duty?.duty.id ?? '' };
    const { data } = await graph.ask('dr-wong', ITEMS, variables);
    expect(data).toEqual({ depositDutyItems: { edges: [] } });
  });

  it.each<PersonaName>(['patient-chan', 'dr-he', 'auditor'])(
    'are nothing for %s to report on, and no subgraph is asked',
    async (persona) => {
      expect((await graph.ask(persona, REPORT)).errors).not.toEqual([]);
      expect(graph.dataRequests()).toEqual([]);
    },
  );

  it.each<PersonaName>(['commissioner', 'auditor', 'dr-lee', 'patient-chan'])(
    'are not for %s to specify',
    async (persona) => {
      expect(code(await specify(persona))).not.toBeNull();
      expect(graph.dataRequests()).toEqual([]);
    },
  );
});
