/**
 * Answers to the questions why something was decided, which `explainAccess` asks: a decision is made at one place, so
 * the gateway makes it once more, for another caller or another time, and the subgraph tells of it.
 */
import { earliestInstant, isInstant, isPurposeOfUse, readConditions } from '@causeway/schema';
import type { Action, AnsweredQuestion, Caller, Language } from '@causeway/schema';
import { Kind, getArgumentValues } from 'graphql';
import type { FieldNode } from 'graphql';
import { explain, suppose, told } from '../explain/index.js';
import type { DecisionRequest } from '../enforcement/index.js';
import type { Asked, SupposedConsent } from '../explain/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { groundsFor } from './decide-for.js';
import type { Graph } from './graph.js';
import type { OperationRoot } from './operation.js';
import { isPatientId } from './root-targets.js';

/** The root field that asks. */
const FIELD = 'explainAccess';

/** What answering takes. */
export interface ExplanationsOptions {
  readonly graph: Graph;
  readonly facts: FactsSource;
  /** The decision clock, in epoch milliseconds. */
  readonly clock: () => number;
  readonly language: Language;
}

/** What `explainAccess` is given. */
interface Question {
  readonly patient: string;
  readonly input: {
    readonly caller: {
      readonly person?: string | null;
      readonly organization?: string | null;
      readonly practitionerRole?: string | null;
      readonly system?: string | null;
      readonly grant?: string | null;
      readonly client?: string | null;
    };
    readonly purpose: string;
    readonly action: Action;
    readonly coordinate?: string | null;
    readonly record?: string | null;
    readonly at?: string | null;
    readonly supposing?: {
      readonly kind: SupposedConsent['kind'];
      readonly organization?: string | null;
      readonly scopes?: SupposedConsent['scopes'];
    } | null;
  };
}

/** Whether a root field asks why something was decided. */
export function asksToExplain({ field }: OperationRoot): boolean {
  return field.node.name.value === FIELD;
}

/** The answers to root fields that ask, by their response keys; undefined where there are none. */
export async function explanationsOf(
  asking: readonly (readonly [string, OperationRoot])[],
  variables: Readonly<Record<string, unknown>>,
  options: ExplanationsOptions,
): Promise<Readonly<Record<string, AnsweredQuestion>> | undefined> {
  if (asking.length === 0) return undefined;
  const definition = options.graph.apiSchema.getQueryType()?.getFields()[FIELD];
  if (definition === undefined) return undefined;
  const answers = await Promise.all(
    asking.map(async ([key, { field }]) => {
      const question = getArgumentValues(definition, field.node, variables) as unknown as Question;
      return [key, await answerTo(question, options)] as const;
    }),
  );
  return Object.fromEntries(answers);
}

async function answerTo(
  { patient, input }: Question,
  { graph, facts, clock, language }: ExplanationsOptions,
): Promise<AnsweredQuestion> {
  const caller = callerOf(input);
  if (caller === null) return { kind: 'unanswerable', problem: 'CALLER' };
  const now = clock();
  const at = input.at == null ? now : (earliestInstant(input.at) ?? Number.NaN);
  if (!isInstant(at) || at > now) return { kind: 'unanswerable', problem: 'TIME' };
  const asked = await askedBy(patient, input, graph, facts);
  if (asked.kind === 'absent' || asked.kind === 'unanswerable') return asked;
  const known = await groundsFor({ facts, clock })(
    caller,
    patient,
    input.action,
    input.at == null ? undefined : at,
  );
  const grounds = input.caller.client == null ? byDesignatedClient(known) : known;
  const { supposing } = input;
  if (supposing == null) {
    const explanation = told(explain(grounds, asked), language);
    return { kind: 'explained', explanation: { ...explanation, supposing: null } };
  }
  const { before, after, gained, lost } = suppose(grounds, asked, {
    kind: supposing.kind,
    organization: supposing.organization ?? null,
    scopes: supposing.scopes ?? null,
  });
  return {
    kind: 'explained',
    explanation: {
      ...told(before, language),
      supposing: { after: told(after, language), gained, lost },
    },
  };
}

/** The caller who is asked about: a person, or a professional with or without a system; null for nobody. */
function callerOf({ caller, purpose }: Question['input']): Caller | null {
  const { person, organization, practitionerRole, system, grant = null } = caller;
  if (!isPurposeOfUse(purpose)) return null;
  const presented = { subject: '', client: caller.client ?? '', tokenId: '', purpose };
  const isProvider = organization != null && practitionerRole != null;
  if (person != null)
    return organization == null && practitionerRole == null && system == null
      ? { ...presented, kind: 'person', person }
      : null;
  if (!isProvider) return null;
  const acting = { ...presented, organization, practitionerRole, grant };
  return system == null
    ? { ...acting, kind: 'professional' }
    : { ...acting, kind: 'system', system };
}

/**
 * The same, asked through a client that the recognition designates, if it does: patients do not know the clients of
 * providers, so where they name none it is not what they ask about.
 */
function byDesignatedClient(grounds: DecisionRequest): DecisionRequest {
  const { caller, providerFacts, now } = grounds;
  const facts = caller.kind === 'system' ? providerFacts?.system : providerFacts?.organization;
  const conditions = readConditions(facts?.recognition?.conditions ?? [], now);
  const [client] = 'unreadable' in conditions ? [] : (conditions.clients ?? []);
  return client === undefined ? grounds : { ...grounds, caller: { ...caller, client } };
}

/** What is asked about: a record, a field, or the patient as a whole. */
async function askedBy(
  patient: string,
  { coordinate, record }: Question['input'],
  { annotations, apiSchema }: Graph,
  facts: FactsSource,
): Promise<Asked | Exclude<AnsweredQuestion, { readonly kind: 'explained' }>> {
  if (record != null) {
    const found = isPatientId(patient) ? await facts.record(patient, record) : null;
    const label = found === null ? undefined : annotations.record(found.type);
    return found === null || label === undefined
      ? { kind: 'absent' }
      : { kind: 'record', label, record: found.facts };
  }
  if (coordinate == null) return { kind: 'patient' };
  const [type = '', field = '', ...rest] = coordinate.split('.');
  const parent = apiSchema.getType(type);
  const isField =
    rest.length === 0 &&
    parent !== undefined &&
    'getFields' in parent &&
    Object.hasOwn(parent.getFields(), field);
  if (!isField) return { kind: 'unanswerable', problem: 'COORDINATE' };
  return { kind: 'value', demands: annotations.demands(type, fieldNamed(field)) };
}

function fieldNamed(value: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value } };
}
