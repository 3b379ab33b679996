import { callerOf, connectionPage, pageRequest, refused } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import {
  Authenticated,
  Consent as Labelled,
  PatientId,
  RequiresScopes,
} from '@causeway/schema/decorators';
import { Arg, Args, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { badInput } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import { auditEventNode } from '../nodes/audit-event-node.js';
import type { AuditEventNode } from '../nodes/audit-event-node.js';
import type { GrantNode } from '../nodes/grant-node.js';
import { grantById } from '../references.js';
import { NEWEST_FIRST } from '../repository/list.js';
import { AuditEventConnection, CrossBorderGrantConnection } from '../types/connections.js';
import { CrossBorderGrant } from '../types/cross-border-grant.js';
import { Patient } from '../types/patient.js';
import { AuditEventListArgs, GrantListArgs, auditEventFilter } from './list-args.js';
import { grantList } from './lists.js';
import { INPUT, PARTS } from '../refusal-texts.js';

/** The most patients of one answer. */
const MAX_PATIENTS = 100;

/** Where callers begin who name no patient. */
@Resolver()
export class ConsentsQueries {
  @Authenticated()
  @Query(() => CrossBorderGrant, {
    nullable: true,
    description: "The redeemed grant that the caller's token is bound to; null without one.",
  })
  async myGrant(@Ctx() context: ConsentsContext): Promise<GrantNode | null> {
    const caller = callerOf(context);
    switch (caller.kind) {
      case 'person':
      case 'office':
        return null;
      case 'professional':
      case 'system': {
        const grant = caller.grant === null ? null : await grantById(caller.grant, context);
        return grant?.requester.id === caller.organization ? grant : null;
      }
    }
  }

  @Labelled('GRANT')
  @Query(() => CrossBorderGrantConnection, {
    nullable: true,
    description:
      "A patient's cross-border grants, newest first; for the patient and those who may answer in their place.",
  })
  async grants(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: "The patient's id." })
    patient: string,
    @Args(() => GrantListArgs) args: GrantListArgs,
    @Ctx() context: ConsentsContext,
  ): Promise<Connection<GrantNode> | null> {
    return grantList(context, patient, args);
  }

  // The one field that answers without a permit: keys alone, of the caller's own patients. What is asked of each is
  // decided by the gateway next.
  @Authenticated()
  @Query(() => [Patient], {
    nullable: true,
    description:
      "The patients now under the care of the caller's organisation, in the order of their ids; for professionals.",
  })
  myPatients(
    @Arg('first', () => Int, {
      defaultValue: MAX_PATIENTS,
      description: 'At most this many: 1 to 100.',
    })
    first: number,
    @Arg('after', () => ID, {
      nullable: true,
      description: 'Only patients whose id follows this one: the last id of the former page.',
    })
    after: string | null,
    @Ctx() context: ConsentsContext,
  ): { id: string }[] | null {
    const caller = callerOf(context);
    if (caller.kind !== 'professional') return null;
    if (first < 1 || first > MAX_PATIENTS) {
      throw badInput(INPUT.outside, {
        name: 'first',
        most: MAX_PATIENTS,
        got: first,
        advice: PARTS.pageAfter,
      });
    }
    const { organization } = caller;
    const page = { organization, at: context.fetch.now, first, after: after ?? null };
    return context.repository.patientsUnderCare(page).map((id) => ({ id }));
  }

  // Counts and cursors stand beside the events, so the list carries their label too.
  @Labelled('AUDIT')
  @RequiresScopes(['office:auditor'], ['office:commissioner'])
  @Query(() => AuditEventConnection, {
    nullable: true,
    description: 'The audit trail of all patients, newest first; for the offices that oversee it.',
  })
  auditEvents(
    @Args(() => AuditEventListArgs) args: AuditEventListArgs,
    @Ctx() context: ConsentsContext,
  ): Connection<AuditEventNode> {
    const caller = callerOf(context);
    if (caller.kind !== 'office') {
      throw refused(
        'FORBIDDEN',
        "Expected a caller of an office, got another; ask for a patient's own events instead",
      );
    }
    const { office } = caller;
    const { offices } = context.repository;
    const filter = auditEventFilter(args);
    const page = pageRequest(args, NEWEST_FIRST);
    return connectionPage(page, {
      rows: offices.page(office, filter, page),
      keysetOf: (row) => [row.recordedAt, row.id] as const,
      nodeOf: auditEventNode,
      total: () => offices.count(office, filter),
    });
  }
}
