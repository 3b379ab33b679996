import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('subscriptions-ask-queries');

const QUERIES = `
  type Query {
    me: Person
    version(of: ID!): String @open
    grantRequest(id: ID!): Person
  }
  type Person { name: String }
`;

describe('subscriptions-ask-queries', () => {
  it('takes a graph without subscriptions', () => {
    expectValid(QUERIES);
  });

  it('takes one that is as the query of its name, or of the name that stands for it', () => {
    expectValid(`${QUERIES}
      type Subscription { version(of: ID!): String @open myRequest(id: ID!): Person }
    `);
  });

  it('refuses one that asks no query', () => {
    expectErrors(`${QUERIES} type Subscription { other: String @open }`).toEqual([
      'Subscription.other: none',
    ]);
  });

  it.each([
    ['another type', 'version(of: ID!): Int @open', '(of: ID! = none [no label]): Int [@open]'],
    ['no label', 'version(of: ID!): String', '(of: ID! = none [no label]): String [no label]'],
    [
      'another argument',
      'version(for: ID!): String @open',
      '(for: ID! = none [no label]): String [@open]',
    ],
    [
      'another type of an argument',
      'version(of: ID): String @open',
      '(of: ID = none [no label]): String [@open]',
    ],
    [
      'a default',
      'version(of: ID! = "1"): String @open',
      '(of: ID! = "1" [no label]): String [@open]',
    ],
    [
      'a label of an argument',
      'version(of: ID! @patientId): String @open',
      '(of: ID! = none [@patientId(action: "READ")]): String [@open]',
    ],
    [
      'a role',
      'version(of: ID!): String @open @authenticated',
      '(of: ID! = none [no label]): String [@authenticated @open]',
    ],
  ])('refuses one with %s', (_what, field, got) => {
    expectErrors(`${QUERIES} type Subscription { ${field} }`).toEqual([
      `Subscription.version: ${got}`,
    ]);
  });
});
