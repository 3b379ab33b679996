/** The events that the gateway asks to record, as JSON: what is not shaped as one is refused, and nothing is recorded. */
import { ACTIONS, GATES, isPurposeOfUse, isScope } from '@causeway/schema';
import type { AccessEvent } from '@causeway/schema';
import { GraphQLError } from 'graphql';

/** The accesses that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function accessEvents(values: readonly unknown[]): AccessEvent[] {
  return values.map((value, index) => {
    if (isAccessEvent(value)) return value;
    throw new GraphQLError(`Expected an access event at ${index}, got another shape`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFilledText: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isKnownScope: Check = (value) => typeof value === 'string' && isScope(value);

const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const shapeOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

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
  release: oneOf('RELEASED', 'WITHHELD', 'CANCELLED', 'FAILED'),
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
