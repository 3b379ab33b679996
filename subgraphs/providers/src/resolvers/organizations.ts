import { languageOf } from '@causeway/kit';
import type { Period } from '@causeway/schema';
import type { Identifier } from '@causeway/schema/datatypes';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import { textIn } from '../localised-text.js';
import type { LocalisedText } from '../localised-text.js';
import { recognitionInForce } from '../recognition-in-force.js';
import type { OrganizationRecord } from '../repository/organizations.js';
import type { RecognitionRecord } from '../repository/recognitions.js';
import type { SystemRecord } from '../repository/systems.js';
import { Organization } from '../types/organization.js';
import type { Registration } from '../types/organization.js';
import { PublicHealthRecordSystem } from '../types/public-health-record-system.js';
import { periodOf } from './period.js';

const NAME = {
  nullable: true,
  description:
    'Its name in a language, or in the nearest there is; null where it has none. `names` gives all of them.',
} as const;

const LANGUAGE = {
  nullable: true,
  description:
    'The language and script (BCP 47): en, zh-Hant-HK, zh-Hans-CN. Where none is given, what `Accept-Language` asks for.',
} as const;

/** What an organisation's row alone does not answer. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver()
  async identifier(
    @Root() { id }: OrganizationRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<Identifier[]> {
    return loaders.identifiers.load(id);
  }

  @FieldResolver(() => String, NAME)
  async name(
    @Root() { id }: OrganizationRecord,
    @Arg('language', () => String, LANGUAGE) language: string | null | undefined,
    @Ctx() context: ProvidersContext,
  ): Promise<string | null> {
    return textIn(language ?? languageOf(context), await context.loaders.names.load(id));
  }

  @FieldResolver()
  async names(
    @Root() { id }: OrganizationRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<LocalisedText[]> {
    return loaders.names.load(id);
  }

  @FieldResolver()
  async partOf(
    @Root() { partOf }: OrganizationRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<OrganizationRecord | null> {
    return partOf === null ? null : loaders.organizations.load(partOf);
  }

  @FieldResolver()
  registration(@Root() organization: OrganizationRecord): Registration | null {
    const { registrationStatus, registrationStart, registrationEnd } = organization;
    if (registrationStatus === null) return null;
    const period: Period | null = periodOf(registrationStart, registrationEnd);
    return { status: registrationStatus, period };
  }

  @FieldResolver()
  async recognition(
    @Root() { id }: OrganizationRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return recognitionInForce(await loaders.recognitionsOf.load(id));
  }
}

/** What a system's row alone does not answer. */
@Resolver(() => PublicHealthRecordSystem)
export class PublicHealthRecordSystemResolver {
  @FieldResolver()
  async identifier(
    @Root() { id }: SystemRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<Identifier[]> {
    return loaders.identifiers.load(id);
  }

  @FieldResolver(() => String, NAME)
  async name(
    @Root() { id }: SystemRecord,
    @Arg('language', () => String, LANGUAGE) language: string | null | undefined,
    @Ctx() context: ProvidersContext,
  ): Promise<string | null> {
    return textIn(language ?? languageOf(context), await context.loaders.names.load(id));
  }

  @FieldResolver()
  async names(
    @Root() { id }: SystemRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<LocalisedText[]> {
    return loaders.names.load(id);
  }

  @FieldResolver()
  async operator(
    @Root() { operator }: SystemRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<OrganizationRecord | null> {
    return loaders.organizations.load(operator);
  }

  @FieldResolver()
  async members(
    @Root() { members }: SystemRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<OrganizationRecord[]> {
    const organizations = await Promise.all(members.map((id) => loaders.organizations.load(id)));
    return organizations.filter((organization) => organization !== null);
  }

  @FieldResolver()
  async recognition(
    @Root() { id }: SystemRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return recognitionInForce(await loaders.recognitionsOf.load(id));
  }
}
