/** Session tokens over HTTP: how a client abroad gets one, what it is good for, and when it is good for nothing. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DR_ZHAO,
  GRANT_HE,
  GRANT_LI,
  PATIENT_CHAN,
  PEARL_ISLET_HOSPITAL,
  PERSONAS,
} from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import { decodeJwt } from 'jose';
import { client } from '../support/sessions.js';
import type { Client } from '../support/sessions.js';
import { TODAY } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const NAME = 'query ($id: ID!) { patient(id: $id) { name { text } } }';
const NAMES = [{ text: 'CHAN Tai Man' }, { text: '陳大文' }, { text: '陈大文' }];
const REVOKE =
  'mutation ($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { state } }';
const OF_CHAN = { id: PATIENT_CHAN };
const NOTHING = '{"data":{"patient":null}}\n';

let graph: TestGraph;
let li: Client;

beforeEach(async () => {
  graph = await startGraph({ isServed: true });
  li = await newClient();
});

afterEach(() => graph.close());

const newClient = (): Promise<Client> => client(graph.url ?? '', () => graph.time.now);

/** The claims of a persona, without the grant that a development token may name. */
function claimsOf(name: PersonaName): PersonaClaims {
  const persona = PERSONAS.find((one) => one.name === name);
  if (persona === undefined) throw new Error(`Expected a persona, got ${name}`);
  const claims = { ...persona.claims };
  delete (claims as { grant?: string }).grant;
  return claims;
}

/** The own token of a persona, which is for no grant. */
async function ownToken(who: PersonaName | PersonaClaims): Promise<string> {
  const { authorization = '' } = await graph.headersOf(
    typeof who === 'string' ? claimsOf(who) : who,
  );
  return authorization.replace('Bearer ', '');
}

async function sessionOf(who: Client): Promise<string> {
  const { token, status, text } = await who.exchange(await ownToken('dr-li'), GRANT_LI);
  if (status !== 200) throw new Error(`Expected a session, got ${text}`);
  return token;
}

describe('a practitioner abroad', () => {
  it('reads nothing with the own token, and by the grant with a session token', async () => {
    const own = { authorization: `Bearer ${await ownToken('dr-li')}`, 'purpose-of-use': 'TREAT' };
    expect((await li.ask(own, NAME, OF_CHAN)).text).toBe(NOTHING);
    const session = await li.headers(await sessionOf(li));
    expect((await li.ask(session, NAME, OF_CHAN)).data).toEqual({ patient: { name: NAMES } });
  });

  it('gets a token that says whose it is, for which grant and which key, for ten minutes', async () => {
    const { text, token } = await li.exchange(await ownToken('dr-li'), GRANT_LI);
    expect(JSON.parse(text)).toEqual({
      access_token: token,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'DPoP',
      expires_in: 600,
    });
    const { sub, client_id, fhirUser, organization } = claimsOf('dr-li');
    expect(decodeJwt(token)).toEqual({
      iss: 'urn:causeway:sessions',
      aud: 'urn:causeway:gateway',
      sub,
      client_id,
      fhirUser,
      organization,
      purpose_of_use: ['TREAT'],
      grant: GRANT_LI,
      cnf: { jkt: li.key.thumbprint },
      jti: expect.any(String),
      iat: graph.time.now / 1000,
      exp: graph.time.now / 1000 + 600,
    });
  });

  it('gets another one with the own token when one has ended, and not with the session token', async () => {
    const token = await sessionOf(li);
    const again = await li.exchange(token, GRANT_LI);
    expect([again.status, JSON.parse(again.text)]).toMatchObject([400, { error: 'invalid_grant' }]);
    graph.time.now += 631_000;
    const ended = await li.ask(await li.headers(token), NAME, OF_CHAN);
    expect([ended.status, ended.data]).toEqual([401, undefined]);
    const session = await li.headers(await sessionOf(li));
    expect((await li.ask(session, NAME, OF_CHAN)).data).toEqual({ patient: { name: NAMES } });
  });
});

describe('a session token', () => {
  it('reads nothing from the moment on that the patient has revoked the grant', async () => {
    const token = await sessionOf(li);
    expect((await li.ask(await li.headers(token), NAME, OF_CHAN)).data).toMatchObject({
      patient: { name: NAMES },
    });
    await graph.ask('patient-chan', REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
    graph.asked.length = 0;
    expect((await li.ask(await li.headers(token), NAME, OF_CHAN)).text).toBe(NOTHING);
    expect(graph.dataRequests()).toEqual([]);
  });

  it('is of no use to who has stolen it', async () => {
    const token = await sessionOf(li);
    const thief = await newClient();
    const bearer = { authorization: `Bearer ${token}`, 'purpose-of-use': 'TREAT' };
    const forged = await thief.headers(token, { header: { jwk: li.key.publicJwk } });
    graph.asked.length = 0;
    const withoutProof = { authorization: `DPoP ${token}`, 'purpose-of-use': 'TREAT' };
    for (const headers of [bearer, await thief.headers(token), forged, withoutProof]) {
      const answer = await thief.ask(headers, NAME, OF_CHAN);
      expect([answer.status, answer.data]).toEqual([401, undefined]);
      expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP error=/);
    }
    expect(graph.asked).toEqual([]);
  });

  it('is of no use with a request that was overheard', async () => {
    const headers = await li.headers(await sessionOf(li));
    expect((await li.ask(headers, NAME, OF_CHAN)).status).toBe(200);
    expect((await li.ask(headers, NAME, OF_CHAN)).status).toBe(401);
  });

  it.each([
    ['for another address', { htu: 'https://causeway.example/graphql' }],
    ['for the token endpoint', { htu: 'http://127.0.0.1/token' }],
    ['for another method', { htm: 'GET' }],
  ])('is of no use with a proof %s', async (_case, claims) => {
    const headers = await li.headers(await sessionOf(li), { claims });
    expect((await li.ask(headers, NAME, OF_CHAN)).status).toBe(401);
  });
});

describe('the token endpoint', () => {
  it('answers alike whatever grant a session is not given for', async () => {
    const own = await ownToken('dr-li');
    const answers = [
      await li.exchange(own, 'no-such-grant'),
      await li.exchange(own, 'x'.repeat(1_000)),
      await li.exchange(own, GRANT_HE),
      await li.exchange(await ownToken('dr-zhao'), GRANT_LI),
      await li.exchange(await ownToken('dr-wong'), GRANT_LI),
      await li.exchange(await ownToken('patient-chan'), GRANT_LI),
      await li.exchange(await ownToken('auditor'), GRANT_LI),
      // A practitioner of another organisation who says to act for this one's.
      await li.exchange(
        await ownToken({ ...claimsOf('dr-li'), organization: PEARL_ISLET_HOSPITAL }),
        GRANT_LI,
      ),
    ];
    await graph.ask('patient-chan', REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
    answers.push(await li.exchange(own, GRANT_LI));
    const [first] = answers;
    expect(JSON.parse(first?.text ?? '')).toMatchObject({ error: 'invalid_grant' });
    const seen = answers.map(({ status, text, headers }) => ({
      status,
      text,
      headers: [...headers].filter(([name]) => name !== 'date'),
    }));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toMatchObject({ status: 400 });
  });

  it.each<readonly [string, () => PersonaClaims, string]>([
    ['at a suspended hospital', () => claimsOf('dr-he'), GRANT_HE],
    [
      'who says to work where they do not',
      () => ({ ...claimsOf('dr-li'), fhirUser: `PractitionerRole/${DR_ZHAO}` }),
      GRANT_LI,
    ],
  ])(
    'decides nothing: somebody %s gets a session, and reads nothing',
    async (_who, claims, grant) => {
      const { token, status } = await li.exchange(await ownToken(claims()), grant);
      expect(status).toBe(200);
      expect((await li.ask(await li.headers(token), NAME, OF_CHAN)).text).toBe(NOTHING);
    },
  );

  it.each<readonly [string, Readonly<Record<string, string | undefined>>, string]>([
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no grant type', { grant_type: undefined }, 'unsupported_grant_type'],
    ['no token', { subject_token: undefined }, 'invalid_request'],
    ['a token that is none', { subject_token: 'token' }, 'invalid_request'],
    ['a token of no type', { subject_token_type: undefined }, 'invalid_request'],
    [
      'a token of another type',
      { subject_token_type: 'urn:ietf:params:oauth:token-type:id_token' },
      'invalid_request',
    ],
    [
      'a wish for another type',
      { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
      'invalid_request',
    ],
    ['an actor', { actor_token: 'token' }, 'invalid_request'],
    ['no grant', { grant: undefined }, 'invalid_request'],
  ])('refuses %s', async (_case, parameters, error) => {
    const answer = await li.exchange(await ownToken('dr-li'), GRANT_LI, { parameters });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { error }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('takes wishes that it does not know for nothing', async () => {
    const parameters = { audience: 'anybody', requested_token_type: undefined };
    expect((await li.exchange(await ownToken('dr-li'), GRANT_LI, { parameters })).status).toBe(200);
  });

  it.each([
    ['for the graph', { htu: 'http://127.0.0.1/graphql' }],
    ['for another method', { htm: 'GET' }],
    ['that is old', { iat: 0 }],
  ])('refuses a proof %s', async (_case, claims) => {
    const answer = await li.exchange(await ownToken('dr-li'), GRANT_LI, { proof: { claims } });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      400,
      { error: 'invalid_dpop_proof' },
    ]);
  });

  const post = (init: RequestInit): Promise<Response> =>
    fetch(`${graph.url}/token`, { method: 'POST', ...init });

  it('refuses what is given twice, and a request without a proof', async () => {
    const twice = new URLSearchParams([
      ['grant_type', 'urn:ietf:params:oauth:grant-type:token-exchange'],
      ['grant_type', 'urn:ietf:params:oauth:grant-type:token-exchange'],
    ]);
    expect(await (await post({ body: twice })).json()).toMatchObject({ error: 'invalid_request' });
    const whole = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: await ownToken('dr-li'),
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      grant: GRANT_LI,
    });
    expect(await (await post({ body: whole })).json()).toMatchObject({
      error: 'invalid_dpop_proof',
    });
  });

  it.each<readonly [string, number, RequestInit]>([
    ['another method', 405, { method: 'GET' }],
    ['no form', 415, { headers: { 'content-type': 'application/json' }, body: '{}' }],
    ['a form without end', 413, { body: new URLSearchParams({ grant: 'x'.repeat(20_000) }) }],
  ])('refuses %s', async (_case, status, init) => {
    const response = await post(init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('says when nobody can tell whether a grant is open, and gives nothing', async () => {
    graph.intercept = (name, _request, answer) =>
      name === 'consents' ? Promise.reject(new Error('down')) : answer();
    const answer = await li.exchange(await ownToken('dr-li'), GRANT_LI);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      503,
      { error: 'temporarily_unavailable' },
    ]);
    expect(graph.failures.map(String).join()).not.toContain(await ownToken('dr-li'));
  });

  it.each([
    ['tells no time', () => Number.NaN],
    [
      'fails',
      () => {
        throw new Error('no such device');
      },
    ],
  ])('gives nothing from whichever reading on the clock %s', async (_case, read) => {
    const own = await ownToken('dr-li');
    const holder = await client(graph.url ?? '', () => TODAY);
    const untilReading = async (last: number) => {
      let readings = 0;
      const now = (): number => ((readings += 1) > last ? read() : TODAY);
      Object.defineProperty(graph.time, 'now', { configurable: true, get: now });
      const { status, text } = await holder.exchange(own, GRANT_LI);
      return { readings, answer: [status, (JSON.parse(text) as { error?: string }).error] };
    };
    const { readings, answer } = await untilReading(Number.POSITIVE_INFINITY);
    expect(answer).toEqual([200, undefined]);
    for (let last = 0; last < readings; last += 1)
      expect([last, (await untilReading(last)).answer]).toEqual([
        last,
        [503, 'temporarily_unavailable'],
      ]);
  });
});
