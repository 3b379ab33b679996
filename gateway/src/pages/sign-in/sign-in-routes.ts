/** Signing in and out: to the OpenID provider and back, and from there to the page that was wanted. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError } from '../../host/read-body.js';
import type { HttpRoute } from '../../host/http-route.js';
import { cookieOf, setCookie } from '../cookies.js';
import { SIGN_IN_TIME, sendProblem } from '../house.js';
import type { House } from '../house.js';
import { html } from '../html.js';
import { layout } from '../layout.js';
import { readForm } from '../../host/read-form.js';
import { isSameOrigin } from '../same-origin.js';
import { sendOn, sendPage } from '../send-page.js';
import { Session } from '../session.js';
import type { Visit } from '../visit.js';
import { SignInError } from './sign-in.js';
import type { SignIn, SignedIn } from './sign-in.js';

/** The path that the provider sends browsers back to. */
export const REDIRECT_PATH = '/signed-in';

/** What signing in needs. */
export interface SignInRouteOptions {
  readonly signIn: SignIn;
  readonly house: House;
  /** The paths of the pages that may be led to. */
  readonly pages: readonly string[];
  /** Told why somebody could not be signed in. */
  readonly onError: (error: unknown) => void;
}

/** The routes of signing in and out. */
export function signInRoutes(options: SignInRouteOptions): readonly HttpRoute[] {
  const { house } = options;
  return [
    {
      path: '/sign-in',
      answer: async (request, response, address) => {
        expectMethod(request, 'GET');
        await begin(options, response, house.visit(request, response, address), address);
      },
    },
    {
      path: REDIRECT_PATH,
      answer: async (request, response, address) => {
        expectMethod(request, 'GET');
        await finish(options, request, response, house.visit(request, response, address), address);
      },
    },
    {
      path: '/sign-out',
      answer: async (request, response, address) => {
        expectMethod(request, 'POST');
        await signOut(options, request, response, house.visit(request, response, address));
      },
    },
  ];
}

async function begin(
  { signIn, house, pages, onError }: SignInRouteOptions,
  response: ServerResponse,
  visit: Visit,
  address: URL,
): Promise<void> {
  const to = pageOf(address.searchParams.get('to'), pages);
  try {
    const { url, pending } = await signIn.begin(new URL(REDIRECT_PATH, visit.base));
    const ticket = house.signIns.keep({ ...pending, to }, visit.now);
    // Lax: the browser comes back by a redirect of another site.
    const cookie = { name: 'sign-in', value: ticket, sameSite: 'Lax' } as const;
    const maxAge = SIGN_IN_TIME / 1000;
    response.appendHeader('set-cookie', setCookie({ ...cookie, maxAge }, visit.base));
    sendOn(response, url.href);
  } catch (error) {
    refuse(error, { onError, response, visit, to });
  }
}

async function finish(
  { signIn, house, pages, onError }: SignInRouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
  visit: Visit,
  address: URL,
): Promise<void> {
  const { base, now } = visit;
  const ticket = cookieOf(request.headers.cookie, 'sign-in', base);
  const begun = ticket === undefined ? undefined : house.signIns.take(ticket, now);
  const forgotten = { name: 'sign-in', value: '', sameSite: 'Lax', maxAge: 0 } as const;
  response.appendHeader('set-cookie', setCookie(forgotten, base));
  const to = begun?.to ?? pageOf(null, pages);
  try {
    if (begun === undefined) throw new SignInError('Expected a sign-in that was begun here');
    const answer = new URL(`${address.pathname}${address.search}`, base);
    welcome(house, request, response, visit, to, await signIn.finish(answer, begun));
  } catch (error) {
    refuse(error, { onError, response, visit, to });
  }
}

/**
 * The session is new, so nobody can have planted its ticket. Its cookie is Strict, and browsers send such a cookie only
 * where one of our own pages leads: so this is a page that leads on by itself, not a redirect, which would count as
 * one of the provider's.
 */
function welcome(
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
  visit: Visit,
  to: string,
  signedIn: SignedIn,
): void {
  const { base, now, say } = visit;
  const former = cookieOf(request.headers.cookie, 'session', base);
  if (former !== undefined) house.sessions.take(former, now);
  const value = house.sessions.keep(new Session(signedIn, now), now);
  response.appendHeader(
    'set-cookie',
    setCookie({ name: 'session', value, sameSite: 'Strict' }, base),
  );
  const main = html`<p><a class="button" href="${to}">${say('continue')}</a></p>`;
  const page = layout({ ...visit, path: to }, undefined, {
    title: say('signingIn'),
    main,
    next: to,
  });
  sendPage(response, 200, page);
}

async function signOut(
  { house, pages }: SignInRouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
  visit: Visit,
): Promise<void> {
  const form = await readForm(request);
  const to = pageOf(form.get('to'), pages);
  const session = house.session(request, visit);
  const isOurs = isSameOrigin(request.headers, visit.base);
  if (!isOurs || (session !== undefined && !session.admits(form))) {
    const problem = { title: 'formRefused', text: 'formRefusedWhy', to } as const;
    sendProblem(response, visit, { status: 403, ...problem });
    return;
  }
  house.signOut(request, response, visit);
  sendOn(response, to);
}

/** Leads to our own pages alone, never to where an address says. */
function pageOf(path: string | null, pages: readonly string[]): string {
  return pages.find((page) => page === path) ?? pages[0] ?? '/';
}

function refuse(
  error: unknown,
  {
    onError,
    response,
    visit,
    to,
  }: {
    readonly onError: (error: unknown) => void;
    readonly response: ServerResponse;
    readonly visit: Visit;
    readonly to: string;
  },
): void {
  onError(error);
  const problem = { title: 'signInFailed', text: 'signInFailedWhy', to } as const;
  const status = error instanceof SignInError ? 400 : 503;
  sendProblem(response, visit, { status, ...problem });
}

function expectMethod({ method }: IncomingMessage, expected: 'GET' | 'POST'): void {
  if (method !== expected) throw new RequestError(405, `Expected ${expected}`);
}
