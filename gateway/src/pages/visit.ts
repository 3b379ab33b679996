/** One request for a page: who visits, in which language, from which address. */
import type { IncomingMessage } from 'node:http';
import { LANGUAGES, preferredLanguage } from '@causeway/schema';
import type { Language } from '@causeway/schema';
import { cookieOf } from './cookies.js';
import type { Session } from './session.js';
import type { Say } from './texts/catalogue.js';

/** A request for a page. */
export interface Visit {
  readonly language: Language;
  readonly say: Say;
  /** The address of the pages, without a path. */
  readonly base: URL;
  /** The path asked for. */
  readonly path: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Aborted when the visitor has gone. */
  readonly signal: AbortSignal;
}

/** A request of somebody who has signed in. */
export interface SignedInVisit extends Visit {
  readonly session: Session;
}

/** The language chosen in the address, else before in this browser, else wished for by it. */
export function languageOf({ headers }: IncomingMessage, address: URL, base: URL): Language {
  return (
    chosenLanguage(address) ??
    spoken(cookieOf(headers.cookie, 'language', base)) ??
    preferredLanguage(headers['accept-language'])
  );
}

/** The language that the address chooses, if it does. */
export function chosenLanguage(address: URL): Language | undefined {
  return spoken(address.searchParams.get('language'));
}

function spoken(word: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === word);
}
