// Loads the metadata that type-graphql's decorators need.
import '@causeway/schema/decorators';
import { filled } from '@causeway/schema';
import { ArgsType, Field, Int } from 'type-graphql';
import { decodeCursor } from './cursor.js';
import type { Keyset, KeysetShape } from './cursor.js';
import { PAGE } from './page-texts.js';
import { refused } from './refused.js';

/** Items of a page when the client does not say how many. */
export const DEFAULT_PAGE_SIZE = 20;

/** The most items of one page. */
export const MAX_PAGE_SIZE = 100;

/**
 * The arguments of every connection; a connection with filters extends them.
 *
 * @see https://relay.dev/graphql/connections.htm#sec-Arguments
 */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'At most this many items from the start: 1 to 100; 20 where neither `first` nor `last` is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items that follow this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'At most this many items from the end: 1 to 100. Not together with `first`.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items that precede this cursor.' })
  before?: string | null;
}

/**
 * A page as a repository reads it: `limit` + 1 items strictly between `after` and `before`, in the order of the list
 * (`forward`) or against it (`backward`).
 */
export interface PageRequest<Shape extends KeysetShape> {
  readonly direction: 'forward' | 'backward';
  /** Items of the page; one more is read, to see whether the list goes on. */
  readonly limit: number;
  readonly after: Keyset<Shape> | null;
  readonly before: Keyset<Shape> | null;
}

/**
 * The page that a client's arguments ask for, over a list sorted by keysets of the given shape.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size out of bounds, `first` and `last` together, or a bad cursor
 */
export function pageRequest<Shape extends KeysetShape>(
  args: PageArgs,
  shape: Shape,
): PageRequest<Shape> {
  const { first, last, after, before } = args;
  if (first != null && last != null) {
    throw refused('BAD_USER_INPUT', PAGE.bothEnds);
  }
  return {
    direction: last == null ? 'forward' : 'backward',
    limit: last == null ? pageSize('first', first ?? DEFAULT_PAGE_SIZE) : pageSize('last', last),
    after: after == null ? null : decodeCursor(after, shape),
    before: before == null ? null : decodeCursor(before, shape),
  };
}

function pageSize(argument: 'first' | 'last', size: number): number {
  if (size >= 1 && size <= MAX_PAGE_SIZE) return size;
  throw refused('BAD_USER_INPUT', filled(PAGE.size, { argument, most: MAX_PAGE_SIZE, got: size }));
}
