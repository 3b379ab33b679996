import { PageArgs } from '@causeway/kit';
import type { AccessEvent, ConsentFact, GrantState as GrantStateWord } from '@causeway/schema';
import { PeriodInput } from '@causeway/schema/datatypes';
import { ArgsType, Field } from 'type-graphql';
import { intervalOf } from '../period.js';
import type { AuditEventFilter } from '../repository/audit-events.js';
import type { ConsentFilter } from '../repository/consents.js';
import type { GrantFilter } from '../repository/grants.js';
import { AuditEventOutcome, ConsentKind, ConsentStatus, GrantState } from '../types/enums.js';

/** Arguments of a list of consents. */
@ArgsType()
export class ConsentListArgs extends PageArgs {
  @Field(() => [ConsentKind], { nullable: true, description: 'Only consents of these kinds.' })
  kind?: ConsentFact['kind'][] | null;

  @Field(() => [ConsentStatus], { nullable: true, description: 'Only consents in these states.' })
  status?: ConsentFact['status'][] | null;
}

/** Arguments of a list of grants. */
@ArgsType()
export class GrantListArgs extends PageArgs {
  @Field(() => [GrantState], { nullable: true, description: 'Only grants in these states.' })
  state?: GrantStateWord[] | null;
}

/** Arguments of a list of audit events. */
@ArgsType()
export class AuditEventListArgs extends PageArgs {
  @Field(() => PeriodInput, { nullable: true, description: 'Only events recorded in this period.' })
  period?: PeriodInput | null;

  @Field(() => AuditEventOutcome, {
    nullable: true,
    description: 'Only events that were decided so.',
  })
  outcome?: AccessEvent['outcome'] | null;
}

/** Which consents arguments ask for. */
export function consentFilter({ kind, status }: ConsentListArgs): ConsentFilter {
  return { kind: kind ?? null, status: status ?? null };
}

/** Which grants arguments ask for. */
export function grantFilter({ state }: GrantListArgs): GrantFilter {
  return { state: state ?? null };
}

/** Which events arguments ask for. */
export function auditEventFilter({ period, outcome }: AuditEventListArgs): AuditEventFilter {
  const { from, to } = intervalOf({ start: period?.start ?? null, end: period?.end ?? null });
  return { from, to, outcome: outcome ?? null };
}
