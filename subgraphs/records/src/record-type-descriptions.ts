import { SharableCategory } from '@causeway/schema/datatypes';
import type { ClinicalScope } from '@causeway/schema';
import { Authenticated, Open } from '@causeway/schema/decorators';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { recordListings } from './listing.js';
import { CATEGORIES, RECORD_TYPES } from './record-types.js';
import { registeredType } from './types/index.js';

/** A list of records that a patient has. */
@ObjectType({ description: 'A field of Patient that lists records of a type.' })
export class RecordListDescription {
  @Field(() => String, { description: 'The name of the field.' })
  field!: string;

  @Field(() => SharableCategory, {
    description: 'The category it lists; a consent has to cover it.',
  })
  category!: ClinicalScope;

  @Field(() => String, { description: 'What it lists.' })
  description!: string;
}

/** A record type. */
@Open()
@ObjectType({
  description: 'A FHIR resource that holds clinical records, as this graph shares it.',
})
export class RecordTypeDescription {
  @Field(() => String, { description: 'The FHIR resource type, which is also the GraphQL type.' })
  name!: string;

  @Field(() => String, { description: 'What records of this type are.' })
  description!: string;

  @Field(() => [SharableCategory], { description: 'The categories such a record can belong to.' })
  categories!: readonly ClinicalScope[];

  @Field(() => [RecordListDescription], { description: 'Where Patient lists them.' })
  lists!: readonly RecordListDescription[];
}

/** Tells which records there are to ask for. */
@Resolver()
export class RecordTypesResolver {
  @Open()
  @Authenticated()
  @Query(() => [RecordTypeDescription], {
    description:
      'The types of clinical records that this graph shares, and where Patient lists them.',
  })
  recordTypes(): RecordTypeDescription[] {
    return RECORD_TYPES.map((name) => ({
      name,
      description: registeredType(name).description,
      categories: CATEGORIES[name],
      lists: recordListings().filter(({ type }) => type === name),
    }));
  }
}
