import { refused } from '@causeway/kit';
import type { RecordFactsKey } from '@causeway/schema';

/** The keys to facts about records that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function recordFactsKeys(values: readonly unknown[]): RecordFactsKey[] {
  return values.map((value) => {
    if (isRecordFactsKey(value)) {
      const { patient, record } = value;
      return record === undefined ? { patient } : { patient, record };
    }
    throw refused(
      'BAD_USER_INPUT',
      'Expected a key `{ patient: String!, record: String }`, got another shape',
    );
  });
}

function isRecordFactsKey(value: unknown): value is RecordFactsKey {
  if (typeof value !== 'object' || value === null) return false;
  const { patient, record } = value as Readonly<Record<string, unknown>>;
  return typeof patient === 'string' && (record === undefined || typeof record === 'string');
}
