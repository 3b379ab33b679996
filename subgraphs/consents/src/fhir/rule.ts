/** A provision as a rule of FHIR Consent: what R4 and R5 have in common. */
import type { Code, Period, ProvisionFact } from '@causeway/schema';
import {
  ACT_REASON,
  CONSENT_ACTION,
  PARTICIPATION,
  SCOPE_SYSTEM,
  UNINTERPRETED_EXTENSION,
} from './codes.js';

/** A JSON object of FHIR. */
export type FhirObject = Readonly<Record<string, unknown>>;

/** The conditions of a provision that R4 and R5 call by one name. */
export function conditionsOf(rule: ProvisionFact): FhirObject {
  const { period, dataPeriod, actor, action, purpose, securityLabel, code } = rule;
  const data = dataOf(rule);
  const uninterpreted = [...(rule.uninterpreted ?? []), ...(data === null ? ['data'] : [])];
  return {
    ...(uninterpreted.length > 0 && { modifierExtension: [uninterpretedAs(uninterpreted)] }),
    ...(period && { period: fhirPeriod(period) }),
    ...(actor && { actor: actor.map((id) => recipient(`urn:uuid:${id}`)) }),
    ...(action && { action: action.map((each) => ({ coding: [actionCoding(each)] })) }),
    ...(securityLabel && { securityLabel: securityLabel.map(codingOf) }),
    ...(purpose && { purpose: purpose.map((each) => ({ system: ACT_REASON, code: each })) }),
    ...(code && { code: code.map((each) => ({ coding: [codingOf(each)] })) }),
    ...(dataPeriod && { dataPeriod: fhirPeriod(dataPeriod) }),
    ...(data !== null && data.length > 0 && { data }),
  };
}

/** The categories of a provision as codings. */
export function categoryCodings({ category }: ProvisionFact): readonly FhirObject[] | undefined {
  return category?.map((code) => ({ system: SCOPE_SYSTEM, code }));
}

/** Who is to receive what a rule speaks of. */
export function recipient(reference: string): FhirObject {
  return {
    role: { coding: [{ system: PARTICIPATION, code: 'IRCP' }] },
    reference: { reference },
  };
}

/** A period without the ends that are open. */
export function fhirPeriod({ start, end }: Period): FhirObject {
  return { ...(start !== null && { start }), ...(end !== null && { end }) };
}

function uninterpretedAs(names: readonly string[]): FhirObject {
  return { url: UNINTERPRETED_EXTENSION, valueString: names.join(' ') };
}

function actionCoding(action: 'READ' | 'DEPOSIT'): FhirObject {
  return { system: CONSENT_ACTION, code: action === 'READ' ? 'access' : 'collect' };
}

function codingOf({ system, code }: Code): FhirObject {
  return { ...(system !== null && { system }), ...(code !== null && { code }) };
}

/** The records that a rule names. FHIR means any of them, so names of two kinds, which both have to hold, are not told. */
function dataOf({ records, authoredBy, related }: ProvisionFact): readonly FhirObject[] | null {
  const kinds = [
    { meaning: 'instance', ids: records },
    { meaning: 'authoredby', ids: authoredBy },
    { meaning: 'related', ids: related },
  ].filter(({ ids }) => ids !== undefined);
  if (kinds.length > 1) return null;
  return kinds.flatMap(({ meaning, ids = [] }) =>
    ids.map((id) => ({ meaning, reference: { reference: `urn:uuid:${id}` } })),
  );
}
