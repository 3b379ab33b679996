import { AUDIENCE_NAMES } from '../audiences.js';
import type { Audience } from '../audiences.js';

/**
 * What audiences could hold, as `schema/contracts/audiences.json` of some version says it.
 *
 * @throws Error if it is no such file: whom a change widens could not be told
 */
export function parseAudiences(text: string): readonly Audience[] {
  const entries: unknown = JSON.parse(text);
  if (Array.isArray(entries) && entries.every(isAudience)) return entries;
  throw new Error(`Expected audiences (${AUDIENCE_NAMES.join(', ')}) with their callers`);
}

function isAudience(entry: unknown): entry is Audience {
  return (
    isRecord(entry) &&
    AUDIENCE_NAMES.some((name) => name === entry['name']) &&
    Array.isArray(entry['callers']) &&
    entry['callers'].every(isCaller)
  );
}

function isCaller(entry: unknown): boolean {
  return (
    isRecord(entry) &&
    typeof entry['caller'] === 'string' &&
    typeof entry['basis'] === 'string' &&
    typeof entry['abroad'] === 'boolean' &&
    ['actions', 'roles', 'tokenFields'].every((key) => Array.isArray(entry[key])) &&
    isRecord(entry['scopes'])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
