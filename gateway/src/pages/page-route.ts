import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError } from '../host/read-body.js';
import type { HttpRoute } from '../host/http-route.js';
import { SignedOutError, WrongAccountError } from './asking.js';
import { sendProblem } from './house.js';
import type { House } from './house.js';
import { html } from './html.js';
import { layout } from './layout.js';
import type { Action, Page } from './page.js';
import { readForm } from '../host/read-form.js';
import { isSameOrigin } from './same-origin.js';
import { sendOn, sendPage } from './send-page.js';
import type { Session } from './session.js';
import type { Visit } from './visit.js';

/** What answers for one page: it shows by GET, does by POST, and leads back to what it shows. */
export class PageRoute {
  readonly #page: Page;
  readonly #house: House;
  readonly #onError: (error: unknown) => void;

  constructor(page: Page, house: House, onError: (error: unknown) => void) {
    this.#page = page;
    this.#house = house;
    this.#onError = onError;
  }

  /** The page's own path, and those of its actions below. */
  get routes(): readonly HttpRoute[] {
    const answer: HttpRoute['answer'] = (...request) => this.#answer(...request);
    return [
      { path: this.#page.path, answer },
      { path: `${this.#page.path}/`, answer },
    ];
  }

  async #answer(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void> {
    const { path, actions } = this.#page;
    const visit = this.#house.visit(request, response, address);
    try {
      if (address.pathname === path) {
        if (request.method !== 'GET' && request.method !== 'HEAD')
          throw new RequestError(405, 'Expected GET');
        await this.#show(request, response, visit);
      } else {
        const name = address.pathname.slice(path.length + 1);
        const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
        if (action === undefined) throw new RequestError(404, 'Expected the path of a page');
        if (request.method !== 'POST') throw new RequestError(405, 'Expected POST');
        await this.#act(action, request, response, { ...visit, path });
      }
    } catch (error) {
      if (error instanceof RequestError) throw error;
      if (error instanceof SignedOutError) {
        this.#house.signOut(request, response, visit);
        sendOn(response, path);
        return;
      }
      if (error instanceof WrongAccountError) {
        this.#turnAway(request, response, visit);
        return;
      }
      this.#onError(error);
      const problem = { title: 'unavailable', text: 'unavailableWhy', to: path } as const;
      sendProblem(response, visit, { status: 503, ...problem });
    }
  }

  async #show(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<void> {
    const { path, takesLink } = this.#page;
    const title = visit.say(this.#page.title);
    const session = this.#house.session(request, visit);
    if (session === undefined) {
      const main = html`${this.#page.invite(visit)}
        <p><a class="button" href="/sign-in?to=${path}">${visit.say('signIn')}</a></p>`;
      sendPage(response, 200, layout(visit, undefined, { title, main, takesLink }));
      return;
    }
    const shown = await this.#page.show({ ...visit, session });
    const main = html`${noticeOf(session, path, visit)} ${shown}`;
    sendPage(response, 200, layout(visit, session, { title, main, takesLink }));
  }

  #turnAway(request: IncomingMessage, response: ServerResponse, visit: Visit): void {
    const title = visit.say(this.#page.title);
    const main = this.#page.turnAway(visit);
    const session = this.#house.session(request, visit);
    const at = { ...visit, path: this.#page.path };
    sendPage(response, 403, layout(at, session, { title, main }));
  }

  async #act(
    action: Action,
    request: IncomingMessage,
    response: ServerResponse,
    visit: Visit,
  ): Promise<void> {
    const { path } = this.#page;
    const session = this.#house.session(request, visit);
    const isOurs = isSameOrigin(request.headers, visit.base);
    if (isOurs && session === undefined) {
      sendOn(response, path);
      return;
    }
    const form = await readForm(request);
    if (!isOurs || session?.admits(form) !== true) {
      const problem = { title: 'formRefused', text: 'formRefusedWhy', to: path } as const;
      sendProblem(response, visit, { status: 403, ...problem });
      return;
    }
    session.notices.delete(path);
    session.notices.set(path, await action({ ...visit, session }, form));
    sendOn(response, path);
  }
}

function noticeOf(session: Session, path: string, { say, language }: Visit) {
  return session.notices.get(path)?.(say, language);
}
