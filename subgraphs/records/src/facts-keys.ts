import { refused } from '@causeway/kit';
import type { RecordFactsKey } from '@causeway/schema';

/** The keys to facts about records that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function recordFactsKeys(values: readonly unknown[]): RecordFactsKey[] {
  return values.map((value) => {
    if (isRecordFactsKey(value)) return { patient: value.patient };
    throw refused('BAD_USER_INPUT', 'Expected a key `{ patient: String! }`, got another shape');
  });
}

function isRecordFactsKey(value: unknown): value is RecordFactsKey {
  if (typeof value !== 'object' || value === null) return false;
  return typeof (value as Readonly<Record<string, unknown>>)['patient'] === 'string';
}
