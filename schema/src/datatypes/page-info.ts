import { Field, ObjectType } from 'type-graphql';
import { Shareable } from '../decorators.js';

/** @see https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo */
@Shareable()
@ObjectType({ description: 'Where a page stands within its connection.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether items follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether items precede this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first item of this page.',
  })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item of this page.' })
  endCursor!: string | null;
}
