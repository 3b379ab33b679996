/** In which language clients are told what is wrong: whichever host answers, the same texts, and the same codes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@causeway/schema';
import type { Language, SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import { unauthenticated } from '../identity/refusal.js';
import { HOST_KINDS, serveGateway } from './serve.js';
import type { HostKind, ServedGateway } from './serve.js';
import { NEVER_LATE, gatewayOver } from './testing.js';

/** What subgraphs were told of the caller's language. */
const spoken: unknown[] = [];

const answer = ({ body }: SubgraphRequest): Promise<SubgraphResponse> => {
  const { extensions } = JSON.parse(body) as {
    readonly extensions: {
      readonly causeway: { readonly use: string; readonly language: unknown };
    };
  };
  if (extensions.causeway.use === 'data') spoken.push(extensions.causeway.language);
  return Promise.resolve({ status: 200, body: '{"data":{"organization":{"id":"1"}}}' });
};

const gateway = () =>
  gatewayOver(answer, {
    refuse: ({ headers }) =>
      headers['authorization'] === 'none' ? unauthenticated('TOKEN_MISSING', 'Bearer') : null,
  });

interface Told {
  readonly message: string;
  readonly extensions: { readonly code: string };
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly data?: unknown; readonly errors?: readonly Told[] };
}

const served = new Map<HostKind, ServedGateway>();

beforeAll(async () => {
  for (const kind of HOST_KINDS)
    served.set(kind, await serveGateway(gateway(), { port: 0, kind, limits: NEVER_LATE }));
});

afterAll(async () => {
  for (const one of served.values()) await one.close();
});

interface Asked {
  readonly body: unknown;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(kind: HostKind, asked: Asked, acceptLanguage?: string): Promise<Answered> {
  const response = await fetch(`${served.get(kind)?.url ?? ''}${asked.path ?? '/graphql'}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer token',
      accept: 'application/graphql-response+json',
      ...(acceptLanguage !== undefined && { 'accept-language': acceptLanguage }),
      ...asked.headers,
    },
    body: JSON.stringify(asked.body),
  });
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as Answered['body'] };
}

const BY_ID = 'query ($id: ID!) { organization(id: $id) { id } }';
const ALIASES = `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: __typename`).join(' ')} }`;
const OTHER_HASH = { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } };

const REFUSED: readonly (readonly [string, number, Asked])[] = [
  ['GRAPHQL_PARSE_FAILED', 400, { body: { query: '{' } }],
  ['GRAPHQL_VALIDATION_FAILED', 400, { body: { query: '{ nowhere }' } }],
  ['OPERATION_TOO_COMPLEX', 400, { body: { query: ALIASES } }],
  ['BAD_USER_INPUT', 400, { body: { query: BY_ID, variables: { id: { nowhere: 1 } } } }],
  ['BAD_USER_INPUT', 400, { body: { query: BY_ID } }],
  ['OPERATION_RESOLUTION_FAILURE', 400, { body: { query: BY_ID, operationName: 'Other' } }],
  ['BAD_REQUEST', 400, { body: [] }],
  ['BAD_REQUEST', 400, { body: { query: BY_ID, extensions: OTHER_HASH } }],
  [
    'UNAUTHENTICATED',
    401,
    { body: { query: BY_ID, variables: { id: '1' } }, headers: { authorization: 'none' } },
  ],
  ['BAD_REQUEST', 404, { body: {}, path: '/nowhere' }],
  ['BAD_REQUEST', 406, { body: { query: BY_ID }, headers: { accept: 'image/png' } }],
];

const ASKED_FOR: Readonly<Record<Language, string>> = {
  en: 'en-GB, zh;q=0.1',
  'zh-Hant': 'zh-HK, en;q=0.5',
  'zh-Hans': 'fr, zh-CN;q=0.9, en;q=0.5',
};

describe.each(HOST_KINDS)('by the host %s', (kind) => {
  it.each(REFUSED)(
    '%s (%i) is told in the language that is asked for',
    async (code, status, asked) => {
      const english = await ask(kind, asked);
      expect(english.body).not.toHaveProperty('data');
      const [told] = english.body.errors ?? [];
      expect(told?.extensions.code).toBe(code);
      const texts = new Set<string>();
      for (const language of LANGUAGES) {
        const { headers, body, ...rest } = await ask(kind, asked, ASKED_FOR[language]);
        const [said] = body.errors ?? [];
        expect(rest.status).toBe(status);
        expect({ ...said, message: told?.message }).toEqual(told);
        expect(headers.get('content-language')).toBe(language);
        expect(headers.get('vary')).toContain('accept-language');
        expect(headers.get('cache-control')).toBe('no-store');
        expect(/\p{Script=Han}/u.test(said?.message ?? '')).toBe(language !== 'en');
        texts.add(said?.message ?? '');
      }
      expect(texts.size).toBe(LANGUAGES.length);
      expect(texts).toContain(told?.message);
    },
  );

  it('keeps the word by which clients know that they are to send the text', async () => {
    const asked = { body: { extensions: OTHER_HASH } };
    const { body } = await ask(kind, asked, 'zh-HK');
    expect(body.errors?.[0]?.message).toBe('PersistedQueryNotFound');
  });

  it('tells subgraphs the language, where it is not English', async () => {
    const asked = { body: { query: BY_ID, variables: { id: '1' } } };
    spoken.length = 0;
    for (const language of LANGUAGES) await ask(kind, asked, ASKED_FOR[language]);
    expect(spoken).toEqual([undefined, 'zh-Hant', 'zh-Hans']);
  });
});

describe('wrong variables', () => {
  const QUERY = 'mutation ($input: RequestGrantInput!) { requestGrant(input: $input) { id } }';

  it.each<readonly [string, object, string]>([
    ['none', {}, '$input to be of type RequestGrantInput!, got another value'],
    ['a key that is none', { input: { scope: 1 } }, '$input to be of type RequestGrantInput!'],
    ['a value below', { input: { scopes: ['ALLERGY'] } }, 'got another value at input.scopes[0]'],
  ])('are told without what else the schema has: %s', async (_name, variables, expected) => {
    for (const kind of HOST_KINDS) {
      const { body } = await ask(kind, {
        body: { query: QUERY, variables },
      });
      const messages = (body.errors ?? []).map(({ message }) => message);
      expect(messages.join('\n')).toContain(expected);
      expect(messages.join('\n')).not.toMatch(/Did you mean|ALLERGY_ADR|purpose|is not defined/);
    }
  });

  it('answer clients of application/json under 200, without data', async () => {
    for (const kind of HOST_KINDS) {
      const headers = { accept: 'application/json' };
      const { status, body } = await ask(kind, { body: { query: BY_ID }, headers });
      expect([status, 'data' in body]).toEqual([200, false]);
    }
  });
});
