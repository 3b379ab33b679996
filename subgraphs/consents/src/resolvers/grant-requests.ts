import { Consent as Labelled, Open, PatientId, RequiresScopes } from '@causeway/schema/decorators';
import type { ProviderRole } from '@causeway/schema';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { authorityOver } from '../changes/authority.js';
import { badInput, forbidden } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import { providerOf } from '../encounters/provider.js';
import type { ProviderCaller } from '../encounters/provider.js';
import { grantRequestNode } from '../nodes/grant-request-node.js';
import type { GrantRequestNode } from '../nodes/grant-request-node.js';
import { qrCode } from '../qr-code.js';
import type { Asker } from '../repository/grants.js';
import type { RequestCodeUse as RequestCodeUseWord } from '../tables.js';
import { AuthoriseGrantInput } from '../types/authorise-grant-input.js';
import { GrantRequest } from '../types/grant-request.js';
import { RequestCode, RequestCodeUse } from '../types/request-code.js';
import { RequestGrantInput } from '../types/request-grant-input.js';
import { INPUT, PARTS } from '../refusal-texts.js';

const CROSS_BORDER: ProviderRole = 'provider:cross-border';

const PATIENT = "The patient's id.";

/** The most requests of one answer. */
const MAX_REQUESTS = 100;

/** How a party outside Hong Kong asks a patient, and what the patient answers. */
@Resolver()
export class GrantRequestsResolver {
  @Labelled('GRANT')
  @Mutation(() => RequestCode, {
    nullable: true,
    description:
      'Issues a code by which one organisation may ask the patient, once, within ten minutes; in place of a former one for it.',
  })
  issueRequestCode(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('organization', () => ID, { description: 'The id of the organisation that may ask.' })
    organization: string,
    @Arg('use', () => RequestCodeUse, { description: 'What it may ask for.' })
    use: RequestCodeUseWord,
    @Ctx() context: ConsentsContext,
  ): RequestCode {
    const authority = authorityOver(context, patient, 'GRANT');
    const issued = context.repository.issueRequestCode(authority, { organization, use });
    const { code, expiresAt } = issued;
    return { code, qrCode: qrCode(code), expiresAt: new Date(expiresAt).toISOString() };
  }

  @Open()
  @RequiresScopes([CROSS_BORDER])
  @Mutation(() => GrantRequest, {
    nullable: true,
    description:
      'Asks the patient whose code was told for a cross-border grant. The patient is told, and has a day to answer. Codes that are unknown, used, expired or for another organisation are answered alike.',
  })
  requestGrant(
    @Arg('input', () => RequestGrantInput, { description: 'The code, and what is asked for.' })
    input: RequestGrantInput,
    @Ctx() context: ConsentsContext,
  ): GrantRequestNode {
    const { code, purpose, reason = null, ...terms } = input;
    const row = context.repository.requestGrant(askingProvider(context), {
      code,
      purpose,
      terms,
      reason,
    });
    return grantRequestNode(row, context.fetch.now);
  }

  @Open()
  @RequiresScopes([CROSS_BORDER])
  @Query(() => GrantRequest, {
    nullable: true,
    description: "A request of the caller's own; null for an id of anybody else's.",
  })
  grantRequest(
    @Arg('id', () => ID, { description: 'The id of the request.' }) id: string,
    @Ctx() context: ConsentsContext,
  ): GrantRequestNode | null {
    const asker = askerOf(askingProvider(context));
    const [row] = context.repository.requestsBy(asker, { id, first: 1 });
    return row === undefined ? null : grantRequestNode(row, context.fetch.now);
  }

  @Open()
  @RequiresScopes([CROSS_BORDER])
  @Query(() => [GrantRequest], {
    nullable: true,
    description: "The caller's own requests, newest first.",
  })
  myGrantRequests(
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most this many: 1 to 100.' })
    first: number,
    @Ctx() context: ConsentsContext,
  ): GrantRequestNode[] {
    requireCount(first);
    const asker = askerOf(askingProvider(context));
    const rows = context.repository.requestsBy(asker, { first });
    return rows.map((row) => grantRequestNode(row, context.fetch.now));
  }

  @Labelled('GRANT')
  @Query(() => [GrantRequest], {
    nullable: true,
    description:
      'What parties outside Hong Kong have asked the patient for, newest first; for the patient and those who may answer in their place.',
  })
  grantRequests(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most this many: 1 to 100.' })
    first: number,
    @Ctx() context: ConsentsContext,
  ): GrantRequestNode[] {
    requireCount(first);
    const { permit } = authorityOver(context, patient, 'GRANT');
    const rows = context.repository.requestsTo(permit.patient, first);
    return rows.map((row) => grantRequestNode(row, context.fetch.now));
  }

  @Labelled('GRANT')
  @Mutation(() => GrantRequest, {
    nullable: true,
    description:
      'Authorises what was asked for, or less; never more than the recognition allows now. A former grant to the same organisation is revoked.',
  })
  authoriseGrant(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('input', () => AuthoriseGrantInput, { description: 'The request, and how far it goes.' })
    input: AuthoriseGrantInput,
    @Ctx() context: ConsentsContext,
  ): GrantRequestNode {
    const { request, includesRestricted } = input;
    const { scopes = null, lookBack = null, permissions = null, duration = null } = input;
    const row = context.repository.authoriseGrant(authorityOver(context, patient, 'GRANT'), {
      request,
      scopes,
      lookBack,
      permissions,
      includesRestricted,
      duration,
    });
    context.forget();
    return grantRequestNode(row, context.fetch.now);
  }

  @Labelled('GRANT')
  @Mutation(() => GrantRequest, { nullable: true, description: 'Declines what was asked for.' })
  declineGrant(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('request', () => ID, { description: 'The id of the request.' }) request: string,
    @Ctx() context: ConsentsContext,
  ): GrantRequestNode {
    const authority = authorityOver(context, patient, 'GRANT');
    const row = context.repository.declineGrant(authority, request);
    context.forget();
    return grantRequestNode(row, context.fetch.now);
  }
}

function askingProvider(context: ConsentsContext): ProviderCaller {
  const provider = providerOf(context);
  if (provider === null) throw forbidden('a professional or a system outside Hong Kong');
  return provider;
}

function askerOf(caller: ProviderCaller): Asker {
  const { organization, practitionerRole } = caller;
  return {
    organization,
    practitionerRole,
    system: caller.kind === 'system' ? caller.system : null,
  };
}

function requireCount(first: number): void {
  if (first >= 1 && first <= MAX_REQUESTS) return;
  throw badInput(INPUT.outside, {
    name: 'first',
    most: MAX_REQUESTS,
    got: first,
    advice: PARTS.askForFewer,
  });
}
