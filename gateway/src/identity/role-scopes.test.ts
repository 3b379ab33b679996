import { describe, expect, it } from '@jest/globals';
import type { Caller, Office } from '@causeway/schema';
import { roleScopes } from './role-scopes.js';

const presented = { subject: 's', client: 'c', tokenId: 't', purpose: 'TREAT' } as const;

describe('roleScopes', () => {
  it.each<[Office, string]>([
    ['COMMISSIONER', 'office:commissioner'],
    ['SECRETARY_FOR_HEALTH', 'office:secretary-for-health'],
    ['AUDITOR', 'office:auditor'],
  ])('gives the office of %s its scope', (office, scope) => {
    expect(roleScopes({ kind: 'office', office, ...presented })).toEqual([scope]);
  });

  it.each<Caller>([
    { kind: 'person', person: 'pat-1', ...presented },
    { kind: 'professional', practitionerRole: 'r', organization: 'o', grant: null, ...presented },
    {
      kind: 'system',
      system: 's',
      practitionerRole: 'r',
      organization: 'o',
      grant: 'g',
      ...presented,
    },
  ])('gives none to a $kind', (caller) => {
    expect(roleScopes(caller)).toEqual([]);
  });
});
