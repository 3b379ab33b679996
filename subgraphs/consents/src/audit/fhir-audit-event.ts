/**
 * Events of the trail as FHIR R4 AuditEvents in the shape of IHE BALP's AuthZ events. The profile itself is not claimed:
 * it asks for the client's network address, which is not kept. Nothing clinical is in them, nor why something was denied;
 * what the hashes are made over is told by the trail alone.
 *
 * @see https://hl7.org/fhir/R4/auditevent.html
 * @see https://profiles.ihe.net/ITI/BALP/StructureDefinition-IHE.BasicAudit.AuthZconsent.html
 */
import { auditEventNode } from '../nodes/audit-event-node.js';
import type { AuditEventNode } from '../nodes/audit-event-node.js';
import type { AuditEventRow } from '../tables.js';
import { resourceEntity } from './codes.js';
import type { Code } from './codes.js';

/** A FHIR reference: by address where it leads to a FHIR resource, else by identifier or name. */
export interface FhirReference {
  readonly reference?: string;
  readonly identifier?: { readonly system?: string; readonly value: string };
  readonly display?: string;
}

/** What FHIR calls a CodeableConcept. */
export interface FhirConcept {
  readonly coding: readonly Code[];
}

/** A FHIR R4 AuditEvent, with the elements that are filled here. */
export interface FhirAuditEvent {
  readonly resourceType: 'AuditEvent';
  readonly id: string;
  readonly extension: readonly ({ readonly url: string } & Readonly<
    Record<string, string | number | boolean>
  >)[];
  readonly type: Code;
  readonly subtype: readonly Code[];
  readonly action: 'C' | 'U' | 'E';
  readonly recorded: string;
  readonly outcome: '0' | '8';
  readonly outcomeDesc: string;
  readonly purposeOfEvent: readonly FhirConcept[];
  readonly agent: readonly {
    readonly type: FhirConcept;
    readonly who: FhirReference;
    readonly requestor: boolean;
    readonly purposeOfUse?: readonly FhirConcept[];
  }[];
  readonly source: { readonly observer: FhirReference; readonly type: readonly Code[] };
  readonly entity: readonly {
    readonly what: FhirReference;
    readonly type: Code;
    readonly role?: Code;
    readonly detail?: readonly { readonly type: string; readonly valueString: string }[];
  }[];
}

const SPECIFICATION = 'https://specs.causeway.health/audit/v1.0';

const ACTIONS = { CREATE: 'C', UPDATE: 'U', EXECUTE: 'E' } as const;
const OUTCOMES = { PERMIT: '0', DENY: '8' } as const;

const SECURITY_SERVER: Code = {
  system: 'http://terminology.hl7.org/CodeSystem/security-source-type',
  code: '6',
  display: 'Security Server',
};

/**
 * What is no FHIR resource stands for one, by an identifier of its own: a grant for the consent that materialises it, a
 * receipt for where what was deposited comes from.
 */
const STAND_INS: Readonly<Record<string, Code>> = {
  CrossBorderGrant: resourceEntity('Consent'),
  DepositReceipt: resourceEntity('Provenance'),
};

/** The kinds of what events speak of that FHIR has a resource for. */
const RESOURCES: ReadonlySet<string> = new Set([
  'Patient',
  'Consent',
  'Organization',
  'PractitionerRole',
]);

/** @see https://hl7.org/fhir/R4/datatypes.html#id */
const REFERENCE = /^([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;

/** An event of the trail as a FHIR R4 AuditEvent. */
export function fhirAuditEvent(row: AuditEventRow): FhirAuditEvent {
  const node = auditEventNode(row);
  return {
    resourceType: 'AuditEvent',
    id: row.id,
    extension: extensionsOf(row),
    type: node.type,
    subtype: node.subtype,
    action: ACTIONS[node.action],
    recorded: node.recorded,
    outcome: OUTCOMES[node.outcome],
    outcomeDesc: node.outcomeDesc,
    purposeOfEvent: node.purposeOfEvent,
    agent: node.agent.map(({ type, who, requestor }) => ({
      type,
      who: referenceTo(who),
      requestor,
      ...(requestor && { purposeOfUse: node.purposeOfEvent }),
    })),
    // Whoever decides is whoever records.
    source: { observer: referenceTo('Causeway'), type: [SECURITY_SERVER] },
    entity: node.entity.map((entity, index) => ({
      what: referenceTo(entity.what),
      type: STAND_INS[entity.what.split('/')[0] ?? ''] ?? entity.type,
      ...('role' in entity && { role: entity.role }),
      ...(index === 0 && node.scopes.length > 0 && { detail: releasedOf(node) }),
    })),
  };
}

/** What the chain and the boundary are told by, beside what FHIR has elements for. */
function extensionsOf(row: AuditEventRow): FhirAuditEvent['extension'] {
  const { sequence, previousHash, hash, release, abroad, change } = row;
  const url = (name: string): string => `${SPECIFICATION}/StructureDefinition/${name}`;
  return [
    { url: url('chain-place'), valuePositiveInt: sequence },
    { url: url('previous-hash'), valueString: previousHash },
    { url: url('hash'), valueString: hash },
    { url: url('release'), valueCode: release },
    { url: url('cross-border'), valueBoolean: abroad },
    ...(change === null ? [] : [{ url: url('change'), valueCode: change }]),
  ];
}

function releasedOf({ scopes, counts }: AuditEventNode) {
  return scopes.map((scope) => ({
    type: scope,
    valueString: String(counts.find((one) => one.scope === scope)?.count ?? 0),
  }));
}

function referenceTo(who: string): FhirReference {
  if (who === 'Causeway') return { display: who };
  if (who.startsWith('urn:')) return { identifier: { value: who } };
  const [, type = '', id = ''] = REFERENCE.exec(who) ?? [];
  if (RESOURCES.has(type)) return { reference: who };
  if (id === '') return { identifier: { value: who } };
  return { identifier: { system: `${SPECIFICATION}/identifiers/${type}`, value: id } };
}
