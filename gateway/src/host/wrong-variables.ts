import { filled, texts } from '@causeway/schema';
import { Kind, print } from 'graphql';
import type { GraphQLError } from 'graphql';
import { OWN_TEXTS } from './error-text.js';
import type { RunResult } from './run-result.js';

const WRONG = texts(
  'Expected the variable {name} to be of type {type}, got another value',
  '變數 {name} 的類型應為 {type}，但收到的值並不相符',
  '变量 {name} 的类型应为 {type}，但收到的值不相符',
);

const WRONG_AT = texts(
  'Expected the variable {name} to be of type {type}, got another value at {place}',
  '變數 {name} 的類型應為 {type}，但在 {place} 收到的值並不相符',
  '变量 {name} 的类型应为 {type}，但在 {place} 收到的值不相符',
);

const NOT_THEIRS = texts(
  'Expected the variables that the operation declares, got others',
  '變數與查詢所宣告的不符',
  '变量与查询所声明的不符',
);

/** Where in a value something is wrong, as graphql-js says it: in the client's own keys. */
const PLACE = / at "([\w.[\]]{1,200})"; /;

/**
 * What comes of an operation with variables that are not what it declares: nothing is run. It is told by the operation's
 * own declaration, and by the keys that were sent: the rest of the schema may not be the caller's to know.
 */
export function wrongVariablesRun(errors: readonly GraphQLError[]): RunResult {
  return {
    head: { status: 400 },
    errors: errors.map((error) => {
      const told = textsOf(error);
      const extensions = { code: 'BAD_USER_INPUT', [OWN_TEXTS]: told };
      return { message: told.en, path: [], extensions };
    }),
  };
}

function textsOf({ nodes = [], message }: GraphQLError): typeof WRONG {
  const [node] = nodes;
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return NOT_THEIRS;
  const name = `$${node.variable.name.value}`;
  const type = print(node.type);
  const [, place] = PLACE.exec(message) ?? [];
  return place === undefined
    ? filled(WRONG, { name, type })
    : filled(WRONG_AT, { name, type, place });
}
