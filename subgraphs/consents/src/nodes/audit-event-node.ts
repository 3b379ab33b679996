import type { Caller, Scope } from '@causeway/schema';
import * as codes from '../audit/codes.js';
import type { AuditEventRow, Layer } from '../tables.js';

/**
 * An event of the trail in the shape of a FHIR AuditEvent. Why something was denied is not in it: neither the caller
 * nor the patient learns the gate.
 */
export function auditEventNode(row: AuditEventRow) {
  const { id, patient, outcome, release, scopes, counts, basis, purpose } = row;
  return {
    id,
    patient,
    type: codes.SECURITY_ALERT,
    subtype: [basis.length > 0 ? codes.BY_CONSENT : codes.BY_ROLE],
    action: actionOf(row),
    recorded: new Date(row.recordedAt).toISOString(),
    outcome,
    outcomeDesc: descriptionOf(row),
    purposeOfEvent: [{ coding: [codes.purposeCoding(purpose)] }],
    agent: agentsOf(row.caller),
    entity: entitiesOf(row),
    requested: row.action,
    reach: row.abroad ? 'CROSS_BORDER' : 'DOMESTIC',
    release,
    scopes,
    /** What its summary is made of; no part of the graph. */
    row,
    counts: Object.entries(counts).map(([scope, count]) => ({ scope: scope as Scope, count })),
  };
}

/** An event with the id of its patient, as its resolvers take it. */
export type AuditEventNode = ReturnType<typeof auditEventNode>;

function actionOf({ change }: AuditEventRow): 'CREATE' | 'UPDATE' | 'EXECUTE' {
  switch (change) {
    case 'CONSENT_GIVEN':
    case 'CONSENT_REQUESTED':
    case 'GRANT_REQUESTED':
    case 'LINK_ISSUED':
    case 'STEP_UP_REQUESTED':
    case 'STEP_UP':
    case 'EMERGENCY_ACCESS':
    case 'DEPOSITED':
      return 'CREATE';
    case 'CONSENT_DECLINED':
    case 'CONSENT_REVOKED':
    case 'GRANT_AUTHORISED':
    case 'GRANT_DECLINED':
    case 'GRANT_LAPSED':
    case 'LINK_LOCKED':
    case 'LINK_EXPIRED':
    case 'GRANT_REDEEMED':
    case 'GRANT_COMPLETED':
    case 'GRANT_EXPIRED':
    case 'GRANT_SUSPENDED':
    case 'GRANT_RESUMED':
    case 'GRANT_REVOKED':
    case 'DEPOSIT_AUTHORISED':
    case 'JOINED':
    case 'WITHDRAWN':
      return 'UPDATE';
    case null:
      return 'EXECUTE';
  }
}

function descriptionOf({ outcome, release }: AuditEventRow): string {
  if (outcome === 'DENY') return 'Denied; nothing was released.';
  switch (release) {
    case 'INTENDED':
      return 'Permitted; about to begin.';
    case 'RELEASED':
      return 'Permitted; the answer was given.';
    case 'WITHHELD':
      return 'Permitted at first; the answer was withheld.';
    case 'CANCELLED':
      return 'Permitted; the caller went away before the answer was given.';
    case 'FAILED':
      return 'Permitted; the answer could not be made.';
  }
}

interface Agent {
  readonly type: { readonly coding: readonly codes.Code[] };
  readonly who: string;
  readonly requestor: boolean;
  readonly organization?: { readonly id: string };
  readonly practitionerRole?: { readonly id: string };
}

function agentsOf(caller: Caller | Layer): Agent[] {
  const authorizer = { type: concept(codes.PARTS.authorizer), who: 'Causeway' };
  if (caller.kind === 'layer') return [{ ...authorizer, requestor: true }];
  return [
    { type: concept(codes.PARTS.application), who: caller.client, requestor: false },
    ...requestorsOf(caller),
    { ...authorizer, requestor: false },
  ];
}

function requestorsOf(caller: Caller): Agent[] {
  const user = { type: concept(codes.PARTS.user), requestor: true };
  switch (caller.kind) {
    case 'person':
      return [{ ...user, who: `Patient/${caller.person}` }];
    case 'office':
      return [{ ...user, who: caller.office }];
    case 'professional':
    case 'system': {
      const { practitionerRole, organization } = caller;
      const through =
        caller.kind === 'system'
          ? [
              {
                type: concept(codes.PARTS.system),
                who: `PublicHealthRecordSystem/${caller.system}`,
                requestor: false,
              },
            ]
          : [];
      return [
        ...through,
        {
          ...user,
          who: `PractitionerRole/${practitionerRole}`,
          practitionerRole: { id: practitionerRole },
        },
        {
          type: concept(codes.PARTS.organization),
          who: `Organization/${organization}`,
          requestor: false,
          organization: { id: organization },
        },
      ];
    }
  }
}

function entitiesOf({ patient, basis, caller, changed }: AuditEventRow) {
  const grant = 'grant' in caller ? caller.grant : null;
  const references = basis.map((id) => (id === grant ? `CrossBorderGrant/${id}` : `Consent/${id}`));
  return [
    { type: codes.PERSON_ENTITY, role: codes.PATIENT_ROLE, what: `Patient/${patient}` },
    ...[...references, ...(changed === null ? [] : [changed])].map((what) => ({
      type: codes.resourceEntity(what.split('/')[0] ?? what),
      what,
    })),
    ...('tokenId' in caller
      ? [{ type: codes.TOKEN_ENTITY, what: `urn:ietf:params:oauth:jti:${caller.tokenId}` }]
      : []),
  ];
}

function concept(code: codes.Code): { readonly coding: readonly codes.Code[] } {
  return { coding: [code] };
}
