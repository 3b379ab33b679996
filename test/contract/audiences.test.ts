/** What audiences could ever hold, as contracts are made from it, is what the decision can ever permit. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  ACTIONS,
  AUDIENCES,
  CLINICAL_SCOPES,
  SCOPES,
  isAdministrativeScope,
} from '@causeway/schema';
import type { AudienceCaller, AudienceName, Holding, Permit, Role, Scope } from '@causeway/schema';
import { roleScopes } from '@causeway/gateway';
import fc from 'fast-check';
import { decide } from '../../gateway/src/enforcement/decide/decide.js';
import { providerRole } from '../../gateway/src/enforcement/decide/provider-role.js';
import type { DecisionRequest } from '../../gateway/src/enforcement/decide/request.js';
import { SITUATIONS, requestsOf } from './widest-requests.js';
import type { Situation } from './widest-requests.js';

const KINDS = AUDIENCES.flatMap(({ name, callers }) =>
  callers.map((caller): [AudienceName, string, AudienceCaller] => [name, caller.caller, caller]),
);

describe.each(KINDS)('to the audience %s, a %s', (audience, _name, caller) => {
  const permits = permitsOf(audience, caller);
  const all = Object.values(permits).flat();

  it('can hold each scope by what the table says, and no other scope', () => {
    expect(
      Object.fromEntries(
        SCOPES.flatMap((scope) => {
          const how = holdingOf(scope, permits);
          return how === null ? [] : [[scope, how]];
        }),
      ),
    ).toEqual(caller.scopes);
  });

  it('can be permitted the actions of the table, where and for the reason that it says', () => {
    const permitted = new Set(all.map(({ action }) => action));
    expect(ACTIONS.filter((action) => permitted.has(action))).toEqual(caller.actions);
    expect(new Set(all.map(({ abroad }) => abroad))).toEqual(new Set([caller.abroad]));
    expect(new Set(all.map((permit) => permit.administrativeBasis))).toEqual(
      new Set([caller.basis]),
    );
  });

  it('holds the roles of the table, by token or by facts', () => {
    for (const situation of SITUATIONS)
      expect(
        new Set(requestsOf(audience, caller, situation).flatMap((request) => rolesOf(request))),
      ).toEqual(new Set(caller.roles));
  });

  it('declares an emergency with no more than PERSON, where the table says that it may', () => {
    const declared = all.filter(({ action }) => action === 'EMERGENCY');
    expect(declared.length > 0).toBe(caller.actions.includes('EMERGENCY'));
    const shown = caller.scopes.PERSON === undefined ? [] : ['PERSON'];
    for (const { scopes } of declared) expect(scopes).toEqual(shown);
  });

  it('deposits with no more than DEPOSIT, where the table says that it may', () => {
    const deposits = all.filter(({ action }) => action === 'DEPOSIT');
    expect(deposits.length > 0).toBe(caller.actions.includes('DEPOSIT'));
    for (const { scopes } of deposits) expect(scopes).toEqual(['DEPOSIT']);
  });

  it('is bound by what records say of themselves where it is a party, and only there', () => {
    for (const permit of all) {
      const isBound =
        permit.windowStart !== null ||
        permit.exclusions.length > 0 ||
        !['N', 'R', 'V'].every((level) => permit.confidentiality.some((one) => one === level));
      if (isBound) expect(permit.administrativeBasis).toBe('PARTY');
      if (permit.authorOrganization !== null)
        expect([permit.abroad, caller.basis]).toEqual([false, 'PARTY']);
    }
  });

  it('is never permitted more, whatever is granted, consented to and laid down as a condition', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...SITUATIONS.flatMap((situation) => requestsOf(audience, caller, situation)),
        ),
        fc.subarray([...SCOPES]),
        fc.subarray([...CLINICAL_SCOPES]),
        fc.boolean(),
        (request, listed, granted, deemed) => {
          const decision = decide(varied(request, listed, granted, deemed));
          const held = decision.effect === 'permit' ? decision.scopes : [];
          expect(held.filter((scope) => caller.scopes[scope] === undefined)).toEqual([]);
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('the table of audiences', () => {
  it('names every profession that the rules of access name', () => {
    const source = readFileSync(
      new URL('../../gateway/src/enforcement/decide/role-access.ts', import.meta.url),
      'utf8',
    );
    const words = [...source.matchAll(/'([A-Z_]{2,})'/g)].map(([, word = '']) => word);
    const known = new Set<string>([...SCOPES, 'GENERAL', 'RESTRICTED', 'NONE']);
    const professions = new Set(words.filter((word) => !known.has(word)));
    const listed = new Set(KINDS.map(([, name]) => name));
    expect(professions.size).toBeGreaterThan(0);
    expect([...professions].filter((profession) => !listed.has(profession))).toEqual([]);
  });
});

type Permits = Readonly<Record<Situation, readonly Permit[]>>;

function permitsOf(audience: AudienceName, caller: AudienceCaller): Permits {
  const inSituation = (situation: Situation): readonly Permit[] =>
    requestsOf(audience, caller, situation)
      .map(decide)
      .filter((decision) => decision.effect === 'permit');
  return {
    NOTHING: inSituation('NOTHING'),
    AGREED: inSituation('AGREED'),
    STEPPED_UP: inSituation('STEPPED_UP'),
    LISTED: inSituation('LISTED'),
  };
}

/** What the caller may be asked for by `@requiresScopes`. */
function rolesOf({ caller, providerFacts, now }: DecisionRequest): readonly Role[] {
  const role = providerRole(caller, providerFacts, now);
  return role === null ? roleScopes(caller) : [...roleScopes(caller), role];
}

/** The least that a scope takes, beside the declaration of an emergency. */
function holdingOf(scope: Scope, permits: Permits): Holding | null {
  const holding = (situation: Situation): readonly Permit[] =>
    permits[situation].filter(
      ({ action, scopes }) => action !== 'EMERGENCY' && scopes.includes(scope),
    );
  const asParty = SITUATIONS.flatMap(holding).some(
    ({ administrativeBasis }) => administrativeBasis === 'PARTY',
  );
  if (isAdministrativeScope(scope) && asParty) return 'PARTY';
  if (holding('NOTHING').length > 0) return 'ALWAYS';
  if (holding('AGREED').length > 0) return 'CONSENT';
  if (holding('STEPPED_UP').length > 0) return 'STEP_UP';
  return holding('LISTED').length > 0 ? 'LISTED' : null;
}

/** The request with other conditions, another grant and another law of consent. */
function varied(
  request: DecisionRequest,
  listed: readonly Scope[],
  granted: readonly (typeof CLINICAL_SCOPES)[number][],
  deemedConsent: boolean,
): DecisionRequest {
  const { providerFacts, consentFacts } = request;
  const organization = providerFacts?.organization;
  const recognition = organization?.recognition;
  return {
    ...request,
    providerFacts: providerFacts && {
      ...providerFacts,
      organization: organization
        ? {
            ...organization,
            deemedConsent,
            recognition: recognition
              ? {
                  ...recognition,
                  conditions: [{ kind: 'ALLOWED_SCOPES', value: listed.join(',') }],
                }
              : null,
          }
        : null,
    },
    consentFacts: consentFacts && {
      ...consentFacts,
      grant: consentFacts.grant ? { ...consentFacts.grant, scopes: granted } : null,
    },
  };
}
