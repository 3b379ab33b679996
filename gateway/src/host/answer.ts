/**
 * One request, in order: facts and decisions, pruning and plan, fetches between gates, a last decision, the answer by
 * the client's own operation, the audit event, and only then the bytes.
 */
import { randomUUID } from 'node:crypto';
import type { AccessEvent, Caller, Decision, Permit } from '@causeway/schema';
import type { GraphQLError } from 'graphql';
import { OperationTypeNode, execute, getVariableValues } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import { AT_HOME, refusedByAll, refusedByRole } from '../enforcement/index.js';
import { INTROSPECTION_FIELDS, project, runPlan } from '../execution/index.js';
import type { Answer, ClientField } from '../execution/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { consentExtension } from './consent-extension.js';
import { Decisions } from './decisions.js';
import { describeFailure, isPolicyFailure } from './describe-failure.js';
import type { Dispatch } from './dispatch.js';
import type { Graph } from './graph.js';
import type { Operation, OperationVariant } from './operation.js';
import { rootTargets } from './root-targets.js';
import type { RootTarget } from './root-targets.js';
import { Session } from './session.js';

/** What answering needs. */
export interface AnswerOptions {
  readonly graph: Graph;
  readonly dispatch: Dispatch;
  readonly facts: FactsSource;
  readonly audit: AuditLog;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** The OAuth scopes that a caller's role amounts to. */
  readonly roleScopes: (caller: Caller) => readonly string[];
  /** Told of what is not shown to the client. */
  readonly onError: (error: unknown) => void;
}

/** A request as the pipeline takes it. */
export interface GatewayRequest {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  /** Whether the answer says, per permitted patient, what the caller's permit covers. */
  readonly wantsConsent: boolean;
  readonly signal: AbortSignal;
}

/** An answer as it leaves. */
export interface GatewayAnswer extends Answer {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** How often a query starts anew because what is permitted changed while it ran. */
const MAX_RUNS = 3;

/** Answers one request. */
export async function answer(
  request: GatewayRequest,
  options: AnswerOptions,
): Promise<GatewayAnswer> {
  const { graph } = options;
  const { definition } = request.operation;
  const coerced = getVariableValues(graph.apiSchema, definition.variableDefinitions ?? [], {
    ...request.variables,
  });
  if (coerced.errors !== undefined) return invalid(coerced.errors);
  const variant = request.operation.variant(coerced.coerced);
  let targets: ReadonlyMap<string, RootTarget>;
  try {
    const usesToken = [...variant.roots.values()].some(({ leadsTo }) => leadsTo?.kind === 'token');
    const tokenPatient = usesToken ? await options.facts.tokenPatient(request.caller) : null;
    targets = rootTargets(
      variant.roots,
      definition.operation,
      graph.apiSchema,
      tokenPatient,
      coerced.coerced,
    );
  } catch (error) {
    if (!isPolicyFailure(error)) throw error;
    options.onError(error);
    return unavailable();
  }
  const exchange = new Exchange(request, options, variant, targets, coerced.coerced);
  try {
    return await exchange.run();
  } catch (error) {
    options.onError(error);
    await exchange.recordFailure();
    if (isPolicyFailure(error)) return unavailable();
    throw error;
  }
}

class Exchange {
  readonly #request: GatewayRequest;
  readonly #options: AnswerOptions;
  readonly #variant: OperationVariant;
  readonly #targets: ReadonlyMap<string, RootTarget>;
  readonly #variables: Readonly<Record<string, unknown>>;
  #decisions: Decisions;

  constructor(
    request: GatewayRequest,
    options: AnswerOptions,
    variant: OperationVariant,
    targets: ReadonlyMap<string, RootTarget>,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#request = request;
    this.#options = options;
    this.#variant = variant;
    this.#targets = targets;
    this.#variables = variables;
    this.#decisions = this.#newDecisions();
  }

  async run(): Promise<GatewayAnswer> {
    for (let run = 1; run <= MAX_RUNS; run += 1) {
      const outcome = await this.#attempt();
      if (outcome.kind === 'settled') return this.#release(outcome.session, outcome.result);
      this.#decisions = this.#newDecisions();
    }
    return unavailable();
  }

  /** Records that the request failed after decisions had been made; a log that cannot take it changes nothing more. */
  async recordFailure(): Promise<void> {
    try {
      await this.#options.audit.record(this.#events(null));
    } catch (error) {
      this.#options.onError(error);
    }
  }

  async #attempt() {
    const { graph } = this.#options;
    const { caller } = this.#request;
    await this.#decisions.refreshAll();
    const roles = new Set(this.#options.roleScopes(caller));
    const session = new Session({
      annotations: graph.annotations,
      decisions: this.#decisions,
      targets: this.#targets,
      roles,
      send: (service, outgoing, permits) =>
        this.#options.dispatch(
          service,
          outgoing,
          { use: 'data', caller, permits, now: this.#options.clock() },
          this.#request.signal,
        ),
    });
    const step = await this.#variant.plan(await this.#refused(roles));
    const rootType = this.#variant.canonical.type.name;
    const result = await runPlan(step, rootType, {
      host: session,
      variables: this.#variables,
      isOfType: graph.isOfType,
      isRecord: graph.annotations.isRecord,
      describeFailure: (error) => {
        if (error instanceof Error) this.#options.onError(error);
        return describeFailure(error);
      },
    });
    const before = this.#decisions.all();
    await this.#decisions.refreshAll();
    const mayStartAnew = this.#request.operation.definition.operation === OperationTypeNode.QUERY;
    const isChanged = mayStartAnew && hasChanged(before, this.#decisions.all());
    return isChanged
      ? ({ kind: 'changed' } as const)
      : ({ kind: 'settled', session, result } as const);
  }

  /** What can be known before planning: what the caller's role, place or every permit refuses. */
  async #refused(roles: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const { demands } = this.#variant;
    const refused = new Set(refusedByRole(demands, roles));
    const mayMeetPatients = [...this.#targets.values()].some(({ kind }) => kind === 'unnamed');
    const permits = this.#decisions.permits();
    if (!mayMeetPatients && permits.length > 0) {
      for (const demand of refusedByAll(demands, permits)) refused.add(demand);
    }
    if (mayMeetPatients && demands.has(AT_HOME)) {
      const provider = await this.#options.facts.provider(this.#request.caller);
      const isProvider =
        this.#request.caller.kind === 'professional' || this.#request.caller.kind === 'system';
      if (isProvider && provider?.organization?.jurisdiction !== 'HK') refused.add(AT_HOME);
    }
    return refused;
  }

  async #release(session: Session, result: Parameters<typeof project>[1]): Promise<GatewayAnswer> {
    const introspection = await this.#introspect();
    const written = project<Permit>(this.#variant.client, result, session, (field) =>
      INTROSPECTION_FIELDS.has(field.name)
        ? { kind: 'value', value: introspection?.[field.responseKey] ?? null }
        : session.rootOwner(field),
    );
    // INVARIANT: the events are durable before a byte of the answer leaves.
    await this.#options.audit.record(this.#events(session));
    if (!this.#request.wantsConsent) return written;
    return { ...written, extensions: { consent: consentExtension(this.#decisions.permits()) } };
  }

  /** What the operation asks about the schema, answered from it. */
  async #introspect(): Promise<Record<string, unknown> | null> {
    const fields: readonly ClientField[] =
      this.#variant.client.fields.get(this.#variant.canonical.type.name) ?? [];
    if (!fields.some(({ name }) => INTROSPECTION_FIELDS.has(name))) return null;
    const { data } = await execute({
      schema: this.#options.graph.apiSchema,
      document: this.#request.operation.document,
      operationName: this.#request.operation.definition.name?.value,
      variableValues: this.#request.variables,
    });
    return data ?? null;
  }

  #newDecisions(): Decisions {
    const { facts, clock } = this.#options;
    const decisions = new Decisions({ caller: this.#request.caller, facts, clock });
    for (const target of this.#targets.values()) {
      if (target.kind === 'patient') decisions.ask(target.patient, target.action);
    }
    return decisions;
  }

  #events(session: Session | null): readonly AccessEvent[] {
    const at = this.#options.clock();
    return (
      this.#decisions
        .all()
        // What changes something is recorded with the change, in its own transaction.
        .filter((decision) => decision.effect === 'deny' || decision.action === 'READ')
        .map((decision) => this.#event(decision, session, at))
    );
  }

  #event(decision: Decision, session: Session | null, at: number): AccessEvent {
    const { caller, operation } = this.#request;
    const isPermit = decision.effect === 'permit';
    const released =
      isPermit && session !== null
        ? session.ledger.of(decision.patient)
        : { scopes: [], counts: {} };
    return {
      id: randomUUID(),
      at,
      patient: decision.patient,
      caller,
      action: decision.action,
      outcome: isPermit ? 'PERMIT' : 'DENY',
      gate: isPermit ? null : decision.gate,
      reason: isPermit ? null : decision.reason,
      release: session === null ? 'FAILED' : isPermit ? 'RELEASED' : 'WITHHELD',
      operation: { name: operation.definition.name?.value ?? null, digest: operation.digest },
      ...released,
      basis: isPermit ? decision.basis : [],
      abroad: isPermit && decision.abroad,
    };
  }
}

/** Whether what was permitted is permitted otherwise now; a permit that is gone needs no new run to be honoured. */
function hasChanged(before: readonly Decision[], after: readonly Decision[]): boolean {
  const former = new Map(before.map((decision) => [decision.patient, decision]));
  return after.some((decision) => {
    const earlier = former.get(decision.patient);
    if (decision.effect === 'deny') return false;
    return earlier === undefined || JSON.stringify(earlier) !== JSON.stringify(decision);
  });
}

function invalid(errors: readonly GraphQLError[]): GatewayAnswer {
  return {
    data: null,
    errors: errors.map(({ message }) => ({
      message,
      path: [],
      extensions: { code: 'BAD_USER_INPUT' },
    })),
  };
}

/** The answer when nobody can decide: nothing, for every operation with a labelled coordinate. */
function unavailable(): GatewayAnswer {
  const message = 'Nobody can decide on this request now; try again later';
  return {
    data: null,
    errors: [{ message, path: [], extensions: { code: 'POLICY_UNAVAILABLE' } }],
  };
}
