import { registerEnumType } from 'type-graphql';

/** A GraphQL enum of the given words, each with its description; inside, its values are the words themselves. */
export function wordEnum<Word extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Word, string>>,
): { readonly [W in Word]: W } {
  const names = Object.keys(words) as Word[];
  const values = Object.fromEntries(names.map((word) => [word, word])) as {
    readonly [W in Word]: W;
  };
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      names.map((word) => [word, { description: words[word] }]),
    ) as Record<Word, { description: string }>,
  });
  return values;
}
