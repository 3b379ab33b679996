/** The events that the gateway's relay hands over, as JSON: what is not shaped as one is refused, with all of them. */
import { isClinicalScope, isPurposeOfUse } from '@causeway/schema';
import type { DepositEvent, JoiningEvent, PartyEvent } from '@causeway/schema';
import {
  eventsIn,
  isCount,
  isFilledText,
  isFlag,
  isRecord,
  isText,
  listOf,
  oneOf,
  orLeftOut,
  orNull,
  shapeOf,
} from '@causeway/kit';

const isPeriod = shapeOf({ start: orNull(isText), end: orNull(isText) });

const isRecognition = shapeOf({
  id: isFilledText,
  status: oneOf(
    'APPLIED',
    'RECOGNISED',
    'SUSPENDED',
    'CANCELLED',
    'EXPIRED',
    'WITHDRAWN',
    'REFUSED',
  ),
  period: isPeriod,
  suspension: orNull(isPeriod),
  conditions: listOf(shapeOf({ kind: isText, value: isText })),
});

const isInstrument = shapeOf({
  type: oneOf('GBA_STANDARD_CONTRACT', 'MEMORANDUM_OF_UNDERSTANDING'),
  reference: isText,
});

const hasPartyEventShape = shapeOf({
  position: isCount,
  at: isCount,
  party: shapeOf({
    id: isFilledText,
    kind: oneOf('Organization', 'PublicHealthRecordSystem'),
    names: listOf(shapeOf({ language: isText, text: isText })),
    jurisdiction: isFilledText,
    recognition: orNull(isRecognition),
    instrument: orLeftOut(orNull(isInstrument)),
  }),
});

const hasJoiningEventShape = shapeOf({
  position: isCount,
  at: isCount,
  patient: isFilledText,
  joining: oneOf('NOT_JOINED', 'ACTIVE', 'SUSPENDED', 'WITHDRAWN', 'DECEASED'),
});

const hasDepositEventShape = shapeOf({
  position: isCount,
  at: isCount,
  receipt: isFilledText,
  patient: isFilledText,
  organization: isFilledText,
  practitionerRole: isFilledText,
  grant: orNull(isFilledText),
  purpose: (value) => typeof value === 'string' && isPurposeOfUse(value),
  counts: (value) =>
    isRecord(value) &&
    Object.entries(value).every(([scope, count]) => isClinicalScope(scope) && isCount(count)),
  isTest: isFlag,
});

/** The events of parties that JSON values are. @throws GraphQLError BAD_USER_INPUT for another shape, or too many */
export function partyEventsIn(values: readonly unknown[]): PartyEvent[] {
  return eventsIn(values, (value): value is PartyEvent => hasPartyEventShape(value));
}

/** The events of joining that JSON values are. @throws GraphQLError BAD_USER_INPUT for another shape, or too many */
export function joiningEventsIn(values: readonly unknown[]): JoiningEvent[] {
  return eventsIn(values, (value): value is JoiningEvent => hasJoiningEventShape(value));
}

/** The events of deposits that JSON values are. @throws GraphQLError BAD_USER_INPUT for another shape, or too many */
export function depositEventsIn(values: readonly unknown[]): DepositEvent[] {
  return eventsIn(values, (value): value is DepositEvent => hasDepositEventShape(value));
}
