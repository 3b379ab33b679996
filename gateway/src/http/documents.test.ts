/** What is served of documents by their ids, whichever host serves them. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wordsOf } from '@causeway/schema';
import type { SubgraphTransport } from '../host/dispatch.js';
import { HOST_KINDS, serveGateway } from './serve.js';
import type { ServedGateway } from './serve.js';
import type { ServedDocuments } from './served-documents.js';
import { NEVER_LATE, gatewayOver } from './testing.js';

const READ = 'query Read($id: ID!) { organization(id: $id) { id } }';
const CHANGE = 'mutation Change { revokeGrant(patient: "p", id: "g") { id } }';
const LOOK = 'query Look { __schema { queryType { name } } }';
const WATCH = 'subscription Watch { myGrant { id } }';
const UNREGISTERED = 'query Other { organization(id: "2") { id } }';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const idOf = (text: string): string => `sha256:${sha256(text)}`;
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

const texts = new Map([READ, CHANGE, LOOK, WATCH].map((text) => [sha256(text), text]));
const variables = { id: '1' };
const DATA = { data: { organization: { id: '1' } } };

/** The bodies that subgraphs were asked with. */
const asked: string[] = [];

const subgraph: SubgraphTransport = ({ body }) => {
  asked.push(body);
  return Promise.resolve({ status: 200, body: JSON.stringify(DATA) });
};

const gateway = () =>
  gatewayOver(subgraph, {
    isProduction: true,
    refuse: ({ headers }) =>
      headers['authorization'] === undefined
        ? {
            kind: 'refused',
            code: 'UNAUTHENTICATED',
            status: 401,
            problem: 'TOKEN_MISSING',
            reason: wordsOf('nobody'),
            challenge: 'DPoP',
          }
        : null,
  });

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

const HEADERS = {
  authorization: 'DPoP token',
  accept: 'application/graphql-response+json',
  'apollo-require-preflight': '1',
};

async function answered(response: Response): Promise<Answered> {
  const body = await response.text();
  return { status: response.status, body: body === '' ? null : (JSON.parse(body) as unknown) };
}

const codeOf = ({ status, body }: Answered): readonly unknown[] => [
  status,
  ...((body as { readonly errors?: readonly { extensions: { code: string } }[] }).errors ?? []).map(
    ({ extensions }) => extensions.code,
  ),
];

describe.each(HOST_KINDS)('by the host %s', (kind) => {
  let registered: ServedGateway;
  let any: ServedGateway;

  const serve = (documents: ServedDocuments): Promise<ServedGateway> =>
    serveGateway(gateway(), { port: 0, kind, documents, limits: NEVER_LATE });

  beforeAll(async () => {
    registered = await serve({ kind: 'registered', texts });
    any = await serve({ kind: 'any', known: texts });
  });

  afterAll(async () => {
    await registered.close();
    await any.close();
  });

  beforeEach(() => {
    asked.length = 0;
  });

  const post = async (
    { url }: ServedGateway,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> =>
    answered(
      await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { ...HEADERS, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );

  const get = async (
    { url }: ServedGateway,
    parameters: Readonly<Record<string, unknown>>,
    headers: Record<string, string> = {},
  ): Promise<Answered> => {
    const search = new URLSearchParams(
      Object.entries(parameters).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
    return answered(
      await fetch(`${url}/graphql?${search.toString()}`, { headers: { ...HEADERS, ...headers } }),
    );
  };

  const ways = [
    ['by documentId', { documentId: idOf(READ), variables }],
    ['in the format of Apollo', { extensions: persisted(READ), variables }],
    ['with the operation’s name', { documentId: idOf(READ), variables, operationName: 'Read' }],
  ] as const;

  describe.each(ways)('a registered document, %s', (_, request) => {
    it.each([
      ['registered documents alone', () => registered],
      ['any operation', () => any],
    ])('is served by POST and GET where %s may be asked for', async (_name, served) => {
      expect(await post(served(), request)).toEqual({ status: 200, body: DATA });
      expect(await get(served(), request)).toEqual({ status: 200, body: DATA });
      expect(asked).toHaveLength(2);
    });
  });

  it.each([
    ['an id that is not known', { documentId: idOf(UNREGISTERED) }],
    ['an id of another kind', { documentId: `md5:${sha256(READ)}` }],
    ['an id without its kind', { documentId: sha256(READ) }],
    ['an id in capitals', { documentId: idOf(READ).toUpperCase() }],
    ['a member of every object', { documentId: 'sha256:constructor' }],
    ['an empty id', { documentId: '' }],
    ['a hash that is not known', { extensions: persisted(UNREGISTERED) }],
    ['a text', { query: UNREGISTERED }],
    ['a text that is registered', { query: READ, variables }],
    ['a text that is no GraphQL', { query: '{' }],
    ['an introspection', { query: LOOK }],
    ['a text with its id', { query: READ, documentId: idOf(READ), variables }],
    ['a text with its hash', { query: READ, extensions: persisted(READ), variables }],
    ['another text with a registered hash', { query: UNREGISTERED, extensions: persisted(READ) }],
  ])('answers %s as all that is not registered, and asks no subgraph', async (_, request) => {
    const refused = {
      status: 400,
      body: {
        errors: [
          {
            message: 'Expected the id of a registered document, and no text',
            extensions: {
              code: 'DOCUMENT_NOT_REGISTERED',
              documentation: 'https://specs.causeway.health/errors/document-not-registered',
            },
          },
        ],
      },
    };
    expect(await post(registered, request)).toEqual(refused);
    expect(await get(registered, request)).toEqual(refused);
    const forEvents = await post(registered, request, { accept: 'text/event-stream' });
    expect(forEvents).toEqual(refused);
    expect((await get(registered, request, { accept: 'text/html, */*;q=0.1' })).body).toEqual(
      refused.body,
    );
    expect(asked).toEqual([]);
  });

  it('learns no text from a client', async () => {
    const extensions = persisted(UNREGISTERED);
    await post(registered, { query: UNREGISTERED, extensions });
    expect(codeOf(await post(registered, { extensions }))).toEqual([
      400,
      'DOCUMENT_NOT_REGISTERED',
    ]);
    expect(codeOf(await post(registered, { documentId: idOf(UNREGISTERED) }))).toEqual([
      400,
      'DOCUMENT_NOT_REGISTERED',
    ]);
  });

  it('tells clients that ask for application/json alone under 200', async () => {
    const answer = await post(registered, { query: READ }, { accept: 'application/json' });
    expect(codeOf(answer)).toEqual([200, 'DOCUMENT_NOT_REGISTERED']);
  });

  it.each([
    ['nothing', {}],
    ['an id and a hash', { documentId: idOf(READ), extensions: persisted(READ) }],
    ['an id that is a number', { documentId: 1 }],
    ['a hash of another version', { extensions: { persistedQuery: { version: 2 } } }],
  ])('refuses %s as what is no request', async (_, request) => {
    for (const served of [registered, any])
      expect(codeOf(await post(served, request))).toEqual([400, 'BAD_REQUEST']);
    expect(asked).toEqual([]);
  });

  it('changes nothing by GET, whatever the id', async () => {
    const answer = await get(registered, { documentId: idOf(CHANGE) });
    expect(answer.status).toBe(405);
    expect(asked).toEqual([]);
  });

  it('asks of a GET by id what it asks of every GET', async () => {
    const response = await fetch(
      `${registered.url}/graphql?documentId=${encodeURIComponent(idOf(READ))}`,
      { headers: { authorization: 'DPoP token' } },
    );
    expect(response.status).toBe(400);
    expect(asked).toEqual([]);
  });

  it('shows the schema to callers alone, also by a registered introspection', async () => {
    expect(await post(registered, { documentId: idOf(LOOK) })).toMatchObject({
      body: { data: { __schema: { queryType: { name: 'Query' } } } },
    });
    const { url } = registered;
    const nobody = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: idOf(LOOK) }),
    });
    expect(codeOf(await answered(nobody))).toEqual([401, 'UNAUTHENTICATED']);
  });

  describe('where any operation may be asked for', () => {
    it('takes texts, and remembers them by their hashes and ids', async () => {
      const extensions = persisted(UNREGISTERED);
      expect(codeOf(await post(any, { extensions }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
      expect((await post(any, { query: UNREGISTERED, extensions })).body).toEqual(DATA);
      expect((await post(any, { documentId: idOf(UNREGISTERED) })).body).toEqual(DATA);
    });

    it('tells an id that is not known, and takes no text with an id', async () => {
      const unknown = { documentId: idOf('query Never { __typename }') };
      expect(codeOf(await post(any, unknown))).toEqual([400, 'DOCUMENT_NOT_REGISTERED']);
      const both = { query: READ, documentId: idOf(READ), variables };
      expect(codeOf(await post(any, both))).toEqual([400, 'BAD_REQUEST']);
      expect(asked).toEqual([]);
    });
  });
});
