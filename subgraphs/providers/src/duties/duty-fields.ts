import { callerOf } from '@causeway/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import type { OrganizationRecord } from '../repository/organizations.js';
import type { RecognitionRecord } from '../repository/recognitions.js';
import { DepositDuty } from './duty-types.js';
import type { DepositDutyChange } from './duty-types.js';
import type { DutyRow } from './tables.js';

/** The fields of a duty, from its current version. */
@Resolver(() => DepositDuty)
export class DepositDutyResolver {
  @FieldResolver()
  id(@Root() { owner }: DutyRow): string {
    return owner;
  }

  @FieldResolver()
  organization(
    @Root() { organization }: DutyRow,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<OrganizationRecord | null> {
    return loaders.organizations.load(organization);
  }

  @FieldResolver()
  async recognition(
    @Root() { recognition }: DutyRow,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return recognition === null ? null : loaders.recognitions.load(recognition);
  }

  @FieldResolver()
  from(@Root() { from }: DutyRow): string {
    return new Date(from).toISOString();
  }

  @FieldResolver()
  until(@Root() { until }: DutyRow): string | null {
    return instantOf(until);
  }

  @FieldResolver()
  async history(
    @Root() { owner }: DutyRow,
    @Ctx() context: ProvidersContext,
  ): Promise<DepositDutyChange[]> {
    const versions = await context.loaders.depositDutyHistory.load(owner);
    const isOffice = callerOf(context).kind === 'office';
    return versions.map(({ validFrom, until, reason, recordedBy }) => ({
      recorded: new Date(validFrom).toISOString(),
      until: instantOf(until),
      reason,
      recordedBy: isOffice ? recordedBy : null,
    }));
  }
}

function instantOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
