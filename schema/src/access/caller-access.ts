import { holdsEveryCategory, holdsSomeCategory } from '../audiences.js';
import type { AudienceCaller } from '../audiences.js';
import { SCOPES } from '../scopes.js';
import type { Scope } from '../scopes.js';
import { ALWAYS, NEVER, every, needing, resolved } from './access.js';
import type { Access } from './access.js';
import { partsOf } from './need.js';
import type { Need } from './need.js';

/** What access comes to for one kind of caller: what it always meets is gone, what it never meets is no way. */
export function accessOf(caller: AudienceCaller, access: Access): Access {
  const known = remembered.get(caller) ?? new Map<string, Access>();
  remembered.set(caller, known);
  const key = access.map((way) => way.join(' ')).join('\n');
  const result = known.get(key) ?? resolved(access, (need) => comesTo(need, caller));
  known.set(key, result);
  return result;
}

/** Thousands of coordinates ask for the same few accesses. */
const remembered = new WeakMap<AudienceCaller, Map<string, Access>>();

function comesTo(need: Need, caller: AudienceCaller): Access {
  const [kind, about] = partsOf(need);
  switch (kind) {
    case 'scope': {
      const scope = SCOPES.find((one) => one === about);
      return scope === undefined ? NEVER : scopeAccess(scope, caller);
    }
    case 'category':
      if (holdsEveryCategory(caller)) return ALWAYS;
      return holdsSomeCategory(caller) ? needing(need) : NEVER;
    case 'place':
      return caller.abroad ? NEVER : ALWAYS;
    case 'role':
      return caller.roles.some((role) => role === about) ? ALWAYS : NEVER;
    case 'token':
      return caller.tokenFields.includes(about) ? ALWAYS : NEVER;
    case 'permit':
      return caller.actions.some((action) => action === about) ? needing(need) : NEVER;
    case 'author':
      return caller.basis === 'PARTY' && !caller.abroad ? needing(need) : NEVER;
    case 'subject':
      // Whose record it is binds everybody; the rest only those who are a party.
      return caller.basis === 'PARTY' || about.startsWith('id=') ? needing(need) : ALWAYS;
    default:
      return needing(need);
  }
}

function scopeAccess(scope: Scope, { scopes }: AudienceCaller): Access {
  const agreed: Access = needing(`consent:${scope}`);
  const held = scopes[scope];
  if (held === undefined) return NEVER;
  switch (held) {
    case 'ALWAYS':
      return ALWAYS;
    case 'PARTY':
      return needing(`party:${scope}`);
    case 'CONSENT':
      return agreed;
    case 'STEP_UP':
      return every([agreed, needing(`step-up:${scope}`)]);
    case 'LISTED':
      return every([agreed, needing(`listed:${scope}`)]);
  }
}
