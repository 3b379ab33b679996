/** Keys that ask for facts as of an instant of the past, among the many that ask for those of the present. */
import { isInstant } from '@causeway/schema';
import { refused } from './refused.js';

/** A key that may name an instant, in epoch milliseconds. */
interface Timed {
  readonly at?: number;
}

/**
 * The instant that a key names, if it does.
 *
 * @throws GraphQLError BAD_USER_INPUT for what is no instant
 */
export function instantOf(key: object): Timed {
  if (!('at' in key)) return {};
  const { at } = key;
  if (typeof at === 'number' && isInstant(at)) return { at };
  throw refused('BAD_USER_INPUT', 'Expected an instant in epoch milliseconds, got something else');
}

/** Answers keys in their order; those of one instant are read together. */
export function readByInstant<Key extends Timed, Facts>(
  keys: readonly Key[],
  read: (keys: readonly Key[], at: number | undefined) => Facts[],
): Facts[] {
  const groups = Map.groupBy(keys, ({ at }) => at);
  const [group] = groups.keys();
  if (groups.size <= 1) return read(keys, group);
  const answers = new Map<Key, Facts>();
  for (const [at, some] of groups) {
    const facts = read(some, at);
    facts.forEach((one, position) => {
      const key = some[position];
      if (key !== undefined) answers.set(key, one);
    });
  }
  return keys.flatMap((key) => {
    const answer = answers.get(key);
    return answer === undefined ? [] : [answer];
  });
}
