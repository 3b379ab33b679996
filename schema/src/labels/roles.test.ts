import { describe, expect, it } from '@jest/globals';
import type { RoleRequirement } from './model.js';
import { NO_ROLES, allRolesOf, anyRolesOf, describeRoles, impliesRoles, rolesOf } from './roles.js';

const scopes = (...anyOf: readonly (readonly string[])[]): RoleRequirement => ({
  authenticated: true,
  anyOf,
});
const SIGNED_IN: RoleRequirement = { authenticated: true, anyOf: [] };

describe('roles', () => {
  it.each<readonly [string, readonly RoleRequirement[], RoleRequirement]>([
    ['nothing', [], NO_ROLES],
    ['an OR of ANDs', [scopes(['a'], ['b', 'c'])], scopes(['a'], ['b', 'c'])],
    [
      'the product of two',
      [scopes(['a'], ['b']), scopes(['c'], ['d'])],
      scopes(['a', 'c'], ['a', 'd'], ['b', 'c'], ['b', 'd']),
    ],
    ['each word once', [scopes(['a', 'b']), scopes(['b'])], scopes(['a', 'b'])],
    [
      'no set that asks for more than another',
      [scopes(['a'], ['b']), scopes(['a'])],
      scopes(['a']),
    ],
    ['a known caller beside', [SIGNED_IN, scopes(['a'])], scopes(['a'])],
  ])('that count together come to %s', (_what, requirements, together) => {
    expect(allRolesOf(...requirements)).toEqual(together);
  });

  it('do not grow with how often they are asked for', () => {
    const demand = scopes(['a'], ['b'], ['c']);
    expect(allRolesOf(...new Array<RoleRequirement>(40).fill(demand))).toEqual(demand);
  });

  it.each<readonly [readonly RoleRequirement[], RoleRequirement]>([
    [[], SIGNED_IN],
    [[scopes(['a']), NO_ROLES], NO_ROLES],
    [[scopes(['a']), scopes(['b'], ['a', 'c'])], scopes(['a'], ['b'])],
  ])('of which one is enough: %j', (requirements, one) => {
    expect(anyRolesOf(...requirements)).toEqual(one);
  });

  it.each<readonly [unknown, RoleRequirement]>([
    [[], SIGNED_IN],
    [[[]], SIGNED_IN],
    [[['a'], []], SIGNED_IN],
  ])('of no scope, %j, ask for a known caller alone, and lift nothing', (given, roles) => {
    const none = { name: 'requiresScopes', arguments: { scopes: given } };
    const one = { name: 'requiresScopes', arguments: { scopes: [['office']] } };
    expect(rolesOf([none])).toEqual(roles);
    expect(rolesOf([one, none])).toEqual(scopes(['office']));
    expect(rolesOf([none, one])).toEqual(scopes(['office']));
  });

  it.each<readonly [RoleRequirement, RoleRequirement, boolean]>([
    [NO_ROLES, NO_ROLES, true],
    [NO_ROLES, SIGNED_IN, false],
    [SIGNED_IN, NO_ROLES, true],
    [SIGNED_IN, scopes(['a']), false],
    [scopes(['a']), SIGNED_IN, true],
    [scopes(['a', 'b']), scopes(['a']), true],
    [scopes(['a']), scopes(['a', 'b']), false],
    [scopes(['a']), scopes(['a'], ['b']), true],
    // One way of meeting the first does not meet the second.
    [scopes(['a'], ['b']), scopes(['a']), false],
    [scopes(['a', 'c'], ['b', 'c']), scopes(['c']), true],
  ])('%j imply %j: %j', (first, second, implied) => {
    expect(impliesRoles(first, second)).toBe(implied);
  });

  it('are told as they are written', () => {
    expect([scopes(['a'], ['b']), SIGNED_IN, NO_ROLES].map(describeRoles)).toEqual([
      '@requiresScopes(scopes: [["a"],["b"]])',
      '@authenticated',
      'no role',
    ]);
  });
});
