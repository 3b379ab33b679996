import {
  callerOf,
  connectionOf,
  connectionPage,
  PageArgs,
  pageRequest,
  refused,
} from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import { OFFICE_ROLES, PROVIDER_ROLES } from '@causeway/schema';
import { Open, RequiresScopes } from '@causeway/schema/decorators';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { DepositDutyItem, DepositDutyReport, DepositDutyState } from './duty-types.js';
import { BY_DUTY, BY_END } from './repository/duty-report.js';
import type { DutyItem, ReportedDuty } from './repository/duty-report.js';
import type { DutyState } from './repository/owed.js';

const [AT_HOME, ABROAD] = PROVIDER_ROLES;

/** Who asks how duties stand: the offices for all, providers for their own. */
const READERS = [
  [OFFICE_ROLES.SECRETARY_FOR_HEALTH],
  [OFFICE_ROLES.COMMISSIONER],
  [AT_HOME],
  [ABROAD],
] as const;

/** A page of the report. */
export const DepositDutyReportConnection = connectionOf(
  'DepositDutyReport',
  () => DepositDutyReport,
);

/** A page of what is due. */
export const DepositDutyItemConnection = connectionOf('DepositDutyItem', () => DepositDutyItem);

/** The arguments of the report. */
@ArgsType()
export class DepositDutyReportArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only duties of the organisation of this id.',
  })
  organization?: string | null;
}

/** The arguments of the list of what is due. */
@ArgsType()
export class DepositDutyItemArgs extends PageArgs {
  @Field(() => ID, { description: "The duty's id." })
  duty!: string;

  @Field(() => DepositDutyState, {
    nullable: true,
    description: 'Only what stands so.',
  })
  state?: DutyState | null;
}

/** What is due of whom, and how it stands. Counts and encounters, never a patient. */
@Resolver()
export class DutyQueries {
  @Open()
  @RequiresScopes(...READERS)
  @Query(() => DepositDutyReportConnection, {
    description:
      'How what is due stands, duty by duty in a fixed order: for the Secretary for Health and the Commissioner all, for a provider its own.',
  })
  depositDutyReport(
    @Args(() => DepositDutyReportArgs) args: DepositDutyReportArgs,
    @Ctx() context: RecordsContext,
  ): Connection<DepositDutyReport> {
    const filter = { organization: args.organization ?? null, holder: holderOf(context) };
    const page = pageRequest(args, BY_DUTY);
    return connectionPage(page, {
      rows: context.duties.report(filter, page, context.fetch.now),
      keysetOf: ({ duty }) => [duty.id],
      nodeOf: reportOf,
      total: () => context.duties.countDuties(filter),
    });
  }

  @Open()
  @RequiresScopes(...READERS)
  @Query(() => DepositDutyItemConnection, {
    description:
      'What is due under a duty, the encounter that ended first before the others; empty for a duty that is not there for the caller.',
  })
  depositDutyItems(
    @Args(() => DepositDutyItemArgs) args: DepositDutyItemArgs,
    @Ctx() context: RecordsContext,
  ): Connection<DepositDutyItem> {
    const { duties, fetch } = context;
    const page = pageRequest(args, BY_END);
    const duty = duties.dutyById(args.duty, holderOf(context));
    const state = args.state ?? null;
    return connectionPage(page, {
      rows: duty === undefined ? [] : duties.items(duty, state, page, fetch.now),
      keysetOf: ({ ended, encounter }) => [ended, encounter],
      nodeOf: itemOf,
      total: () => (duty === undefined ? 0 : duties.countItems(duty, state, fetch.now)),
    });
  }
}

/** The organisation whose duties the caller is bound to; null for an office that sees all. */
function holderOf(context: RecordsContext): string | null {
  const caller = callerOf(context);
  switch (caller.kind) {
    case 'professional':
    case 'system':
      return caller.organization;
    case 'office':
      if (caller.office !== 'AUDITOR') return null;
      break;
    case 'person':
      break;
  }
  throw refused(
    'FORBIDDEN',
    'Expected the Secretary for Health, the Commissioner or a provider, got another caller',
  );
}

function reportOf({ duty, oldestLate, ...counts }: ReportedDuty): DepositDutyReport {
  return {
    ...counts,
    duty: { id: duty.id },
    organization: { id: duty.organization },
    oldestLate: oldestLate === null ? null : new Date(oldestLate).toISOString(),
  };
}

function itemOf({ ended, dueBy, ...item }: DutyItem): DepositDutyItem {
  return {
    ...item,
    ended: new Date(ended).toISOString(),
    dueBy: new Date(dueBy).toISOString(),
  };
}
