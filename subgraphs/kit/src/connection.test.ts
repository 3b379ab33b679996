import { describe, expect, it } from '@jest/globals';
import { graphql, printType } from 'graphql';
import { Args, Field, ID, ObjectType, Query, Resolver, buildSchemaSync } from 'type-graphql';
import { connectionOf, connectionPage } from './connection.js';
import type { Connection } from './connection.js';
import { encodeCursor } from './cursor.js';
import { PageArgs, pageRequest } from './page-request.js';

const SHAPE = ['text'] as const;
const LETTERS = ['a', 'b', 'c', 'd', 'e'];

/** The page of the letters, read as a repository would read it. */
function pageOfLetters(
  args: PageArgs,
  total: number | (() => number) = LETTERS.length,
): Connection<{ id: string }> {
  const request = pageRequest(args, SHAPE);
  const [after, before] = [request.after?.[0], request.before?.[0]];
  const between = LETTERS.filter(
    (letter) =>
      (after === undefined || letter > after) && (before === undefined || letter < before),
  );
  if (request.direction === 'backward') between.reverse();
  return connectionPage(request, {
    rows: between.slice(0, request.limit + 1),
    keysetOf: (letter) => [letter] as const,
    nodeOf: (id) => ({ id }),
    total,
  });
}

const cursor = (letter: string): string => encodeCursor([letter]);

describe('connectionPage', () => {
  it.each<[string, PageArgs, string, boolean, boolean]>([
    ['the whole list', {}, 'abcde', false, false],
    ['a first page', { first: 2 }, 'ab', false, true],
    ['a page in the middle', { first: 2, after: cursor('b') }, 'cd', true, true],
    ['a last page that is just full', { first: 2, after: cursor('c') }, 'de', true, false],
    ['the end of the list', { last: 2 }, 'de', true, false],
    ['a page back from a cursor', { last: 2, before: cursor('d') }, 'bc', true, true],
    ['the first page met going back', { last: 2, before: cursor('c') }, 'ab', false, true],
    [
      'what lies between two cursors',
      { after: cursor('a'), before: cursor('d') },
      'bc',
      true,
      false,
    ],
    ['nothing after the last item', { after: cursor('e') }, '', true, false],
  ])('gives %s in the order of the list', (_case, args, letters, hasPreviousPage, hasNextPage) => {
    const { edges, pageInfo } = pageOfLetters(args);
    expect(edges.map((edge) => edge.node?.id).join('')).toBe(letters);
    expect(pageInfo).toEqual({
      hasPreviousPage,
      hasNextPage,
      startCursor: letters === '' ? null : cursor(letters.slice(0, 1)),
      endCursor: letters === '' ? null : cursor(letters.slice(-1)),
    });
  });
});

describe('connectionOf', () => {
  @ObjectType({ description: 'A letter.' })
  class Letter {
    @Field(() => ID, { description: 'The letter itself.' })
    id!: string;
  }
  const LetterConnection = connectionOf('Letter', () => Letter);
  let counted = 0;

  @Resolver()
  class LetterResolver {
    @Query(() => LetterConnection)
    letters(@Args(() => PageArgs) args: PageArgs): Connection<Letter> {
      return pageOfLetters(args, () => {
        counted += 1;
        return LETTERS.length;
      });
    }
  }
  const schema = buildSchemaSync({ resolvers: [LetterResolver], validate: false });

  it('makes described types with a nullable node', () => {
    const sdl = ['LetterConnection', 'LetterEdge'].map((name) => {
      const type = schema.getType(name);
      if (type === undefined) throw new Error(`Expected a type ${name}, got none`);
      return printType(type);
    });
    expect(
      sdl
        .join('\n')
        .replaceAll(/\s*"""[^"]+"""/g, '')
        .trim(),
    ).toBe(
      [
        'type LetterConnection {',
        '  edges: [LetterEdge!]!',
        '  pageInfo: PageInfo!',
        '  totalCount: Int!',
        '}',
        'type LetterEdge {',
        '  cursor: String!',
        '  node: Letter',
        '}',
      ].join('\n'),
    );
    expect(sdl.join('\n').match(/"""/g)).toHaveLength(14);
  });

  it('counts only for clients that select the count', async () => {
    counted = 0;
    const page = await graphql({
      schema,
      source: '{ letters(first: 1) { edges { cursor node { id } } pageInfo { hasNextPage } } }',
    });
    expect(page.errors).toBeUndefined();
    expect(counted).toBe(0);
    const count = await graphql({ schema, source: '{ letters(last: 1) { totalCount } }' });
    expect(count.data).toEqual({ letters: { totalCount: 5 } });
    expect(counted).toBe(1);
  });

  it('answers a bad cursor with an error that says so', async () => {
    const { errors } = await graphql({
      schema,
      source: '{ letters(after: "nonsense") { totalCount } }',
    });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });
});
