import { refused } from '@causeway/kit';
import type { NoticeOutcome } from '@causeway/schema';

const RESULTS: readonly unknown[] = ['DELIVERED', 'SUPPRESSED', 'FAILED'];

/** The outcomes that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function noticeOutcomes(values: readonly unknown[]): NoticeOutcome[] {
  return values.map((value, index) => {
    if (isOutcome(value)) return value;
    throw refused(
      'BAD_USER_INPUT',
      `Expected an outcome \`{ id, result: DELIVERED | SUPPRESSED | FAILED }\` at ${index}, got another shape`,
    );
  });
}

function isOutcome(value: unknown): value is NoticeOutcome {
  const { id, result } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && id !== '' && RESULTS.includes(result);
}
