/** What one subgraph tells another, carried by the gateway: at once after a change, and by itself where that failed. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBackground } from '@causeway/gateway';
import type { Background, Message } from '@causeway/gateway';
import { GRANT_LI, LIANHUA_BAY_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

/** Long enough that nothing is done but what is asked for. */
const NEVER = { relay: 3_600_000, anchor: 3_600_000, courier: 3_600_000 };

let graph: TestGraph;
let background: Background;
let told: Message[];
let failures: unknown[];

/** The relay and the courier of one more gateway over the same subgraphs. */
const backgroundOf = ({ call }: TestGraph, pauses = NEVER): Background => {
  const channel = {
    send: (message: Message) => {
      told.push(message);
      return Promise.resolve();
    },
  };
  return createBackground({
    call,
    channels: { APP: channel, SMS: channel, EMAIL: channel, POST: channel },
    onError: (error) => failures.push(error),
    pauses,
  });
};

beforeEach(async () => {
  told = [];
  failures = [];
  graph = await startGraph({ afterMutation: (subgraphs) => background.afterMutation(subgraphs) });
  background = backgroundOf(graph);
});

afterEach(async () => {
  await background.close();
  await graph.close();
});

interface Found {
  readonly recognitions: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly subject: { readonly id?: string } };
    }[];
  };
}

async function recognitionOf(organization: string, on: TestGraph): Promise<string> {
  const query =
    '{ recognitions(first: 50) { edges { node { id subject { ... on Organization { id } } } } } }';
  const { recognitions } = (await on.ask('commissioner', query)).data as unknown as Found;
  const found = recognitions.edges.find(({ node }) => node.subject.id === organization);
  if (found === undefined) throw new Error('Expected a recognition');
  return found.node.id;
}

const suspend = async (organization: string, on = graph) => {
  const id = await recognitionOf(organization, on);
  return on.ask(
    'commissioner',
    `mutation ($id: ID!) {
      suspendRecognition(id: $id, reason: "Invented", until: "2026-12-01") { status }
    }`,
    { id },
  );
};

const withdraw = () =>
  graph.ask(
    'patient-chan',
    'mutation ($p: ID!) { withdrawFromEHealth(patient: $p) { joiningStatus } }',
    { p: PATIENT_CHAN },
  );

const join = () =>
  graph.ask('patient-chan', 'mutation ($p: ID!) { joinEHealth(patient: $p) { joiningStatus } }', {
    p: PATIENT_CHAN,
  });

/** The state of Dr Li's grant. */
async function grantOfLi(): Promise<string | undefined> {
  const query = '{ me { crossBorderGrants(first: 50) { edges { node { id state } } } } }';
  const { data } = await graph.ask('patient-chan', query);
  const { me } = data as unknown as {
    readonly me: {
      readonly crossBorderGrants: {
        readonly edges: readonly {
          readonly node: { readonly id: string; readonly state: string };
        }[];
      };
    };
  };
  return me.crossBorderGrants.edges.find(({ node }) => node.id === GRANT_LI)?.node.state;
}

/** What patient-chan was told of a suspension. */
const toldChan = (): readonly Message[] =>
  told.filter(({ kind, patient }) => kind === 'GRANT_SUSPENDED' && patient === PATIENT_CHAN);

const eventually = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** Has the consents subgraph take in no events, as if it were down for them alone. */
const deaf = (): void => {
  graph.intercept = (name, request, answer) =>
    name === 'consents' && request.body.includes('Events(events')
      ? Promise.resolve({ status: 503, body: '' })
      : answer();
};

const hearing = (): void => {
  graph.intercept = (_name, _request, answer) => answer();
};

describe('what the Commissioner suspends', () => {
  it('is suspended and told before the answer leaves', async () => {
    await background.start();
    expect(await grantOfLi()).toBe('REDEEMED');
    const answer = await suspend(LIANHUA_BAY_HOSPITAL);
    expect(answer.errors).toEqual([]);
    expect(failures).toEqual([]);
    expect(await grantOfLi()).toBe('SUSPENDED');
    await eventually(() => toldChan().length > 0);
    expect(toldChan()).toMatchObject([{ channel: 'APP', language: 'zh-Hant' }]);
  });

  it('is refused at once, and told later, where it could not be carried', async () => {
    await background.start();
    deaf();
    const answer = await suspend(LIANHUA_BAY_HOSPITAL);
    expect(answer.data).toEqual({ suspendRecognition: { status: 'SUSPENDED' } });
    expect(failures).toHaveLength(1);
    const read = await graph.ask('dr-li', 'query ($p: ID!) { patient(id: $p) { id } }', {
      p: PATIENT_CHAN,
    });
    expect(read.data).toEqual({ patient: null });
    expect(await grantOfLi()).toBe('REDEEMED');
    hearing();
    await background.start();
    expect(await grantOfLi()).toBe('SUSPENDED');
  });

  it('is told once, however many gateways carry it', async () => {
    const others = Array.from({ length: 4 }, () => backgroundOf(graph));
    await background.start();
    deaf();
    await suspend(LIANHUA_BAY_HOSPITAL);
    hearing();
    failures.length = 0;
    const all = [background, ...others];
    await Promise.all(all.map((one) => one.afterMutation(new Set(['providers']))));
    await eventually(() => toldChan().length > 0);
    await Promise.all(others.map((one) => one.close()));
    expect(failures).toEqual([]);
    expect(toldChan()).toHaveLength(1);
  });
});

describe('a patient who withdraws', () => {
  it('has no grant and no link left when the answer leaves, and may join again', async () => {
    await background.start();
    expect((await withdraw()).errors).toEqual([]);
    expect(await grantOfLi()).toBe('REVOKED');
    expect((await join()).data).toEqual({ joinEHealth: { joiningStatus: 'ACTIVE' } });
  });

  it('joins again only once the consents are known to be dead', async () => {
    await background.start();
    deaf();
    await withdraw();
    const early = await join();
    expect(early.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['CONFLICT']);
    hearing();
    graph.time.now += 1_000;
    await background.start();
    expect(await grantOfLi()).toBe('REVOKED');
    expect((await join()).errors).toEqual([]);
  });
});

describe('a gateway that starts', () => {
  it('carries what happened while there was none, before it has started', async () => {
    await backgroundOf(graph).start();
    graph.intercept = (_name, request, answer) =>
      request.body.includes('"use":"relay"')
        ? Promise.resolve({ status: 503, body: '' })
        : answer();
    await suspend(LIANHUA_BAY_HOSPITAL);
    hearing();
    const next = backgroundOf(graph);
    await next.start();
    expect(await grantOfLi()).toBe('SUSPENDED');
    await next.close();
  });

  it('starts all the same where a subgraph is down', async () => {
    graph.intercept = (name, _request, answer) =>
      name === 'providers' ? Promise.resolve({ status: 503, body: '' }) : answer();
    await background.start();
    // One for each of its feeds.
    expect(failures).toHaveLength(2);
  });
});

describe('an answer to a mutation', () => {
  it('waits for a relay that does not come to its end, but not for long', async () => {
    await background.start();
    const gate = Promise.withResolvers<undefined>();
    graph.intercept = async (_name, request, answer) => {
      if (request.body.includes('feedPositions')) await gate.promise;
      return answer();
    };
    const before = performance.now();
    const answer = await suspend(LIANHUA_BAY_HOSPITAL);
    expect(answer.data).toEqual({ suspendRecognition: { status: 'SUSPENDED' } });
    const waited = performance.now() - before;
    gate.resolve(undefined);
    expect(waited).toBeGreaterThan(1_900);
    expect(waited).toBeLessThan(10_000);
  });
});

describe('a relay that nobody calls', () => {
  it('carries, settles and delivers by itself', async () => {
    const alone = await startGraph();
    const eager = backgroundOf(alone, { relay: 20, anchor: 20, courier: 20 });
    await eager.start();
    await suspend(LIANHUA_BAY_HOSPITAL, alone);
    await eventually(() => toldChan().length > 0);
    await eager.close();
    await alone.close();
    expect(failures).toEqual([]);
  });
});
