/** What the scenes expect of answers. */
import { z } from 'zod';
import { StoryError } from './stage.js';
import type { Reply } from './stage.js';

/** The data of an answer without errors, in the shape that is expected. @throws StoryError for any other */
export function answered<Data>(reply: Reply, shape: z.ZodType<Data>): Data {
  if (reply.errors.length > 0) throw new StoryError('an answer without errors', reply.errors);
  return shaped(reply.data, shape);
}

/** The data of an answer, errors or not, in the shape that is expected. @throws StoryError for any other */
export function shaped<Data>(data: unknown, shape: z.ZodType<Data>): Data {
  const parsed = shape.safeParse(data);
  if (!parsed.success) throw new StoryError(z.prettifyError(parsed.error), data);
  return parsed.data;
}

/** That an answer refuses with a code. @throws StoryError if it does not */
export function refusedWith(code: string, { data, errors }: Reply): void {
  if (errors.some(({ extensions }) => extensions?.['code'] === code)) return;
  throw new StoryError(`the code ${code}`, { data, errors });
}

/** That something holds. @throws StoryError if it does not */
export function holds(isSo: boolean, expected: string, got: unknown): void {
  if (!isSo) throw new StoryError(expected, got);
}
