import { callerOf, connectionPage, pageRequest } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import { Authenticated, Open } from '@causeway/schema/decorators';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import type { OrganizationRecord } from '../repository/organizations.js';
import { BY_ID } from '../repository/page-by-id.js';
import type { PractitionerRecord, PractitionerRoleRecord } from '../repository/practitioners.js';
import type { RecognitionRecord } from '../repository/recognitions.js';
import type { SystemRecord } from '../repository/systems.js';
import { OrganizationConnection, RecognitionConnection } from '../types/connections.js';
import { Organization } from '../types/organization.js';
import { Practitioner, PractitionerRole } from '../types/practitioner.js';
import { PublicHealthRecordSystem } from '../types/public-health-record-system.js';
import { Recognition } from '../types/recognition.js';
import { OrganizationListArgs, RecognitionListArgs } from './list-args.js';

/** The register of providers and recognitions, open to every caller. */
@Resolver()
export class ProviderQueries {
  @Open()
  @Authenticated()
  @Query(() => Organization, { nullable: true, description: 'An organisation by id.' })
  async organization(
    @Arg('id', () => ID, { description: "The organisation's id." }) id: string,
    @Ctx() context: ProvidersContext,
  ): Promise<OrganizationRecord | null> {
    callerOf(context);
    return context.loaders.organizations.load(id);
  }

  @Open()
  @Authenticated()
  @Query(() => OrganizationConnection, { description: 'Organisations, in a fixed order.' })
  organizations(
    @Args(() => OrganizationListArgs) args: OrganizationListArgs,
    @Ctx() context: ProvidersContext,
  ): Connection<OrganizationRecord> {
    callerOf(context);
    const page = pageRequest(args, BY_ID);
    const filter = { jurisdiction: args.jurisdiction ?? null, text: args.text ?? null };
    return connectionPage(page, {
      rows: context.repository.organizationPage(filter, page),
      keysetOf: (row) => [row.id],
      nodeOf: (row) => row,
      total: () => context.repository.countOrganizations(filter),
    });
  }

  @Open()
  @Authenticated()
  @Query(() => PublicHealthRecordSystem, {
    nullable: true,
    description: 'A public health record system outside Hong Kong by id.',
  })
  async publicHealthRecordSystem(
    @Arg('id', () => ID, { description: "The system's id." }) id: string,
    @Ctx() context: ProvidersContext,
  ): Promise<SystemRecord | null> {
    callerOf(context);
    return context.loaders.systems.load(id);
  }

  @Open()
  @Authenticated()
  @Query(() => Practitioner, { nullable: true, description: 'A healthcare professional by id.' })
  async practitioner(
    @Arg('id', () => ID, { description: "The practitioner's id." }) id: string,
    @Ctx() context: ProvidersContext,
  ): Promise<PractitionerRecord | null> {
    callerOf(context);
    return context.loaders.practitioners.load(id);
  }

  @Open()
  @Authenticated()
  @Query(() => PractitionerRole, {
    nullable: true,
    description: 'A role of a healthcare professional at an organisation by id.',
  })
  async practitionerRole(
    @Arg('id', () => ID, { description: "The role's id." }) id: string,
    @Ctx() context: ProvidersContext,
  ): Promise<PractitionerRoleRecord | null> {
    callerOf(context);
    return context.loaders.practitionerRoles.load(id);
  }

  @Open()
  @Authenticated()
  @Query(() => Recognition, { nullable: true, description: 'A recognition by id.' })
  async recognition(
    @Arg('id', () => ID, { description: "The recognition's id." }) id: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    callerOf(context);
    return context.loaders.recognitions.load(id);
  }

  @Open()
  @Authenticated()
  @Query(() => RecognitionConnection, { description: 'Recognitions, in a fixed order.' })
  recognitions(
    @Args(() => RecognitionListArgs) args: RecognitionListArgs,
    @Ctx() context: ProvidersContext,
  ): Connection<RecognitionRecord> {
    callerOf(context);
    const page = pageRequest(args, BY_ID);
    const filter = { status: args.status ?? null, category: args.category ?? null };
    return connectionPage(page, {
      rows: context.repository.recognitionPage(filter, page),
      keysetOf: (row) => [row.id],
      nodeOf: (row) => row,
      total: () => context.repository.countRecognitions(filter),
    });
  }
}
