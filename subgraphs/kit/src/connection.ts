/**
 * Relay connections with keyset pagination: the GraphQL types of a connection, and a page made of the rows that a
 * repository read for a `PageRequest`.
 *
 * @see https://relay.dev/graphql/connections.htm
 */
import { PageInfo } from '@causeway/schema/datatypes';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { encodeCursor } from './cursor.js';
import type { Keyset, KeysetShape } from './cursor.js';
import type { PageRequest } from './page-request.js';

/** An item with its place in the list. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node | null;
}

/** A page of a list, as the fields of a connection type resolve from it. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  /** Counted when it is read, so only for clients that select it. */
  readonly totalCount: number | Promise<number>;
}

/** The types `XConnection` and `XEdge` of a node type X, as value types: labelled by the field that returns them. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place there.` })
  class EdgeType implements Edge<Node> {
    @Field(() => String, {
      description: 'Where the item stands; give it to `after` or `before`. Opaque.',
    })
    cursor!: string;

    @Field(() => node(), { nullable: true, description: 'The item.' })
    node!: Node | null;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The items of this page, in the order of the list.' })
    edges!: readonly Edge<Node>[];

    @Field(() => PageInfo, { description: 'Where this page stands within the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many items of the whole list the caller may see.' })
    totalCount!: number | Promise<number>;
  }

  return ConnectionType;
}

/** How a page is made of what a repository read. */
export interface PageSource<Row, Node, Shape extends KeysetShape> {
  /** Up to `limit` + 1 rows, in the direction of the request. */
  readonly rows: readonly Row[];
  readonly keysetOf: (row: Row) => Keyset<Shape>;
  readonly nodeOf: (row: Row) => Node | null;
  /** How many items the whole list has, or how to count them when somebody asks. */
  readonly total: number | (() => number | Promise<number>);
}

/** The page that answers a request. */
export function connectionPage<Row, Node, Shape extends KeysetShape>(
  request: PageRequest<Shape>,
  source: PageSource<Row, Node, Shape>,
): Connection<Node> {
  const { rows, keysetOf, nodeOf, total } = source;
  const isForward = request.direction === 'forward';
  const goesOn = rows.length > request.limit;
  const page = rows.slice(0, request.limit);
  if (!isForward) page.reverse();
  const edges = page.map((row) => ({ cursor: encodeCursor(keysetOf(row)), node: nodeOf(row) }));
  return {
    edges,
    pageInfo: {
      // The other side is told by the arguments alone: who holds a cursor came from there.
      hasNextPage: isForward ? goesOn : request.before !== null,
      hasPreviousPage: isForward ? request.after !== null : goesOn,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return typeof total === 'function' ? total() : total;
    },
  };
}
