import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { PreparedOperations } from './prepared-operations.js';

const schema = buildSchema('type Query { a: Int b: Int } type Mutation { change: Int }');

describe('PreparedOperations', () => {
  it('prepares a text once', () => {
    const operations = new PreparedOperations(schema);
    expect(operations.get('{ a }')).toBe(operations.get('{ a }'));
  });

  it.each([
    ['{ a }', false],
    ['mutation { change }', true],
  ])('tells whether %s may change something', (text, changes) => {
    expect(new PreparedOperations(schema).get(text)).toMatchObject({ changes });
  });

  it.each(['{ c }', '{ a'])('says what is wrong with %s', (text) => {
    expect(new PreparedOperations(schema).get(text)).toMatchObject({
      errors: [{ name: 'GraphQLError' }],
    });
  });

  it('keeps no more than its bound, and longest what is asked for again', () => {
    const two = 2 * '{ a }'.length * 100;
    const operations = new PreparedOperations(schema, two);
    const [a, b] = [operations.get('{ a }'), operations.get('{ b }')];
    operations.get('{ a }');
    operations.get('{b a}');
    expect(operations.get('{ a }')).toBe(a);
    expect(operations.get('{ b }')).not.toBe(b);
  });

  it('does not keep one that is larger than all may be', () => {
    const operations = new PreparedOperations(schema, 10);
    expect(operations.get('{ a }')).not.toBe(operations.get('{ a }'));
  });
});
