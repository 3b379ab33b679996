/** Facts as they travel from their owners to the gateway: JSON of the shapes of `@causeway/schema`. */
import { jsonScalar } from './json-scalar.js';

/** The facts of one key. */
export const AccessFacts = jsonScalar(
  'AccessFacts',
  'The facts a decision rests on, as their owner knows them. For the gateway alone.',
);

/** Which parties facts are asked of. */
export const AccessFactsKey = jsonScalar(
  'AccessFactsKey',
  'Which parties the facts are asked of. For the gateway alone.',
);
