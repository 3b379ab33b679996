/** The events that the gateway asks to record, as JSON: what is not shaped as one is refused, and nothing is recorded. */
import { ACTIONS, GATES, isPurposeOfUse, isScope } from '@causeway/schema';
import type { AccessEvent } from '@causeway/schema';
import {
  isCount,
  isFilledText,
  isRecord,
  isText,
  listOf,
  oneOf,
  orNull,
  refused,
  shapeOf,
} from '@causeway/kit';
import type { Check } from '@causeway/kit';

/** The accesses that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function accessEvents(values: readonly unknown[]): AccessEvent[] {
  return values.map((value, index) => {
    if (isAccessEvent(value)) return value;
    throw refused('BAD_USER_INPUT', `Expected an access event at ${index}, got another shape`);
  });
}

const isKnownScope: Check = (value) => typeof value === 'string' && isScope(value);

const PRESENTED = {
  subject: isText,
  client: isText,
  tokenId: isText,
  purpose: (value: unknown) => typeof value === 'string' && isPurposeOfUse(value),
};

const PROVIDER = {
  ...PRESENTED,
  practitionerRole: isFilledText,
  organization: isFilledText,
  grant: orNull(isFilledText),
};

const CALLERS: readonly Check[] = [
  shapeOf({ ...PRESENTED, kind: oneOf('person'), person: isFilledText }),
  shapeOf({ ...PROVIDER, kind: oneOf('professional') }),
  shapeOf({ ...PROVIDER, kind: oneOf('system'), system: isFilledText }),
  shapeOf({
    ...PRESENTED,
    kind: oneOf('office'),
    office: oneOf('COMMISSIONER', 'SECRETARY_FOR_HEALTH', 'AUDITOR'),
  }),
];

const hasEventShape = shapeOf({
  id: isFilledText,
  at: isCount,
  patient: isText,
  caller: (value) => CALLERS.some((check) => check(value)),
  action: oneOf(...ACTIONS),
  outcome: oneOf('PERMIT', 'DENY'),
  gate: orNull(oneOf(...GATES)),
  reason: orNull(isText),
  release: oneOf('INTENDED', 'RELEASED', 'WITHHELD', 'CANCELLED', 'FAILED'),
  operation: shapeOf({ name: orNull(isText), digest: isText }),
  scopes: listOf(isKnownScope),
  counts: (value) =>
    isRecord(value) &&
    Object.entries(value).every(([scope, count]) => isKnownScope(scope) && isCount(count)),
  basis: listOf(isText),
  abroad: (value) => typeof value === 'boolean',
});

function isAccessEvent(value: unknown): value is AccessEvent {
  return hasEventShape(value);
}
