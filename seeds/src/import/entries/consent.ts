/**
 * A FHIR R4 Consent as the consents subgraph keeps it. It comes from elsewhere, so it can only deny, and what it says
 * beyond what can be interpreted denies as well.
 *
 * @see https://hl7.org/fhir/R4/consent.html
 */
import type { NewConsent } from '@causeway/consents';
import type { Source } from '@causeway/kit';
import { CATEGORIES } from '@causeway/records';
import type { RecordType } from '@causeway/records';
import {
  codingOf,
  codingsAt,
  objectOf,
  objectsOf,
  textAt,
  textOf,
  valuesAt,
} from '@causeway/records/fhir';
import type { Element, Resolve } from '@causeway/records/fhir';
import type { ConsentFact, ProvisionFact } from '@causeway/schema';
import { conceptsOf, periodOf } from './read.js';

/** What a resource alone does not tell of the consent it becomes. */
export interface ConsentContext {
  readonly id: string;
  /** Patient id. */
  readonly patient: string;
  readonly source: Source;
  readonly resolve: Resolve;
}

/** Policy rules that say what holds where no provision does. */
const BASE_RULES: Readonly<Record<string, 'permit' | 'deny'>> = { OPTIN: 'permit', OPTOUT: 'deny' };

/** A FHIR R4 Consent as a consent of this layer, of another's making. */
export function consentEntry(resource: Element, context: ConsentContext): NewConsent {
  const { id, patient, source, resolve } = context;
  const root = objectOf(resource['provision']);
  const decision = baseOf(resource, root);
  const policy = objectsOf(resource['policy'] ?? [])[0];
  const sourceReference = textAt(resource, 'sourceReference.reference');
  return {
    id,
    patient,
    origin: 'IMPORTED',
    source,
    kind: 'RESTRICTION',
    status: textOf(resource['status']) as ConsentFact['status'],
    category: conceptsOf(resource['category']),
    grantor: grantorOf(resource, resolve),
    // Of whom it speaks stands in its provisions, where unknown actors count as everybody.
    grantee: [],
    dateTime: textOf(resource['dateTime']),
    period: periodOf(root?.['period']),
    decision: decision ?? 'deny',
    provision: rulesOf(root, decision, resolve),
    ...(sourceReference !== null && { sourceReference }),
    ...(policy !== undefined && {
      policyBasis: { reference: null, url: textOf(policy['uri']) },
    }),
  };
}

/** The base rule: what the root provision says, else the policy rule; null where neither says it. */
function baseOf(resource: Element, root: Element | null): 'permit' | 'deny' | null {
  const type = typeOf(root);
  if (type !== null) return type;
  const rules = codingsAt(resource, 'policyRule').flatMap(({ code }) =>
    code !== null && Object.hasOwn(BASE_RULES, code) ? (BASE_RULES[code] ?? []) : [],
  );
  return rules.includes('deny') ? 'deny' : (rules[0] ?? null);
}

/**
 * What a consent takes away. A base that denies by policy alone denies everything, whatever conditions its root rule
 * adds, and so does one that cannot be read. Under a base that permits, which permits nothing here, the rules beneath
 * count for everybody they name, not only where the root applies.
 */
function rulesOf(
  root: Element | null,
  decision: 'permit' | 'deny' | null,
  resolve: Resolve,
): readonly ProvisionFact[] {
  if (decision === null) return [{ type: 'deny', uninterpreted: ['policyRule'] }];
  if (root === null || (decision === 'deny' && typeOf(root) === null)) return [{ type: decision }];
  const { provision = [], ...rule } = provisionOf(root, decision, resolve);
  return decision === 'deny' ? [{ ...rule, provision }] : [rule, ...provision];
}

function provisionOf(provision: Element, type: 'permit' | 'deny', resolve: Resolve): ProvisionFact {
  const uninterpreted: string[] = [];
  /** What an element amounts to, if every value of it can be interpreted; else nothing, which matches everything. */
  const read = <Value>(
    element: string,
    interpret: (value: unknown) => readonly Value[] | null,
  ): readonly Value[] | undefined => {
    const values = valuesAt(provision, element);
    if (values.length === 0) return undefined;
    const read = values.map(interpret);
    if (read.every((each) => each !== null)) return read.flat();
    uninterpreted.push(element);
    return undefined;
  };
  const conditions = {
    actor: read('actor', (actor) => actorOf(actor, resolve)),
    purpose: read('purpose', (coding) => codesOf(codingOf(coding)?.code)),
    securityLabel: read('securityLabel', (coding) => {
      const label = codingOf(coding);
      return label === null ? null : [{ system: label.system, code: label.code }];
    }),
    category: read('class', (coding) => categoriesOf(codingOf(coding)?.code ?? null)),
    code: read('code', (concept) => {
      const codings = codingsAt({ concept }, 'concept');
      return codings.length === 0 ? null : codings.map(({ system, code }) => ({ system, code }));
    }),
    ...dataConditions(provision, resolve, uninterpreted),
  };
  // R4 demands a type of every rule below the root; one without it denies.
  const nested = objectsOf(provision['provision'] ?? []).map((each) =>
    provisionOf(each, typeOf(each) ?? 'deny', resolve),
  );
  return {
    type,
    ...defined(conditions),
    ...periods(provision),
    ...(uninterpreted.length > 0 && { uninterpreted }),
    ...(nested.length > 0 && { provision: nested }),
  };
}

function typeOf(provision: Element | null): 'permit' | 'deny' | null {
  const type = provision?.['type'];
  return type === 'permit' || type === 'deny' ? type : null;
}

/** The parties of this graph that an actor is; null for a group, and for who is not known here. */
function actorOf(actor: unknown, resolve: Resolve): readonly string[] | null {
  const reference = objectOf(objectOf(actor)?.['reference']);
  const target = reference === null ? null : resolve(reference);
  const isParty = target?.type === 'Organization' || target?.type === 'PractitionerRole';
  return isParty ? [target.id] : null;
}

/** The sharable categories of a class of resources. */
function categoriesOf(code: string | null) {
  const isRecordType = code !== null && Object.hasOwn(CATEGORIES, code);
  return isRecordType ? CATEGORIES[code as RecordType] : null;
}

/** Records that are named, and authors; what only relates to something is not interpreted. */
function dataConditions(
  provision: Element,
  resolve: Resolve,
  uninterpreted: string[],
): Pick<ProvisionFact, 'records' | 'authoredBy'> {
  const records: string[] = [];
  const authoredBy: string[] = [];
  for (const data of objectsOf(provision['data'] ?? [])) {
    const reference = objectOf(data['reference']);
    const target = reference === null ? null : resolve(reference);
    if (target !== null && data['meaning'] === 'instance') records.push(target.id);
    else if (target?.type === 'Organization' && data['meaning'] === 'authoredby') {
      authoredBy.push(target.id);
    } else uninterpreted.push('data');
  }
  if (uninterpreted.includes('data')) return {};
  return {
    ...(records.length > 0 && { records }),
    ...(authoredBy.length > 0 && { authoredBy }),
  };
}

function periods(provision: Element): Pick<ProvisionFact, 'period' | 'dataPeriod'> {
  return {
    ...(provision['period'] !== undefined && { period: periodOf(provision['period']) }),
    ...(provision['dataPeriod'] !== undefined && { dataPeriod: periodOf(provision['dataPeriod']) }),
  };
}

function grantorOf(resource: Element, resolve: Resolve): string | null {
  for (const performer of objectsOf(resource['performer'] ?? [])) {
    const target = resolve(performer);
    if (target !== null) return `${target.type}/${target.id}`;
  }
  return null;
}

function codesOf(code: string | null | undefined): readonly string[] | null {
  return code == null ? null : [code];
}

function defined<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as never;
}
