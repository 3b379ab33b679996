/** What all pages share: who has signed in, in memory; where the pages are; how a failure is told. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieOf, setCookie } from './cookies.js';
import { layout } from './layout.js';
import { problemText } from './notices.js';
import { sendPage } from './send-page.js';
import type { Session } from './session.js';
import type { PendingSignIn } from './sign-in/sign-in.js';
import { sayIn } from './texts/catalogue.js';
import type { TextKey } from './texts/catalogue.js';
import { TicketStore } from './ticket-store.js';
import { chosenLanguage, languageOf } from './visit.js';
import type { Visit } from './visit.js';

/** A sign-in under way. */
export interface SignInUnderWay extends PendingSignIn {
  /** The path of the page to lead back to. */
  readonly to: string;
}

/** How long somebody stays signed in without doing anything, in milliseconds. */
export const IDLE = 30 * 60_000;

/** How long a sign-in may take, in milliseconds. */
export const SIGN_IN_TIME = 10 * 60_000;

const CAPACITY = 10_000;

const YEAR = 365 * 24 * 3_600;

/** What all pages share. */
export class House {
  readonly sessions = new TicketStore<Session>({ idle: IDLE, capacity: CAPACITY });
  readonly signIns = new TicketStore<SignInUnderWay>({ idle: SIGN_IN_TIME, capacity: CAPACITY });
  readonly #clock: () => number;

  /** A house by the clock (epoch milliseconds). */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The visit of a request. A language that its address chooses is remembered by the browser. */
  visit(request: IncomingMessage, response: ServerResponse, address: URL): Visit {
    const base = new URL(address.origin);
    const chosen = chosenLanguage(address);
    if (chosen !== undefined) {
      const cookie = { name: 'language', value: chosen, sameSite: 'Lax', maxAge: YEAR } as const;
      response.appendHeader('set-cookie', setCookie(cookie, base));
    }
    const language = languageOf(request, address, base);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return {
      language,
      say: sayIn(language),
      base,
      path: address.pathname,
      now: this.#clock(),
      signal: gone.signal,
    };
  }

  /** The session of a request; undefined for nobody, and for somebody whose token has expired. */
  session({ headers }: IncomingMessage, { base, now }: Visit): Session | undefined {
    const ticket = cookieOf(headers.cookie, 'session', base);
    if (ticket === undefined) return undefined;
    const session = this.sessions.find(ticket, now);
    if (session === undefined || now < session.until) return session;
    this.sessions.take(ticket, now);
    return undefined;
  }

  /** Ends the session of a request. */
  signOut({ headers }: IncomingMessage, response: ServerResponse, { base, now }: Visit): void {
    const ticket = cookieOf(headers.cookie, 'session', base);
    if (ticket !== undefined) this.sessions.take(ticket, now);
    const cookie = { name: 'session', value: '', sameSite: 'Strict', maxAge: 0 } as const;
    response.appendHeader('set-cookie', setCookie(cookie, base));
  }
}

/** Sends a page that tells of a problem, with a way on. */
export function sendProblem(
  response: ServerResponse,
  visit: Visit,
  { status, title, text, to }: { status: number; title: TextKey; text: TextKey; to: string },
): void {
  const { say } = visit;
  const main = problemText(say, text, to);
  sendPage(
    response,
    status,
    layout({ ...visit, path: to }, undefined, { title: say(title), main }),
  );
}
