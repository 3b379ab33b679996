import type { Html } from './html.js';
import type { Notice } from './session.js';
import type { TextKey } from './texts/catalogue.js';
import type { SignedInVisit, Visit } from './visit.js';

/** Something that can be done on a page: by a form that is posted to the action's path. */
export type Action = (visit: SignedInVisit, form: URLSearchParams) => Promise<Notice>;

/** A page for people who sign in. */
export interface Page {
  readonly path: `/${string}`;
  readonly title: TextKey;
  /** Whether a link in the page's address is moved into its form. */
  readonly takesLink: boolean;
  /** What is told to those who have not signed in yet. */
  invite(visit: Visit): Html;
  /** What is told to those whom it is not for. */
  turnAway(visit: Visit): Html;
  /**
   * What is shown.
   *
   * @throws SignedOutError, WrongAccountError or NoAnswerError
   */
  show(visit: SignedInVisit): Promise<Html>;
  /** What can be done, by the last part of the path. */
  readonly actions: Readonly<Record<string, Action>>;
}
