/**
 * One request whose targets are known, in order: decisions, pruning and plan, fetches between gates, a last decision, the
 * answer by the client's own operation, the audit event, and only then the bytes.
 */
import { isClinicalScope } from '@causeway/schema';
import type { AccessEvent, Caller, Decision, Language } from '@causeway/schema';
import { OperationTypeNode } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import type { PermitWithin } from '../enforcement/index.js';
import { INTROSPECTION_FIELDS, project, runPlan } from '../execution/index.js';
import type { Answer, ResultObject } from '../execution/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { accessEvents } from './access-events.js';
import type { Outcome } from './access-events.js';
import { AnswerRelease } from './answer-release.js';
import type { CallerSchema } from './caller-schema.js';
import { consentExtension } from './consent-extension.js';
import { Decisions } from './decisions.js';
import { asksToExplain, explanationsOf } from './explanations.js';
import { describeFailure } from './describe-failure.js';
import type { Dispatch } from './dispatch.js';
import type { Graph } from './graph.js';
import { Intentions } from './intentions.js';
import { introspect } from './introspect.js';
import type { Operation, OperationVariant } from './operation.js';
import { RecordJudge } from './record-judge.js';
import { refusedBeforePlanning } from './refused-before-planning.js';
import { Roles } from './roles.js';
import type { RootTarget } from './root-targets.js';
import { Session } from './session.js';

/** What answering needs. */
export interface AnswerOptions {
  readonly graph: Graph;
  readonly dispatch: Dispatch;
  readonly facts: FactsSource;
  readonly audit: AuditLog;
  /** What a caller is told of the schema. */
  readonly schemaFor: CallerSchema;
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
  /** The deadline, by `performance.now()`. */
  readonly until: number;
  /** Aborted when the client has gone. */
  readonly clientGone: AbortSignal;
  /** The language in which people are spoken to; English where nothing is said. */
  readonly language?: Language | undefined;
}

/** An answer as it leaves. */
export interface GatewayAnswer extends Answer {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What is permitted changed again and again while a query ran. */
export class UnsettledError extends Error {
  constructor() {
    super(
      `Expected decisions that hold for the length of a request, got new ones ${MAX_RUNS} times`,
    );
    this.name = 'UnsettledError';
  }
}

/** How often a query starts anew because what is permitted changed while it ran. */
const MAX_RUNS = 3;

/** A run whose decisions held. */
interface Settled {
  readonly kind: 'settled';
  readonly session: Session;
  readonly release: AnswerRelease;
  readonly result: ResultObject;
}

/** One request on its way, with its decisions. */
export class Exchange {
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
    const { demands, meetsRecords } = variant;
    this.#decisions = this.#newDecisions(meetsRecords || [...demands].some(isClinicalScope));
  }

  /**
   * Runs the plan until what is permitted holds, and writes the answer.
   *
   * @throws UnsettledError if it changes again and again
   */
  async run(): Promise<GatewayAnswer> {
    for (let run = 1; run <= MAX_RUNS; run += 1) {
      const outcome = await this.#attempt();
      if (outcome.kind === 'settled') return this.#release(outcome);
      if (run < MAX_RUNS) this.#decisions = this.#newDecisions(this.#decisions.watchesRecords);
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

  async #attempt(): Promise<Settled | { readonly kind: 'changed' }> {
    const { graph } = this.#options;
    const { caller } = this.#request;
    const roles = this.#newRoles();
    await Promise.all([this.#decisions.refreshAll(), roles.refresh()]);
    const judge = new RecordJudge(graph.annotations, this.#decisions);
    const explanations = await this.#explanations();
    const held = { decisions: this.#decisions, judge, roles, targets: this.#targets };
    const session = new Session({
      ...held,
      roots: this.#variant.roots,
      intentions: new Intentions((permits) =>
        this.#options.audit.record(this.#events(permits, { kind: 'intended' })),
      ),
      send: (service, outgoing, permits) =>
        this.#options.dispatch(
          service,
          outgoing,
          {
            use: 'data',
            caller,
            permits,
            now: this.#options.clock(),
            ...this.#wait(),
            ...this.#spoken(),
            ...(explanations !== undefined && service === 'consents' && { explanations }),
          },
          // A mutation once begun is never cancelled.
          isMutation(this.#request) ? undefined : this.#request.signal,
        ),
    });
    const refused = await refusedBeforePlanning(roles, this.#decisions.permits(), {
      demands: this.#variant.demands,
      targets: this.#targets,
      facts: this.#options.facts,
      caller,
    });
    const step = await this.#variant.plan(refused);
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
      ? { kind: 'changed' }
      : { kind: 'settled', session, release: new AnswerRelease(held), result };
  }

  async #release({ session, release, result }: Settled): Promise<GatewayAnswer> {
    const introspection = await introspect(
      this.#request.operation,
      this.#variant,
      this.#request.variables,
      () => this.#options.schemaFor(this.#request.caller),
    );
    const written = project<PermitWithin>(this.#variant.projection, result, release, (field) =>
      INTROSPECTION_FIELDS.has(field.name)
        ? { kind: 'value', value: introspection?.[field.responseKey] ?? null }
        : release.rootOwner(field),
    );
    const isCancelled = this.#request.clientGone.aborted && !isMutation(this.#request);
    // INVARIANT: the events are durable before a byte of the answer leaves.
    await this.#options.audit.record(
      this.#events(
        this.#decisions.all(),
        isCancelled
          ? { kind: 'cancelled' }
          : {
              kind: 'written',
              released: release.ledger,
              changed: session.rootServices,
              result,
            },
      ),
    );
    if (isCancelled) return { data: null, errors: [] };
    if (!this.#request.wantsConsent) return written;
    return { ...written, extensions: { consent: consentExtension(this.#decisions.permits()) } };
  }

  /** How long an answer is still waited for; for a mutation, which is finished once begun, nothing is said. */
  #wait(): { readonly wait?: number } {
    const { until } = this.#request;
    return isMutation(this.#request)
      ? {}
      : { wait: Math.max(0, Math.ceil(until - performance.now())) };
  }

  /** The language that subgraphs speak, where it is not the one they speak anyway. */
  #spoken(): { readonly language?: Language } {
    const { language } = this.#request;
    return language === undefined || language === 'en' ? {} : { language };
  }

  /** Why something was decided, for those who are permitted to ask. */
  #explanations(): ReturnType<typeof explanationsOf> {
    const { graph, facts, clock } = this.#options;
    const { language = 'en' } = this.#request;
    const asked = [...this.#variant.roots].filter(([key, root]) => {
      // Hardly any operation does.
      if (!asksToExplain(root)) return false;
      const target = this.#targets.get(key);
      const permit = target?.kind === 'patient' ? this.#decisions.permitFor(target.patient) : null;
      return permit?.scopes.includes('AUDIT') === true;
    });
    return explanationsOf(asked, this.#variables, { graph, facts, clock, language });
  }

  #newDecisions(watchesRecords: boolean): Decisions {
    const { facts, clock } = this.#options;
    const decisions = new Decisions({
      caller: this.#request.caller,
      facts,
      clock,
      watchesRecords,
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
