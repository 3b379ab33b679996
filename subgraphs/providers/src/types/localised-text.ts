import { Field, ObjectType } from 'type-graphql';

/** A text in one language and script. */
@ObjectType({ description: 'A text in one language and script.' })
export class LocalisedText {
  @Field(() => String, {
    description: 'The language and script (BCP 47): en, zh-Hant-HK, zh-Hans-CN.',
  })
  language!: string;

  @Field(() => String, { description: 'The text.' })
  text!: string;
}
