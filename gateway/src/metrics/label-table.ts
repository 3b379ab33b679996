/** One value per label, made beforehand, so that nothing is made when something is counted. */
export function eachLabel<Label extends string, Value>(
  labels: readonly Label[],
  make: (label: Label) => Value,
): Readonly<Record<Label, Value>> {
  return Object.fromEntries(labels.map((label) => [label, make(label)])) as Record<Label, Value>;
}
