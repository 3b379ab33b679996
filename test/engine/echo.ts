/** Fields that answer with the arguments they were given, as they arrived: what became of literals, variables and defaults. */

/** The types that the arguments are of, in every subgraph that has such a field. */
export const ECHO_TYPES = `
  enum PortKind { SEA RIVER }
  scalar Manifest
  input Range { min: Int! = 1 max: Float }
  input PortFilter { kinds: [PortKind!] = [SEA] depth: Range = {min: 2} names: [[String!]!] raw: Manifest not: PortFilter }
`;

/** Such a field. */
export const ECHO_FIELD =
  'echo(filter: PortFilter = {kinds: [RIVER]}, kinds: [PortKind], level: Float = 1, code: ID, flags: [Boolean!] = [true]): String!';

/** The arguments as text, whatever the order in which they are defined. */
export function echo(given: unknown): string {
  return JSON.stringify(given, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
}
