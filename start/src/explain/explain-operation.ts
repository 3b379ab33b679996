/** What an operation would come to for a caller: what it takes, what is released, withheld or refused, and who is asked. */
import { AT_HOME } from '@causeway/gateway/enforcement';
import { explain, suppose, told } from '@causeway/gateway/explain';
import type { Asked, SupposedConsent, Supposition } from '@causeway/gateway/explain';
import type { GraphQLAnswer } from '@causeway/gateway';
import type { AccessEvent, Caller, Language, ToldExplanation } from '@causeway/schema';
import { fieldDemands } from '@causeway/schema/consumers';
import type { FieldDemand } from '@causeway/schema/consumers';
import { GraphQLError, getOperationAST, parse } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { StartError } from '../program.js';
import { recordCounts } from './record-counts.js';
import type { RecordCount } from './record-counts.js';
import type { WatchedGraph } from './watched-graph.js';
import type { AskedSubgraph } from './watched-handler.js';

/** What is asked. */
export interface OperationQuestion {
  /** The operation's text. */
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly token: string;
  /** The `Purpose-Of-Use` that is declared. */
  readonly purpose: string;
  readonly language: Language;
  readonly supposing: SupposedInWords | null;
}

/** A consent as a command line names it: of every category, and for the caller's organisation, where none is named. */
export type SupposedInWords = Pick<SupposedConsent, 'kind'> & {
  readonly [Key in 'organization' | 'scopes']?: SupposedConsent[Key] | undefined;
};

/** A field that is refused, or that a patient's permit does not reach. */
export interface RefusedField {
  /** `patient.hkid` */
  readonly path: string;
  readonly code: string;
  readonly scope: string | null;
}

/** What comes of one patient. */
export interface PatientExplanation {
  /** The id as asked. */
  readonly patient: string;
  readonly action: AccessEvent['action'];
  readonly decision: ToldExplanation;
  /** What the answer holds, as the audit trail would have it. */
  readonly released: Pick<AccessEvent, 'scopes' | 'counts'>;
  /** The fields that are refused, each with why. */
  readonly fields: readonly (ToldExplanation & Pick<FieldDemand, 'path' | 'coordinate'>)[];
  /** Of all the records of the kinds that are asked for, what the permit releases. */
  readonly records: readonly RecordCount[];
  /** What the supposed consent would change. */
  readonly supposing:
    (Omit<Supposition, 'before' | 'after'> & { readonly after: ToldExplanation }) | null;
}

/** What an operation would come to. */
export interface OperationExplanation {
  readonly operation: string | null;
  readonly at: string;
  readonly caller: Caller | null;
  /** What its fields take, whoever asks. */
  readonly needs: readonly FieldDemand[];
  readonly patients: readonly PatientExplanation[];
  /** What the answer refuses, by code. */
  readonly refused: readonly RefusedField[];
  readonly requests: readonly AskedSubgraph[];
}

/**
 * Runs a query, or all of a mutation but its changes, and explains what comes of it.
 *
 * @throws StartError for a text with no one operation in it
 */
export async function explainOperation(
  graph: WatchedGraph,
  question: OperationQuestion,
  now: number,
): Promise<OperationExplanation> {
  const { text, variables, token, purpose, language } = question;
  const operation = operationIn(text);
  const { gateway, watch, access } = graph;
  watch.asked.length = 0;
  watch.events.length = 0;
  const identified = await gateway.identify({
    method: 'POST',
    url: new URL('http://localhost/graphql'),
    headers: { authorization: `Bearer ${token}`, 'purpose-of-use': purpose },
  });
  const answer = await gateway.core.answer({ query: text, variables }, { identified, language });
  const caller = identified.kind === 'caller' ? identified.caller : null;
  const needs = fieldDemands(access, operation);
  const patients: PatientExplanation[] = [];
  if (caller !== null) {
    for (const event of distinct(watch.events))
      patients.push(await explainPatient({ graph, needs, operation, question, caller }, event));
  }
  return {
    operation: operation.definition.name?.value ?? null,
    at: new Date(now).toISOString(),
    caller,
    needs,
    patients,
    refused: refusedIn(answer),
    requests: [...watch.asked],
  };
}

interface Context {
  readonly graph: WatchedGraph;
  readonly needs: readonly FieldDemand[];
  readonly operation: ParsedOperation;
  readonly question: OperationQuestion;
  readonly caller: Caller;
}

async function explainPatient(
  { graph, needs, operation, question, caller }: Context,
  { patient, action, scopes, counts }: AccessEvent,
): Promise<PatientExplanation> {
  const { language, supposing } = question;
  const grounds = await graph.gateway.grounds(caller, patient, action);
  const whole: Asked = { kind: 'patient' };
  const decision = explain(grounds, whole);
  const isPermitted = decision.effect === 'permit';
  const fields = needs.map(({ path, coordinate, scopes: asked, isDomestic }) => ({
    path,
    coordinate,
    ...told(
      explain(grounds, { kind: 'value', demands: isDomestic ? [...asked, AT_HOME] : asked }),
      language,
    ),
  }));
  const change = supposing && suppose(grounds, whole, supposedBy(caller, supposing));
  return {
    patient,
    action,
    decision: told(decision, language),
    released: { scopes, counts },
    fields: isPermitted ? fields.filter(({ effect }) => effect === 'deny') : [],
    records: isPermitted
      ? recordCounts(grounds, graph.records.statedOfPatient(patient), {
          access: graph.access,
          needs,
          operation,
        })
      : [],
    supposing: change && {
      gained: change.gained,
      lost: change.lost,
      after: told(change.after, language),
    },
  };
}

function supposedBy(caller: Caller, supposed: SupposedInWords): SupposedConsent {
  const own = 'organization' in caller ? caller.organization : null;
  const { kind, organization = own, scopes = null } = supposed;
  return { kind, organization, scopes };
}

/** An operation, read. */
export interface ParsedOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

function operationIn(text: string): ParsedOperation {
  const document = documentOf(text);
  const definition = getOperationAST(document);
  if (definition == null)
    throw new StartError('Expected a text with one operation in it, got another');
  return { document, definition };
}

function documentOf(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new StartError(`Expected an operation, or a file with one: ${error.message}`);
  }
}

/** The last event of each patient: a deposit has one before it begins, and one after. */
function distinct(events: readonly AccessEvent[]): readonly AccessEvent[] {
  return [...new Map(events.map((event) => [event.patient, event])).values()];
}

/** What an answer refuses, each place once, whatever its position in lists. */
function refusedIn({ body }: GraphQLAnswer): readonly RefusedField[] {
  const refused = (body.errors ?? []).map(({ path = [], extensions = {} }): RefusedField => {
    const { code, scope } = extensions;
    return {
      path: path.filter((part) => typeof part === 'string').join('.'),
      code: String(code),
      scope: typeof scope === 'string' ? scope : null,
    };
  });
  return [...new Map(refused.map((one) => [JSON.stringify(one), one])).values()];
}
