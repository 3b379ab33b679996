import type { RecordFactsKey } from '@causeway/schema';
import { GraphQLError } from 'graphql';

/** The keys to facts about records that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function recordFactsKeys(values: readonly unknown[]): RecordFactsKey[] {
  return values.map((value) => {
    if (isRecordFactsKey(value)) return { patient: value.patient };
    throw new GraphQLError('Expected a key `{ patient: String! }`, got another shape', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
}

function isRecordFactsKey(value: unknown): value is RecordFactsKey {
  if (typeof value !== 'object' || value === null) return false;
  return typeof (value as Readonly<Record<string, unknown>>)['patient'] === 'string';
}
