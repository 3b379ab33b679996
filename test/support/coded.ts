import { documentationOf } from '@causeway/schema';

/** The extensions of an error with that code: where it is explained, what else is expected, and nothing more. */
export function coded(code: string, about: object = {}): object {
  return { code, documentation: documentationOf(code), ...about };
}
