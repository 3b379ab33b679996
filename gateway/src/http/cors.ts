import { CSRF_HEADERS } from './csrf.js';

/** Headers as `writeHead` takes them: names and values in turn. */
export type HeaderList = readonly string[];

/** What every answer carries: it is kept by nobody, and no browser guesses its type. */
const ALWAYS: HeaderList = ['cache-control', 'no-store', 'x-content-type-options', 'nosniff'];

const PREFLIGHT: HeaderList = [
  'access-control-allow-methods',
  'GET, POST',
  'access-control-allow-headers',
  ['authorization', 'dpop', 'content-type', 'purpose-of-use', ...CSRF_HEADERS].join(', '),
  'access-control-max-age',
  '600',
];

/** The headers of an answer that pages of any origin may read. */
export const ANY_ORIGIN: HeaderList = [
  ...ALWAYS,
  'vary',
  'origin, accept-language',
  'access-control-allow-origin',
  '*',
  'access-control-allow-methods',
  'GET, POST',
  'access-control-allow-headers',
  'content-type',
  'access-control-max-age',
  '600',
];

/** The headers that every answer carries, by the origin of the page that asks. */
export class OriginHeaders {
  /** For pages of no origin that is allowed, and for clients that are no pages. */
  readonly #others: HeaderList = [
    ...ALWAYS,
    'vary',
    // Even what is told of the schema depends on who asks.
    'origin, accept-language, authorization, purpose-of-use',
  ];
  readonly #allowed: ReadonlyMap<string, HeaderList>;

  /** Only pages of these origins may read answers. */
  constructor(origins: readonly string[]) {
    this.#allowed = new Map(
      origins.map((origin) => [
        origin,
        [...this.#others, 'access-control-allow-origin', origin, ...PREFLIGHT],
      ]),
    );
  }

  /** The headers of an answer to a page of an origin; undefined for a client that is no page. */
  of(origin: string | undefined): HeaderList {
    return (origin === undefined ? undefined : this.#allowed.get(origin)) ?? this.#others;
  }
}
