import type { Period } from '@causeway/schema';
import type { Identifier } from '@causeway/schema/datatypes';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import type { OrganizationRecord } from '../repository/organizations.js';
import type { PractitionerRecord, PractitionerRoleRecord } from '../repository/practitioners.js';
import { Practitioner, PractitionerRole } from '../types/practitioner.js';
import { periodOf } from './period.js';

/** What a practitioner's row alone does not answer. */
@Resolver(() => Practitioner)
export class PractitionerResolver {
  @FieldResolver()
  async identifier(
    @Root() { id }: PractitionerRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<Identifier[]> {
    return loaders.identifiers.load(id);
  }
}

/** What a role's row alone does not answer. */
@Resolver(() => PractitionerRole)
export class PractitionerRoleResolver {
  @FieldResolver()
  async identifier(
    @Root() { id }: PractitionerRoleRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<Identifier[]> {
    return loaders.identifiers.load(id);
  }

  @FieldResolver()
  period(@Root() { periodStart, periodEnd }: PractitionerRoleRecord): Period | null {
    return periodOf(periodStart, periodEnd);
  }

  @FieldResolver()
  async practitioner(
    @Root() { practitioner }: PractitionerRoleRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<PractitionerRecord | null> {
    return practitioner === null ? null : loaders.practitioners.load(practitioner);
  }

  @FieldResolver()
  async organization(
    @Root() { organization }: PractitionerRoleRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<OrganizationRecord | null> {
    return organization === null ? null : loaders.organizations.load(organization);
  }
}
