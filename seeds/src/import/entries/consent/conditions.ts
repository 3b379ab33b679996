/** What the values of a rule's conditions mean here; null for what cannot be interpreted. */
import { SCOPE_SYSTEM } from '@causeway/consents';
import { CATEGORIES } from '@causeway/records';
import type { RecordType } from '@causeway/records';
import { codingOf, codingsAt, objectOf } from '@causeway/records/fhir';
import type { Resolve } from '@causeway/records/fhir';
import { isPurposeOfUse, isScope } from '@causeway/schema';
import type { Code, ProvisionFact, PurposeOfUse, Scope } from '@causeway/schema';

/** Parts in which an actor is whoever reads or deposits; a custodian or an author is not. */
const RECIPIENTS: ReadonlySet<string | null> = new Set(['IRCP', 'PRCP', 'GRANTEE', 'grantee']);

/** The parties of this graph that an actor is; null for a group or a person, and for who is not known here. */
export function actorOf(actor: unknown, resolve: Resolve): readonly string[] | null {
  if (codingsAt(actor, 'role').some(({ code }) => !RECIPIENTS.has(code))) return null;
  const reference = objectOf(objectOf(actor)?.['reference']);
  const target = reference === null ? null : resolve(reference);
  const isParty = target?.type === 'Organization' || target?.type === 'PractitionerRole';
  return isParty ? [target.id] : null;
}

type RecordAction = NonNullable<ProvisionFact['action']>[number];

/** @see https://terminology.hl7.org/CodeSystem-consentaction.html */
const ACTIONS: Readonly<Record<string, RecordAction>> = {
  access: 'READ',
  use: 'READ',
  disclose: 'READ',
  collect: 'DEPOSIT',
  correct: 'DEPOSIT',
};

/** What a concept of consent actions amounts to. */
export function actionsOf(concept: unknown): readonly RecordAction[] | null {
  const actions = codingsAt({ concept }, 'concept').map(({ code }) =>
    code !== null && Object.hasOwn(ACTIONS, code) ? ACTIONS[code] : undefined,
  );
  const known = actions.filter((action) => action !== undefined);
  return known.length > 0 && known.length === actions.length ? known : null;
}

const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

/** A purpose of use that is known here. */
export function purposeOf(value: unknown): readonly PurposeOfUse[] | null {
  const coding = codingOf(value);
  if (coding === null || coding.code === null || !isPurposeOfUse(coding.code)) return null;
  if (coding.system !== null && coding.system !== ACT_REASON) return null;
  return [coding.code];
}

/** The sharable categories of a class of resources, or one of them by its own name. */
export function categoriesOf(value: unknown): readonly Scope[] | null {
  const coding = codingOf(value);
  const code = coding?.code ?? null;
  if (coding?.system === SCOPE_SYSTEM) return code !== null && isScope(code) ? [code] : null;
  const isRecordType = code !== null && Object.hasOwn(CATEGORIES, code);
  return isRecordType ? CATEGORIES[code as RecordType] : null;
}

/** The codes of a concept; one in words alone cannot be interpreted. */
export function codesOf(concept: unknown): readonly Code[] | null {
  const codings = codingsAt({ concept }, 'concept');
  return codings.length === 0 ? null : codings.map(({ system, code }) => ({ system, code }));
}
