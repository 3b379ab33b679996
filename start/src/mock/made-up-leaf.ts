/** Values of scalars and enums, made up from a seed by what the field is called. */
import { idOf, randomOf } from '@causeway/seeds/stage';
import type { GraphQLEnumType, GraphQLScalarType } from 'graphql';

/** What a leaf value is made up for. */
export interface LeafPlace {
  readonly parent: string;
  readonly field: string;
  readonly seed: string;
  /** The FHIR date of the object it belongs to. */
  readonly date: string;
}

/** Texts by the name of their field, where a text of that name is of one kind wherever it stands. */
const TEXTS: Readonly<Record<string, string>> = {
  status: 'final',
  use: 'official',
  unit: 'mmol/L',
  language: 'en',
  sourceJurisdiction: 'HK',
  jurisdiction: 'HK',
  versionId: '1',
  contentType: 'application/pdf',
  mediaType: 'image/png',
  criticality: 'low',
  intent: 'order',
  lookBack: 'P3Y',
  within: 'P7D',
  duration: 'P7D',
  code: 'MOCK-2KQ7-9XTM',
  link: 'shlink:/mock',
  qrCode: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  profession: 'DOCTOR',
  conclusion: 'Within normal limits.',
  system: 'https://invented.example/mock',
  url: 'https://invented.example/mock',
};

/** Flags that are usually set; others usually are not. */
const USUALLY_TRUE: ReadonlySet<string> = new Set(['active', 'requestor', 'reported']);

/** Words of enums that a mock begins with, where some value is more telling than any. */
const FIRST_WORDS: readonly string[] = ['ACTIVE', 'PERMIT', 'RELEASED', 'READ', 'REQUESTED', 'DUE'];

/** A value of a scalar. One that only the gateway asks for has none to make up. */
export function madeUpScalar({ name }: GraphQLScalarType, place: LeafPlace): unknown {
  const { field, seed, date } = place;
  const random = randomOf(`${seed}.${field}`);
  switch (name) {
    case 'ID':
      return idOf(`mock/${seed}.${field}`);
    case 'Boolean':
      return USUALLY_TRUE.has(field);
    case 'Int':
      return random.between(1, 20);
    case 'Float':
      return random.between(10, 200) / 10;
    case 'Date':
    case 'DateTime':
      return date;
    case 'String':
      return TEXTS[field] ?? sentenceOf(place);
    default:
      return null;
  }
}

/** A word of an enum. */
export function madeUpWord(type: GraphQLEnumType, { field, seed }: LeafPlace): string {
  const words = type.getValues().map(({ name }) => name);
  return (
    FIRST_WORDS.find((word) => words.includes(word)) ?? randomOf(`${seed}.${field}`).pick(words)
  );
}

/** `ImagingStudy.description` as "Description of imaging study". */
function sentenceOf({ parent, field }: LeafPlace): string {
  const [first = '', ...rest] = wordsOf(field);
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')} of ${wordsOf(parent).join(' ')}`;
}

function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [name]).map((word) => word.toLowerCase());
}
