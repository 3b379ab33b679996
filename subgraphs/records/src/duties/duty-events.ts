/** The events that the gateway's relay hands over, as JSON: what is not shaped as one is refused, with all of them. */
import {
  eventsIn,
  isCount,
  isFilledText,
  isFlag,
  listOf,
  oneOf,
  orNull,
  shapeOf,
} from '@causeway/kit';
import type { Check } from '@causeway/kit';
import { durationParts, isClinicalScope } from '@causeway/schema';
import type { DepositDutyEvent, EncounterEvent } from '@causeway/schema';

const isScope: Check = (value) => typeof value === 'string' && isClinicalScope(value);

const isDuration: Check = (value) => typeof value === 'string' && durationParts(value) !== null;

const hasDutyEventShape = shapeOf({
  position: isCount,
  at: isCount,
  duty: shapeOf({
    id: isFilledText,
    organization: isFilledText,
    basis: oneOf('SPECIFICATION', 'CONDITION'),
    categories: listOf(isScope),
    within: isDuration,
    from: isCount,
    until: orNull(isCount),
  }),
});

const hasEncounterEventShape = shapeOf({
  position: isCount,
  at: isCount,
  encounter: shapeOf({
    id: isFilledText,
    grant: isFilledText,
    patient: isFilledText,
    organization: isFilledText,
    mayDeposit: isFlag,
    scopes: listOf(isScope),
    openedAt: isCount,
    closedAt: orNull(isCount),
  }),
});

/** The events of duties that JSON values are. @throws GraphQLError BAD_USER_INPUT for another shape, or too many */
export function dutyEventsIn(values: readonly unknown[]): DepositDutyEvent[] {
  return eventsIn(values, (value): value is DepositDutyEvent => hasDutyEventShape(value));
}

/** The events of encounters that JSON values are. @throws GraphQLError BAD_USER_INPUT for another shape, or too many */
export function encounterEventsIn(values: readonly unknown[]): EncounterEvent[] {
  return eventsIn(values, (value): value is EncounterEvent => hasEncounterEventShape(value));
}
