/**
 * One request, in order: facts and decisions, pruning and plan, fetches between gates, a last decision, the answer by
 * the client's own operation, the audit event, and only then the bytes.
 */
import { isClinicalScope } from '@causeway/schema';
import type { AccessEvent, Caller, Decision, Permit } from '@causeway/schema';
import type { GraphQLError } from 'graphql';
import { OperationTypeNode, execute, getVariableValues } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import { AT_HOME, refusedByAll } from '../enforcement/index.js';
import { INTROSPECTION_FIELDS, project, runPlan } from '../execution/index.js';
import type { Answer, ClientField, ResultObject } from '../execution/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { accessEvents } from './access-events.js';
import type { Outcome } from './access-events.js';
import { consentExtension } from './consent-extension.js';
import { Decisions } from './decisions.js';
import { describeFailure, isPolicyFailure } from './describe-failure.js';
import type { Dispatch } from './dispatch.js';
import type { Graph } from './graph.js';
import type { Operation, OperationVariant } from './operation.js';
import { Intentions } from './intentions.js';
import { Roles } from './roles.js';
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
  /** The roles that a caller holds by the token. */
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
  /** Aborted at the deadline, or when the client has gone. */
  readonly signal: AbortSignal;
  /** Aborted when the client has gone. */
  readonly clientGone: AbortSignal;
}

/** An answer as it leaves. */
export interface GatewayAnswer extends Answer {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What is permitted changed again and again while a query ran. */
class UnsettledError extends Error {
  constructor() {
    super(
      `Expected decisions that hold for the length of a request, got new ones ${MAX_RUNS} times`,
    );
    this.name = 'UnsettledError';
  }
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
    if (isPolicyFailure(error) || error instanceof UnsettledError) return unavailable();
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
      if (run < MAX_RUNS) this.#decisions = this.#newDecisions();
    }
    throw new UnsettledError();
  }

  /** Records that the request failed after decisions had been made; a log that cannot take it changes nothing more. */
  async recordFailure(): Promise<void> {
    try {
      await this.#options.audit.record(this.#events(this.#decisions.all(), { kind: 'failed' }));
    } catch (error) {
      this.#options.onError(error);
    }
  }

  async #attempt() {
    const { graph } = this.#options;
    const { caller } = this.#request;
    const roles = this.#newRoles();
    await Promise.all([this.#decisions.refreshAll(), roles.refresh()]);
    const session = new Session({
      annotations: graph.annotations,
      decisions: this.#decisions,
      targets: this.#targets,
      roots: this.#variant.roots,
      roles,
      intentions: new Intentions((permits) =>
        this.#options.audit.record(this.#events(permits, { kind: 'intended' })),
      ),
      send: (service, outgoing, permits) =>
        this.#options.dispatch(
          service,
          outgoing,
          { use: 'data', caller, permits, now: this.#options.clock() },
          // A mutation once begun is never cancelled.
          isMutation(this.#request) ? undefined : this.#request.signal,
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
        return describeFailure(error, isMutation(this.#request) ? 'SUBGRAPH' : 'GATEWAY');
      },
    });
    await Promise.all([this.#decisions.refreshAll(), roles.refresh()]);
    const mayStartAnew = !isMutation(this.#request);
    return mayStartAnew && (this.#decisions.hasChanged || roles.hasChanged)
      ? ({ kind: 'changed' } as const)
      : ({ kind: 'settled', session, result } as const);
  }

  /** What can be known before planning: what the caller's role, place or every permit refuses. */
  async #refused(roles: Roles): Promise<ReadonlySet<string>> {
    const { demands } = this.#variant;
    const refused = new Set(roles.refused(demands));
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

  async #release(session: Session, result: ResultObject): Promise<GatewayAnswer> {
    const introspection = await this.#introspect();
    const written = project<Permit>(this.#variant.client, result, session, (field) =>
      INTROSPECTION_FIELDS.has(field.name)
        ? { kind: 'value', value: introspection?.[field.responseKey] ?? null }
        : session.rootOwner(field),
    );
    const isCancelled = this.#request.clientGone.aborted && !isMutation(this.#request);
    // INVARIANT: the events are durable before a byte of the answer leaves.
    await this.#options.audit.record(
      this.#events(
        this.#decisions.all(),
        isCancelled ? { kind: 'cancelled' } : { kind: 'written', session, result },
      ),
    );
    if (isCancelled) return { data: null, errors: [] };
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
    const decisions = new Decisions({
      caller: this.#request.caller,
      facts,
      clock,
      watchesRecords: [...this.#variant.demands].some(isClinicalScope),
    });
    for (const target of this.#targets.values()) {
      if (target.kind === 'patient') decisions.ask(target.patient, target.action);
    }
    return decisions;
  }

  #newRoles(): Roles {
    const { facts, clock, roleScopes } = this.#options;
    const { caller } = this.#request;
    const { demands } = this.#variant;
    return new Roles({ caller, byToken: roleScopes(caller), demands, facts, clock });
  }

  #events(decisions: readonly Decision[], outcome: Outcome): readonly AccessEvent[] {
    const { caller, operation } = this.#request;
    const at = this.#options.clock();
    return accessEvents(decisions, outcome, {
      caller,
      operation,
      targets: this.#targets,
      at,
    });
  }
}

function isMutation({ operation }: GatewayRequest): boolean {
  return operation.definition.operation === OperationTypeNode.MUTATION;
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
