/** The pages over a server on a free port, with ports that tests answer for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestError } from '../../host/read-body.js';
import type { Answer, Question } from '../ask.js';
import { pageRoutes } from '../routes.js';
import { SignInError } from '../sign-in/sign-in.js';
import type { SignIn } from '../sign-in/sign-in.js';
import { Visitor } from './visitor.js';
import type { Seen } from './visitor.js';

/** Served pages. */
export interface ServedPages {
  readonly url: string;
  /** The clock, in epoch milliseconds; tests may move it. */
  readonly time: { now: number };
  /** Answers the graph's questions by the name of the operation. */
  readonly answers: Map<string, Answer>;
  readonly asked: Question[];
  readonly failures: unknown[];
  /** Somebody new, not signed in. */
  visitor(): Visitor;
  /** Somebody who has signed in, and what the page showed them then. */
  signedIn(path: string): Promise<{ readonly visitor: Visitor; readonly page: Seen }>;
  close(): Promise<void>;
}

/** How long the token of the tests' provider is good, in seconds. */
export const LIFETIME = 3_600;

/** A provider of which everybody who comes back with the right state has signed in. */
const signIn: SignIn = {
  begin: (redirect) => {
    const url = new URL('https://provider.example/authorize');
    url.searchParams.set('redirect_uri', redirect.href);
    return Promise.resolve({ url, pending: { state: 'state', nonce: 'n', codeVerifier: 'v' } });
  },
  finish: (answer, { state }) =>
    answer.searchParams.get('state') === state
      ? Promise.resolve({ name: 'Chan <Tai Man>', accessToken: 'TOKEN-SECRET', lifetime: LIFETIME })
      : Promise.reject(new SignInError('Expected the state')),
};

/** Serves the pages. */
export async function servePages(): Promise<ServedPages> {
  const time = { now: Date.parse('2026-11-22T12:00:00+08:00') };
  const answers = new Map<string, Answer>();
  const asked: Question[] = [];
  const failures: unknown[] = [];
  const routes = pageRoutes({
    signIn,
    ask: (question) => {
      asked.push(question);
      const name = /(?:query|mutation) (\w+)/.exec(question.document)?.[1] ?? '';
      const answer = answers.get(name);
      return answer === undefined
        ? Promise.reject(new Error(`unanswered ${name}`))
        : Promise.resolve(answer);
    },
    clock: () => time.now,
    onError: (error) => failures.push(error),
  });
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    const route = routes.find(({ path }) =>
      path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path,
    );
    const answered = route?.answer(request, response, address) ?? Promise.reject(new Error('404'));
    answered.catch((error: unknown) => {
      response.statusCode = error instanceof RequestError ? error.status : 500;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visitor = (): Visitor => new Visitor(url);
  return {
    url,
    time,
    answers,
    asked,
    failures,
    visitor,
    signedIn: async (path) => {
      const somebody = visitor();
      await somebody.get(`/sign-in?to=${path}`);
      await somebody.get('/signed-in?code=c&state=state');
      return { visitor: somebody, page: await somebody.get(path) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
