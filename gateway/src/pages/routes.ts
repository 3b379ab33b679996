import type { HttpRoute } from '../host/http-route.js';
import type { Ask } from './ask.js';
import { assetRoutes } from './assets.js';
import { authorisePage } from './authorise/authorise-page.js';
import { House } from './house.js';
import { linkPage } from './link/link-page.js';
import { PageRoute } from './page-route.js';
import { signInRoutes } from './sign-in/sign-in-routes.js';
import type { SignIn } from './sign-in/sign-in.js';

/** What the pages are made of. */
export interface PagesOptions {
  readonly signIn: SignIn;
  readonly ask: Ask;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of errors that visitors do not see. */
  readonly onError: (error: unknown) => void;
}

/** The pages for the two people without a client of their own: the patient who authorises, the clerk who redeems. */
export function pageRoutes({ signIn, ask, clock, onError }: PagesOptions): readonly HttpRoute[] {
  const house = new House(clock);
  const pages = [authorisePage(ask), linkPage(ask)];
  return [
    ...pages.flatMap((page) => new PageRoute(page, house, onError).routes),
    ...signInRoutes({ signIn, house, pages: pages.map(({ path }) => path), onError }),
    ...assetRoutes(),
  ];
}
