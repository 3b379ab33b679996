import { languageOf } from '@causeway/kit';
import type { Language as LanguageWord } from '@causeway/schema';
import { Language } from '@causeway/schema/datatypes';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConsentsContext } from '../context.js';
import { explainGrant } from '../explanations/grant-explanation.js';
import { organizationName } from '../explanations/organization-name.js';
import { explainRequest } from '../explanations/request-explanation.js';
import type { GrantNode } from '../nodes/grant-node.js';
import type { GrantRequestNode } from '../nodes/grant-request-node.js';
import { CrossBorderGrant } from '../types/cross-border-grant.js';
import { GrantRequest } from '../types/grant-request.js';

const LANGUAGE = {
  nullable: true,
  description: 'The language to speak; where none is given, what `Accept-Language` asks for.',
} as const;

/** What a request asks for, in plain words. */
@Resolver(() => GrantRequest)
export class GrantRequestExplanation {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What is asked for, in plain words: who asks, for what, why, how far back and how long, what it lets them do, and that it can be revoked.',
  })
  async explanation(
    @Root() { requester, asked, reason }: GrantRequestNode,
    @Arg('language', () => Language, LANGUAGE) wish: LanguageWord | null | undefined,
    @Ctx() context: ConsentsContext,
  ): Promise<string | null> {
    if (asked === null) return null;
    const language = wish ?? languageOf(context);
    const party = await context.loaders.parties.load(requester.id);
    const organization = organizationName(language, party);
    return explainRequest({ organization, terms: asked, reason }, language);
  }
}

/** What a grant lets its party do, in plain words. */
@Resolver(() => CrossBorderGrant)
export class CrossBorderGrantExplanation {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the grant lets the organisation do, until when, and that it can be revoked, in plain words.',
  })
  async explanation(
    @Root() grant: GrantNode,
    @Arg('language', () => Language, LANGUAGE) wish: LanguageWord | null | undefined,
    @Ctx() context: ConsentsContext,
  ): Promise<string | null> {
    const language = wish ?? languageOf(context);
    const party = await context.loaders.parties.load(grant.requester.id);
    const { state, consent, asked, reason, period } = grant;
    return explainGrant(
      {
        organization: organizationName(language, party),
        state,
        isAuthorised: consent !== null,
        terms: grant,
        period: period ?? { start: null, end: null },
        asked,
        reason,
      },
      language,
    );
  }
}
