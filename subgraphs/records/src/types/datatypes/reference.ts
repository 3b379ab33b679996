import { ObjectType } from 'type-graphql';
import { Element, Part, list, part } from '../elements/element.js';
import { text } from '../elements/primitives.js';

/** @see https://hl7.org/fhir/R4/references.html */
@ObjectType({
  description:
    'Somebody or something that a record names (FHIR Reference), in words. Links to records are fields of their own.',
})
export class Reference extends Part {
  @Element(text, 'The FHIR type of what is named.')
  readonly type!: string | null;

  @Element(text, 'The name, as the source displays it.')
  readonly display!: string | null;
}

/** Somebody or something named. */
export const reference = part(() => Reference);

/** Several of them. */
export const references = list(reference);
