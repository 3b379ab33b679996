import { describe, expect, it } from '@jest/globals';
import { Key, Shareable } from '@causeway/schema/decorators';
import { graphql } from 'graphql';
import {
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { federatedSchema } from './build-subgraph.js';

/** Links a directive that is not of the federation, and has it composed. */
const HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: [
    "@key", "@extends", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@tag", "@override",
    "@interfaceObject", "@composeDirective"
  ])
  @link(url: "https://specs.invalid/stock/v1.0", import: ["@stocked"])
  @composeDirective(name: "@stocked")
directive @stocked on OBJECT
`;

@Shareable()
@ObjectType()
class Shelf {
  @Field(() => ID)
  row!: string;

  @Directive('@inaccessible')
  @Field(() => Int, { nullable: true })
  weight?: number;
}

@Directive('@extends')
@Key('badge')
@ObjectType()
class Keeper {
  @Directive('@external')
  @Field(() => ID)
  badge!: string;

  @Directive('@override(from: "staff")')
  @Field(() => String, { nullable: true })
  name?: string;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  years?: number;
}

@Directive('@stocked')
@Key('id')
@Key('title volume')
@Key('shelf { row }')
@ObjectType()
class Book {
  @Field(() => ID)
  id!: string;

  @Directive('@tag(name: "print")')
  @Field(() => String)
  title!: string;

  @Field(() => Int)
  volume!: number;

  @Field(() => Shelf)
  shelf!: Shelf;

  @Directive('@provides(fields: "years")')
  @Field(() => Keeper, { nullable: true })
  keeper?: Keeper;
}

/** Known to this schema by its key alone, and reached by no query of it. */
@Directive('@interfaceObject')
@Key('id')
@ObjectType()
class Medium {
  @Field(() => ID)
  id!: string;

  @Field(() => [Book])
  books!: Book[];
}

const book: Book = {
  id: 'b1',
  title: 'Tides',
  volume: 2,
  shelf: { row: 'C', weight: 4 },
  keeper: { badge: 'k1', years: 3 },
};

@Resolver()
class Books {
  @Query(() => Book)
  book(): Book {
    return book;
  }
}

@Resolver(() => Keeper)
class Keepers {
  @Directive('@requires(fields: "years")')
  @FieldResolver(() => Int, { nullable: true })
  days(@Root() { years }: Keeper): number | null {
    return years === undefined ? null : years * 365;
  }
}

const isBook = ({ id, title, volume, shelf }: Partial<Book>): boolean =>
  id === book.id ||
  (title === book.title && volume === book.volume) ||
  shelf?.row === book.shelf.row;

const { sdl, schema } = federatedSchema(HEADER, {
  resolvers: [Books, Keepers],
  orphanedTypes: [Medium],
  references: {
    Book: (reference: Partial<Book>) => (isBook(reference) ? book : null),
    Keeper: (reference: Keeper) => reference,
    Medium: ({ id }: Medium) => ({ id, books: [book] }),
  },
});

const served = await graphql({ schema, source: '{ _service { sdl } }' });
const service = served.data?.['_service'] as { readonly sdl: string };
const serviceSdl = service.sdl.replace(/\s+/g, ' ');

async function entities(representations: readonly object[], selection: string): Promise<unknown> {
  const source = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues: { of: representations },
  });
  expect(errors).toBeUndefined();
  return data?.['_entities'];
}

describe('a federated schema of classes', () => {
  it('begins with its header, and has what that defines on its types', () => {
    expect(sdl.startsWith(HEADER)).toBe(true);
    expect(serviceSdl).toContain('@composeDirective(name: "@stocked")');
    expect(serviceSdl).toContain('directive @stocked on OBJECT');
  });

  it.each([
    'type Book @stocked @key(fields: "id") @key(fields: "title volume") @key(fields: "shelf { row }") {',
    'title: String! @tag(name: "print")',
    'keeper: Keeper @provides(fields: "years")',
    'type Shelf @shareable {',
    'weight: Int @inaccessible',
    'type Keeper @extends @key(fields: "badge") {',
    'badge: ID! @external',
    'name: String @override(from: "staff")',
    'days: Int @requires(fields: "years")',
    'type Medium @interfaceObject @key(fields: "id") {',
  ])('tells composers of %s', (text) => {
    expect(serviceSdl).toContain(text);
  });

  it('resolves an entity by each of its keys, and null for one that is not there', async () => {
    const keys = [
      { id: 'b1' },
      { title: 'Tides', volume: 2 },
      { shelf: { row: 'C' } },
      { id: 'b2' },
    ].map((key) => ({ __typename: 'Book', ...key }));
    const found = { id: 'b1', shelf: { weight: 4 } };
    expect(await entities(keys, '... on Book { id shelf { weight } }')).toEqual([
      found,
      found,
      found,
      null,
    ]);
  });

  it('resolves what requires fields of others from the reference', async () => {
    const keepers = [{ badge: 'k1', years: 2 }, { badge: 'k2' }].map((one) => ({
      __typename: 'Keeper',
      ...one,
    }));
    expect(await entities(keepers, '... on Keeper { days }')).toEqual([
      { days: 730 },
      { days: null },
    ]);
  });

  it('resolves an interface object by its key', async () => {
    const media = [{ __typename: 'Medium', id: 'm1' }];
    const books = [{ title: 'Tides', keeper: { badge: 'k1', years: 3 } }];
    expect(
      await entities(media, '... on Medium { books { title keeper { badge years } } }'),
    ).toEqual([{ books }]);
  });
});
