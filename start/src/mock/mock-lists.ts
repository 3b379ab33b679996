/** Lists of the mock: which of their items the arguments ask for, and the page of them. */
import { connectionPage, pageRequest } from '@causeway/kit';
import type { Connection, PageArgs } from '@causeway/kit';
import { confidentialityOf, earliestInstant, latestInstant } from '@causeway/schema';
import type { Code } from '@causeway/schema';
import type { MockObject } from './mock-object.js';

/** The arguments of a list. */
export type ListArgs = Readonly<Record<string, unknown>>;

/** Reads a field of an item as a client would see it. */
export type ReadField = (item: MockObject, field: string) => unknown;

const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/**
 * The page of a list that its arguments ask for.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size out of bounds, `first` and `last` together, or a bad cursor
 */
export function pageOf(items: readonly MockObject[], args: ListArgs): Connection<MockObject> {
  const request = pageRequest(args as PageArgs, ['number']);
  const [after, before] = [request.after?.[0] ?? -1, request.before?.[0] ?? items.length];
  const places = items.map((item, place) => ({ item, place }));
  const between = places.filter(({ place }) => place > after && place < before);
  const rows = request.direction === 'forward' ? between : between.toReversed();
  return connectionPage(request, {
    rows: rows.slice(0, request.limit + 1),
    keysetOf: ({ place }) => [place],
    nodeOf: ({ item }) => item,
    total: items.length,
  });
}

/** The items that meet every argument but those of the page: a period, codes, or the words and ids of a field. */
export function matching(
  items: readonly MockObject[],
  args: ListArgs,
  read: ReadField,
): readonly MockObject[] {
  const asked = Object.entries(args).filter(
    ([name, value]) => !PAGE_ARGUMENTS.has(name) && value !== null && value !== undefined,
  );
  return items.filter((item) => asked.every(([name, value]) => meets(item, name, value, read)));
}

function meets(item: MockObject, name: string, value: unknown, read: ReadField): boolean {
  switch (name) {
    case 'period':
      return isWithin(item.date, value as { readonly start?: string; readonly end?: string });
    case 'from':
      return isWithin(item.date, { start: value as string });
    case 'to':
      return isWithin(item.date, { end: value as string });
    case 'restricted':
      return (
        (confidentialityOf((item.given['security'] ?? []) as readonly Code[]) !== 'N') === value
      );
    case 'code':
      return hasCode(item, value as readonly Partial<Code>[]);
    case 'text':
      return JSON.stringify(item.given['names'] ?? '').includes(JSON.stringify(value).slice(1, -1));
    default: {
      const own = read(item, name);
      return own === undefined || (Array.isArray(value) ? value : [value]).includes(own);
    }
  }
}

function isWithin(
  date: string,
  { start, end }: { readonly start?: string | null; readonly end?: string | null },
): boolean {
  const from = earliestInstant(start);
  const to = latestInstant(end);
  return (
    (from === null || (latestInstant(date) ?? 0) >= from) &&
    (to === null || (earliestInstant(date) ?? 0) <= to)
  );
}

function hasCode(item: MockObject, asked: readonly Partial<Code>[]): boolean {
  const codings = Object.values(item.given).flatMap((value) =>
    typeof value === 'object' && value !== null && 'coding' in value
      ? (value.coding as readonly Code[])
      : [],
  );
  return asked.some(({ system, code }) =>
    codings.some((own) => (system ?? own.system) === own.system && (code ?? own.code) === own.code),
  );
}
