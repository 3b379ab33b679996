import { ObjectType } from 'type-graphql';
import { Element, Part, part } from '../elements/element.js';
import { dateTime, integer, text } from '../elements/primitives.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Attachment */
@ObjectType({
  description:
    'A document (FHIR Attachment). Its address elsewhere is left out: whoever follows it would go around this layer.',
})
export class Attachment extends Part {
  @Element(text, 'The media type: `text/plain`, `application/pdf`.')
  readonly contentType!: string | null;

  @Element(text, 'The language (BCP 47).')
  readonly language!: string | null;

  @Element(text, 'The content in base64; null where the source keeps it elsewhere.')
  readonly data!: string | null;

  @Element(integer, 'The number of bytes before base64.')
  readonly size!: number | null;

  @Element(text, 'What to show in place of the content.')
  readonly title!: string | null;

  @Element(dateTime, 'When the content was first made.')
  readonly creation!: string | null;
}

/** A document. */
export const attachment = part(() => Attachment);
