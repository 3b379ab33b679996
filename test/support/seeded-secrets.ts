import type { World } from '@causeway/seeds';

/** Members under which a world holds who somebody is, and where they are reached. */
const IDENTIFYING = /name|family|given|hkid|identifier|phone|email|telecom|address|licen[cs]e/i;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const CHINESE = /\p{Script=Han}{2,}/u;
const HKID = /^[A-Z]{1,2}\d{6}\(?[\dA]\)?$/;

/** The names, identifiers and ids in a world: whatever of it may stand in no log and no metric. */
export function seededSecrets(world: World): ReadonlySet<string> {
  const secrets = new Set<string>();
  const walk = (value: unknown, isIdentifying: boolean): void => {
    if (typeof value === 'string') {
      const isLong = value.length >= 6;
      const isSecret = UUID.test(value) || HKID.test(value) || CHINESE.test(value);
      if (isSecret || (isIdentifying && isLong)) secrets.add(value);
    } else if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
      for (const member of value) walk(member, isIdentifying);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value))
        walk(member, isIdentifying || IDENTIFYING.test(key));
    }
  };
  walk(world, false);
  return secrets;
}
