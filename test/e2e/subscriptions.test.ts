/** Subscriptions over HTTP: what is told when, to whom no longer, and what subgraphs are asked for it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_METRICS, createBackground } from '@causeway/gateway';
import {
  CHILD_CHAN,
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  PATIENT_CHAN,
  PERSONAS,
} from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import { openEvents, readEvents } from '../support/event-stream.js';
import type { EventStream, ReadEvent } from '../support/event-stream.js';
import { client } from '../support/sessions.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const GRANTS = `subscription Grants($patient: ID!) {
  grants(patient: $patient, first: 50) { edges { node { id state } } }
}`;

const MY_REQUEST = 'subscription ($id: ID!) { asked: myRequest(id: $id) { id state } }';

const MY_GRANT = 'subscription { ...Mine } fragment Mine on Subscription { myGrant { id state } }';

const REVOKE = `mutation ($patient: ID!, $id: ID!) {
  revokeGrant(patient: $patient, id: $id) { state }
}`;

const CODE = `mutation ($patient: ID!, $organization: ID!) {
  issueRequestCode(patient: $patient, organization: $organization, use: GRANT) { code }
}`;

const REQUEST = 'mutation ($input: RequestGrantInput!) { requestGrant(input: $input) { id } }';

const AUTHORISE = `mutation ($patient: ID!, $input: AuthoriseGrantInput!) {
  authoriseGrant(patient: $patient, input: $input) { state }
}`;

const TERMS = {
  purpose: 'TREAT',
  scopes: ['ALLERGY_ADR'],
  lookBack: 'P1Y',
  permissions: ['READ'],
  duration: 'P7D',
};

const COMPLETE: ReadEvent = { kind: 'complete', body: null };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Long enough for many looks at what has changed; nothing that would be told comes later. */
const A_WHILE = 250;

let graph: TestGraph;
let open = 0;
const streams: EventStream[] = [];

beforeAll(async () => {
  graph = await startGraph({
    isServed: true,
    serve: { pace: { keepAlive: 30, patience: 5_000 } },
    subscriptions: { perCaller: 2, inAll: 3, duration: 50 * MINUTE, recheck: 40, pause: 20 },
    metrics: {
      ...NO_METRICS,
      opened: (thing) => {
        if (thing === 'subscriptions') open += 1;
      },
      closed: (thing) => {
        if (thing === 'subscriptions') open -= 1;
      },
    },
  });
  const failures: unknown[] = [];
  const background = createBackground({
    call: graph.call,
    channels: null,
    onError: (error) => failures.push(error),
    pauses: { relay: HOUR, anchor: HOUR, courier: HOUR },
  });
  await background.afterMutation(new Set(['providers']));
  await background.close();
  expect(failures).toEqual([]);
});

afterEach(async () => {
  graph.intercept = (_name, _request, answer) => answer();
  for (const stream of streams.splice(0)) stream.close();
  await until(() => open === 0);
});

afterAll(() => graph.close());

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('Expected it to become so within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const url = (): string => `${graph.url ?? ''}/graphql`;

async function subscribe(
  who: PersonaName | PersonaClaims,
  query: string,
  variables: object = {},
): Promise<EventStream> {
  const stream = await openEvents(url(), await graph.headersOf(who), { query, variables });
  streams.push(stream);
  return stream;
}

const next = (body: object): ReadEvent => ({ kind: 'next', body });

const failed = (code: string): ReadEvent =>
  next({ errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })] });

/** Asks the graph, and leaves on record what was asked before. */
async function ask(who: PersonaName, query: string, variables: object): Promise<unknown> {
  const response = await fetch(url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await graph.headersOf(who)) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

async function requestOfDrLi(): Promise<string> {
  const organization = LIANHUA_BAY_HOSPITAL;
  const issued = (await ask('patient-chan', CODE, { patient: PATIENT_CHAN, organization })) as {
    issueRequestCode: { code: string };
  };
  const { code } = issued.issueRequestCode;
  const made = (await ask('dr-li', REQUEST, { input: { ...TERMS, code } })) as {
    requestGrant: { id: string };
  };
  return made.requestGrant.id;
}

const authorise = (request: string): Promise<unknown> =>
  ask('patient-chan', AUTHORISE, {
    patient: PATIENT_CHAN,
    input: { request, includesRestricted: false },
  });

/** What the consents subgraph was asked of data with that in it. */
const askedFor = (part: string): number =>
  graph.asked.filter(
    ({ subgraph, context, query }) =>
      subgraph === 'consents' && context.use === 'data' && query.includes(part),
  ).length;

/** The events of the audit trail that an operation of that name left. */
const recordedOf = (operation: string): readonly unknown[] =>
  graph.asked
    .filter(({ context }) => context.use === 'audit')
    .flatMap(({ variables }) => variables['events'] as { operation: { name: string } }[])
    .filter((event) => event.operation.name === operation);

const polls = (): number =>
  graph.asked.filter(({ query }) => query.includes('grantChanges')).length;

function claimsOf(name: PersonaName): PersonaClaims {
  const claims = PERSONAS.find((one) => one.name === name)?.claims;
  if (claims === undefined) throw new Error(`Expected a persona, got ${name}`);
  return claims;
}

interface Told {
  readonly data: { readonly grants: { readonly edges: readonly { readonly node: Grant }[] } };
}

interface Grant {
  readonly id: string;
  readonly state: string;
}

const statesIn = ({ body }: ReadEvent): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (body as Told).data.grants.edges.map(({ node: { id, state } }) => [id, state]),
  );

describe('a subscription by a grant', () => {
  it('ends when the patient revokes it', async () => {
    const stream = await subscribe('dr-li', MY_GRANT);
    expect(await stream.next()).toEqual(
      next({ data: { myGrant: { id: GRANT_LI, state: 'REDEEMED' } } }),
    );
    await ask('patient-chan', REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
    expect(await stream.next()).toEqual(next({ data: { myGrant: null } }));
    expect(await stream.next()).toEqual(COMPLETE);
  });
});

describe('a subscription', () => {
  it('tells how things are, and again when the patient grants what was asked for', async () => {
    const id = await requestOfDrLi();
    const asker = await subscribe('dr-li', MY_REQUEST, { id });
    const patient = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    expect(await asker.next()).toEqual(next({ data: { asked: { id, state: 'REQUESTED' } } }));
    expect(statesIn(await patient.next())).toMatchObject({ [id]: 'REQUESTED' });
    await authorise(id);
    expect(await asker.next()).toEqual(next({ data: { asked: { id, state: 'AUTHORISED' } } }));
    expect(statesIn(await patient.next())).toMatchObject({ [id]: 'AUTHORISED' });
  });

  it('is decided on, asked and recorded anew for each event, and not in between', async () => {
    const stream = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    await stream.next();
    graph.asked.length = 0;
    expect(await stream.during(A_WHILE)).toEqual([]);
    expect([askedFor('grants('), recordedOf('Grants')]).toEqual([0, []]);
    const id = await requestOfDrLi();
    await stream.next();
    expect(askedFor('grants(')).toBe(1);
    await authorise(id);
    await stream.next();
    expect(askedFor('grants(')).toBe(2);
    expect(recordedOf('Grants')).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ outcome: 'PERMIT', release: 'RELEASED', patient: PATIENT_CHAN }),
      ),
    );
  });

  it('tells what time, or another gateway, has changed', async () => {
    const id = await requestOfDrLi();
    graph.time.now += 24 * HOUR - 10 * MINUTE;
    const stream = await subscribe('dr-li', MY_REQUEST, { id });
    expect(await stream.next()).toMatchObject({
      body: { data: { asked: { state: 'REQUESTED' } } },
    });
    graph.time.now += 20 * MINUTE;
    await graph.call('consents', 'relay', 'mutation { settleTime }', 'settleTime', {});
    expect(await stream.next()).toMatchObject({ body: { data: { asked: { state: 'LAPSED' } } } });
  });

  it('tells nothing of what is changed for others, and asks nothing for it', async () => {
    const stream = await subscribe('sdm-chan', GRANTS, { patient: CHILD_CHAN });
    expect(Object.values(statesIn(await stream.next()))).toContain('AUTHORISED');
    graph.asked.length = 0;
    await authorise(await requestOfDrLi());
    expect(await stream.during(A_WHILE)).toEqual([]);
    expect([askedFor('grants('), recordedOf('Grants')]).toEqual([0, []]);
  });

  it('tells nothing of a request of somebody else, and what becomes of it changes nothing', async () => {
    const id = await requestOfDrLi();
    const stream = await subscribe('dr-zhao', MY_REQUEST, { id });
    expect(await stream.next()).toEqual(next({ data: { asked: null } }));
    await authorise(id);
    expect(await stream.during(A_WHILE)).toEqual([]);
  });

  it('keeps a stream alive between events, which nobody may keep', async () => {
    const stream = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    const kinds = [await stream.nextOfAny(), await stream.nextOfAny(), await stream.nextOfAny()];
    expect(kinds).toContainEqual({ kind: 'comment', body: null });
  });
});

describe('a subscription ends', () => {
  it('when the caller is of the role no more, though nothing was changed that it is about', async () => {
    const id = await requestOfDrLi();
    const stream = await subscribe('dr-li', MY_REQUEST, { id });
    await stream.next();
    graph.intercept = async (name, _request, answer) => {
      const response = await answer();
      if (name !== 'providers') return response;
      return { ...response, body: response.body.replaceAll('"RECOGNISED"', '"CANCELLED"') };
    };
    expect(await stream.next()).toMatchObject({
      body: {
        data: { asked: null },
        errors: [{ path: ['asked'], extensions: { code: 'FORBIDDEN' } }],
      },
    });
    expect(await stream.next()).toEqual(COMPLETE);
  });

  it('at once for whom nothing is permitted, and says no more than a query would', async () => {
    for (const who of ['dr-zhao', 'commissioner', 'sdm-chan'] as const) {
      const stream = await subscribe(who, GRANTS, { patient: PATIENT_CHAN });
      expect(await stream.next()).toEqual(next({ data: { grants: null } }));
      expect(await stream.next()).toEqual(COMPLETE);
    }
  });

  it('when the token is over, which it tells', async () => {
    const headers = await graph.headersOf('patient-chan');
    graph.time.now += HOUR - 10 * MINUTE;
    const variables = { patient: PATIENT_CHAN };
    const stream = await openEvents(url(), headers, { query: GRANTS, variables });
    streams.push(stream);
    await stream.next();
    graph.time.now += 10 * MINUTE - 1_000;
    expect(await stream.during(A_WHILE)).toEqual([]);
    graph.time.now += 1_000;
    expect(await stream.next()).toEqual(failed('UNAUTHENTICATED'));
    expect(await stream.next()).toEqual(COMPLETE);
  });

  it('after so long, however long its token is good, to be asked for again', async () => {
    const stream = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    await stream.next();
    graph.time.now += 50 * MINUTE - 1;
    expect(await stream.during(A_WHILE)).toEqual([]);
    graph.time.now += 1;
    expect(await stream.next()).toEqual(COMPLETE);
  });

  it('when nobody can decide', async () => {
    const stream = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    await stream.next();
    graph.intercept = (name, _request, answer) =>
      name === 'patients' ? Promise.reject(new Error('down')) : answer();
    expect(await stream.next()).toMatchObject({
      body: { data: null, errors: [{ extensions: { code: 'POLICY_UNAVAILABLE' } }] },
    });
    expect(await stream.next()).toEqual(COMPLETE);
  });

  it('when the client has gone, and nothing is read for it any more', async () => {
    const stream = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    await stream.next();
    await until(() => polls() > 0);
    expect(open).toBe(1);
    stream.close();
    await until(() => open === 0);
    graph.asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, A_WHILE));
    expect(graph.asked).toEqual([]);
  });

  it('not for a subgraph that is down for a moment: it is asked again until it answers', async () => {
    graph.intercept = (name, request, answer) =>
      name === 'consents' && request.body.includes('"use":"data"')
        ? Promise.reject(new Error('down'))
        : answer();
    const stream = await subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    expect(await stream.next()).toMatchObject({
      body: { data: { grants: null }, errors: [{ extensions: { code: 'SUBGRAPH_FAILED' } }] },
    });
    expect(await stream.during(A_WHILE)).toEqual([]);
    graph.intercept = (_name, _request, answer) => answer();
    expect(Object.keys(statesIn(await stream.next()))).not.toEqual([]);
  });
});

describe('a request for events', () => {
  it('is refused beyond so many of one caller, and beyond so many in all', async () => {
    const ofChan = (): Promise<EventStream> =>
      subscribe('patient-chan', GRANTS, { patient: PATIENT_CHAN });
    const ofLi = (): Promise<EventStream> => subscribe('dr-li', MY_REQUEST, { id: 'any' });
    const [first] = [await ofChan(), await ofChan()];
    const third = await ofChan();
    expect(third.status).toBe(429);
    expect(JSON.parse(await third.text())).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
    });
    expect((await ofLi()).status).toBe(200);
    expect((await ofLi()).status).toBe(429);
    first.close();
    await until(() => open === 2);
    expect((await ofChan()).status).toBe(200);
  });

  it('is refused by HTTP without a token, and with one anywhere else than in its header', async () => {
    const { authorization = '' } = await graph.headersOf('patient-chan');
    const token = authorization.replace('Bearer ', '');
    const asked = { query: GRANTS, variables: { patient: PATIENT_CHAN } };
    const purpose = { 'purpose-of-use': 'PATRQT' };
    for (const [address, request] of [
      [url(), asked],
      [`${url()}?access_token=${token}&authorization=Bearer%20${token}`, asked],
      [url(), { ...asked, extensions: { authorization, token, jwt: token } }],
    ] as const) {
      const stream = await openEvents(address, purpose, request);
      expect(stream.status).toBe(401);
      expect(stream.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await stream.text()).toContain('UNAUTHENTICATED');
    }
  });

  it('is taken by a bound token with a proof of its key, once for each proof', async () => {
    const zhao = await client(graph.url ?? '', () => graph.time.now);
    const deng = claimsOf('phrs-gd');
    const { grant = '' } = deng;
    const own = { ...deng };
    delete (own as { grant?: string }).grant;
    const { authorization = '' } = await graph.headersOf(own);
    const { token } = await zhao.exchange(authorization.replace('Bearer ', ''), grant);
    const headers = await zhao.headers(token);
    const stream = await openEvents(url(), headers, { query: MY_GRANT });
    streams.push(stream);
    expect(await stream.next()).toMatchObject({ body: { data: { myGrant: { id: grant } } } });
    expect((await openEvents(url(), headers, { query: MY_GRANT })).status).toBe(401);
  });

  it.each([
    ['that does not parse', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['that the schema has not', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'of two fields',
      'subscription { a: myGrant { id } b: myGrant { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['that leaves a variable out', GRANTS, 'BAD_USER_INPUT'],
  ])('for an operation %s is told so by an event', async (_what, query, code) => {
    graph.asked.length = 0;
    const stream = await subscribe('patient-chan', query);
    expect(stream.status).toBe(200);
    expect(await stream.next()).toMatchObject({ body: { errors: [{ extensions: { code } }] } });
    expect(await stream.next()).toEqual(COMPLETE);
    expect(askedFor('grants(')).toBe(0);
  });

  it('for a query gets its answer as the one event, and for a mutation by POST too', async () => {
    const query = await subscribe('patient-chan', '{ me { id } }');
    expect(await query.next()).toEqual(next({ data: { me: { id: PATIENT_CHAN } } }));
    expect(await query.next()).toEqual(COMPLETE);
    const variables = { patient: PATIENT_CHAN, organization: LIANHUA_BAY_HOSPITAL };
    const mutation = await subscribe('patient-chan', CODE, variables);
    expect(await mutation.next()).toMatchObject({
      body: { data: { issueRequestCode: { code: expect.any(String) } } },
    });
    expect(await mutation.next()).toEqual(COMPLETE);
  });

  it('by GET is answered like one by POST, save for a mutation, and for one that a page could forge', async () => {
    const get = async (query: string, headers: Record<string, string>): Promise<EventStream> => {
      const search = new URLSearchParams({ query, variables: `{"patient":"${PATIENT_CHAN}"}` });
      const known = await graph.headersOf('patient-chan');
      const stream = await readEvents(`${url()}?${search.toString()}`, {
        headers: { accept: 'text/event-stream', ...known, ...headers },
      });
      streams.push(stream);
      return stream;
    };
    const preflighted = { 'apollo-require-preflight': '1' };
    expect((await (await get(GRANTS, preflighted)).next()).kind).toBe('next');
    const mutation = `mutation ($patient: ID!) { joinEHealth(patient: $patient) { id } }`;
    expect((await get(mutation, preflighted)).status).toBe(405);
    expect((await get(GRANTS, {})).status).toBe(400);
  });

  it('is needed for a subscription, whatever else is accepted', async () => {
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      graph.asked.length = 0;
      const { status, text } = await answerOf(accept);
      expect([status, text]).toEqual([
        accept === 'application/graphql-response+json' ? 406 : expect.any(Number),
        expect.stringContaining('text/event-stream'),
      ]);
      expect(graph.asked).toEqual([]);
    }
  });

  async function answerOf(accept: string): Promise<{ status: number; text: string }> {
    const stream = await openEvents(
      url(),
      { ...(await graph.headersOf('patient-chan')), accept },
      { query: GRANTS, variables: { patient: PATIENT_CHAN } },
    );
    return { status: stream.status, text: await stream.text() };
  }
});

describe('a gateway', () => {
  it.each(['lean', 'apollo'] as const)(
    'that is served by the %s host completes its subscriptions when it ends',
    async (kind) => {
      const other = await startGraph({ isServed: true, serve: { kind } });
      const stream = await openEvents(
        `${other.url ?? ''}/graphql`,
        await other.headersOf('patient-chan'),
        { query: GRANTS, variables: { patient: PATIENT_CHAN } },
      );
      expect(Object.values(statesIn(await stream.next()))).toContain('REDEEMED');
      const closed = other.close();
      expect(await stream.next(4_000)).toEqual(COMPLETE);
      await closed;
    },
  );
});
