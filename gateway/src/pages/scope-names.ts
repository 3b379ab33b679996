import { SCOPE_NAMES } from '@causeway/schema';
import type { Language, SharableScope } from '@causeway/schema';
import type { Say } from './texts/catalogue.js';

/** Categories by the names that people know them by, one after the other. */
export function scopeNames(scopes: readonly SharableScope[], language: Language, say: Say): string {
  return scopes.map((scope) => SCOPE_NAMES[scope][language]).join(say('listSeparator'));
}
