import { checkStructure, codingsAt } from '@causeway/records/fhir';
import type { Resource } from '@causeway/records/fhir';
import { kindOf } from '../kinds.js';
import { refusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Why a resource alone, whatever stands around it, is not taken; null where nothing speaks against it. */
export function examine(resource: Resource): Refusal | null {
  const { resourceType } = resource;
  if (kindOf(resourceType) === null) {
    const type = resourceType.slice(0, 64);
    return refusal('NOT_SHARABLE', `${type} is in no sharable category: it is shown in no view`);
  }
  if (resourceType === 'Consent') return consentRefusal(resource);
  const issues = checkStructure(resource);
  const first = issues.find(({ code }) => TELLING.has(code)) ?? issues[0];
  if (first === undefined) return null;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return refusal(first.code, `${first.texts.en}, at ${first.path}${more}`);
}

/** Issues that say what the resource is instead, and so go before what merely does not fit. */
const TELLING: ReadonlySet<string> = new Set(['DATABASE_EXPORT', 'R5_SHAPE', 'STU3_SHAPE']);

/** Consents about something else than sharing: treatment, advance directives, research. */
const OTHER_SCOPES: ReadonlySet<string> = new Set(['adr', 'treatment', 'research']);

/** A consent of whatever structure may deny: what is unsound about it does so in its place. */
function consentRefusal(resource: Resource): Refusal | null {
  const scopes = codingsAt(resource, 'scope').map(({ code }) => code);
  const isOther =
    scopes.length > 0 && scopes.every((code) => code !== null && OTHER_SCOPES.has(code));
  if (!isOther) return null;
  return refusal(
    'CONSENT_SCOPE',
    `Expected a consent to sharing, got one of scope ${scopes.join(', ')}`,
  );
}
