/** One request's part in the running of its plan: passes each fetch by fresh decisions, and inspects what comes back. */
import { isClinicalScope } from '@causeway/schema';
import type { Permit, RecordFacts } from '@causeway/schema';
import { judgeAnswered, narrowing, switchedOn } from '../enforcement/index.js';
import { FACTS } from '../execution/index.js';
import type {
  Candidate,
  EntityPassage,
  FetchOutline,
  Host,
  OutgoingRequest,
  Passage,
  ReadRecord,
  SubgraphAnswer,
} from '../execution/index.js';
import type { Decisions } from './decisions.js';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';
import { EntityGroups } from './entity-groups.js';
import type { Intentions } from './intentions.js';
import type { OperationRoot } from './operation.js';
import { patientOf } from './record-judge.js';
import type { RecordJudge } from './record-judge.js';
import type { Roles } from './roles.js';
import type { RootTarget } from './root-targets.js';

/** A subgraph answered with what it had been told to withhold, or with what it had not been asked for. */
export class MisbehavingSubgraphError extends Error {
  constructor(type: string) {
    super(`Expected records within the permits of the fetch, got a ${type} outside them`);
    this.name = 'MisbehavingSubgraphError';
  }
}

/** What a session is made of. */
export interface SessionOptions {
  readonly decisions: Decisions;
  /** Judges records by the same decisions. */
  readonly judge: RecordJudge;
  readonly roles: Roles;
  /** Where deposits are put on record before they are dispatched. */
  readonly intentions: Pick<Intentions, 'record'>;
  /** The root fields, by response key. */
  readonly roots: ReadonlyMap<string, OperationRoot>;
  /** Where each root field leads, by its response key. */
  readonly targets: ReadonlyMap<string, RootTarget>;
  /** Sends one fetch with the permits that go along. */
  readonly send: (
    service: string,
    request: OutgoingRequest,
    permits: readonly Permit[],
  ) => Promise<SubgraphAnswer>;
}

/** What goes along with a fetch, and is held against its answer. */
interface Sent {
  readonly permits: ReadonlyMap<string, Permit>;
  /** Whether the fetch may bring patients that nobody had named. */
  readonly mayMeetPatients: boolean;
}

/** The host of one request's run. */
export class Session implements Host {
  readonly #options: SessionOptions;
  readonly #rootServices = new Set<string>();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  async passRoot(fetch: FetchOutline): Promise<Passage | null> {
    const { decisions, targets } = this.#options;
    const roots = fetch.top.map(({ below, toggle }) => ({
      below,
      toggle,
      target: targets.get(below),
    }));
    const patients = roots.flatMap(({ target }) =>
      target?.kind === 'patient' ? [target.patient] : [],
    );
    if (!(await this.#isForRoles(fetch, patients))) return null;
    const permits = this.#permits(patients);
    // INVARIANT: a deposit is dispatched once it is on record, by a decision made after that.
    if (await this.#options.intentions.record(permits)) {
      this.#expire();
      if (!(await this.#isForRoles(fetch, patients))) return null;
    }
    const enabled = new Set<string>();
    for (const { below, target } of roots) {
      const switches = fetch.toggles.filter((toggle) => toggle.below === below);
      const on =
        target?.kind === 'unnamed'
          ? switches.map(({ variable }) => variable)
          : switchedOn(
              switches,
              target?.kind === 'patient' ? decisions.permitFor(target.patient) : null,
            );
      for (const variable of on) enabled.add(variable);
    }
    if (!roots.some(({ toggle }) => toggle === null || enabled.has(toggle))) return null;
    const mayMeetPatients = roots.some(({ target }) => target?.kind === 'unnamed');
    this.#rootServices.add(fetch.service);
    return {
      enabled,
      context: this.#sent(fetch, this.#permits(patients), enabled, mayMeetPatients),
    };
  }

  /** The subgraphs that were asked for root fields: those that changed something, in a mutation. */
  get rootServices(): ReadonlySet<string> {
    return this.#rootServices;
  }

  async passEntities(
    fetch: FetchOutline,
    candidates: readonly Candidate[],
  ): Promise<readonly EntityPassage[]> {
    const { decisions, judge } = this.#options;
    const patients = new Set<string>();
    for (const { record } of candidates) {
      const patient = patientOf(record);
      if (patient !== null) patients.add(patient);
    }
    await decisions.refresh(patients);
    const groups = new EntityGroups(fetch);
    for (const candidate of candidates) {
      const owner = candidate.record === null ? null : judge.ownerOf(candidate.record);
      if (candidate.record === null || owner !== null) groups.add(candidate, owner);
    }
    return groups.all().map(({ enabled, candidates: members, permits }) => ({
      enabled,
      candidates: members,
      context: this.#sent(fetch, permits, enabled, false),
    }));
  }

  async inspect(records: readonly ReadRecord[], passage: Passage): Promise<void> {
    const { permits, mayMeetPatients } = passage.context as Sent;
    const met = new Set<string>();
    for (const record of records) {
      const label = this.#options.judge.label(record.type);
      const facts = this.#factsOf(record);
      if (this.#standsUnderAnother(record, facts)) throw new MisbehavingSubgraphError(record.type);
      const permit = facts.patient === null ? undefined : permits.get(facts.patient);
      if (permit !== undefined) {
        // A subgraph that was told a permit may hold nothing outside it.
        if (judgeAnswered(label, facts, permit) === 'WITHHELD')
          throw new MisbehavingSubgraphError(record.type);
      } else if (mayMeetPatients && facts.patient !== null) {
        met.add(facts.patient);
      } else {
        throw new MisbehavingSubgraphError(record.type);
      }
    }
    await this.#options.decisions.refresh(met);
  }

  async send(service: string, request: OutgoingRequest, passage: Passage): Promise<SubgraphAnswer> {
    const { permits } = passage.context as Sent;
    if (![...permits.values()].every((permit) => this.#isWatched(permit)))
      throw new SubgraphUnavailableError(service, 'no word on whether records change meanwhile');
    this.#expire();
    const answer = await this.#options.send(service, request, [...permits.values()]);
    // Somebody else may have decided anew while this was under way.
    this.#expire();
    return answer;
  }

  /** Decides on the patients anew; whether the caller still holds what roles the fetch is for. */
  async #isForRoles(fetch: FetchOutline, patients: readonly string[]): Promise<boolean> {
    const { decisions, roles } = this.#options;
    await Promise.all([decisions.refresh(patients), roles.refresh()]);
    // A role that was lost since the plan was made lets nothing of the fetch pass.
    return !fetch.top.some(({ below }) => this.#isOfAnotherRole(below));
  }

  #expire(): void {
    this.#options.decisions.expire();
    this.#options.roles.expire();
  }

  #isOfAnotherRole(root: string): boolean {
    const { roots, roles } = this.#options;
    return roles.refused(roots.get(root)?.field.demands ?? []).length > 0;
  }

  /** Labels that could change unnoticed before the release are not to be relied on. */
  #isWatched({ patient, scopes }: Permit): boolean {
    return !scopes.some(isClinicalScope) || this.#options.decisions.watchesRecordsOf(patient);
  }

  /** What a record says of itself; an entity that was asked for by its key must be the one that was asked for. */
  #factsOf({ type, facts, candidate }: ReadRecord): RecordFacts {
    const own = facts as RecordFacts | null;
    const asked = (candidate?.target[FACTS] ?? null) as RecordFacts | null;
    const isOther =
      own !== null && asked !== null && (own.patient !== asked.patient || own.id !== asked.id);
    const known = own ?? asked;
    if (isOther || known === null) throw new MisbehavingSubgraphError(type);
    return known;
  }

  /**
   * Whether a record stands where another patient's are: within another's record, or below a root field that names
   * another. Both may be permitted; the values of one would be read as the other's all the same.
   */
  #standsUnderAnother({ around, root }: ReadRecord, { patient }: RecordFacts): boolean {
    if (around !== null) return patientOf(around) !== patient;
    const target = root === null ? undefined : this.#options.targets.get(root);
    return target?.kind === 'patient' && target.patient !== patient;
  }

  #permits(patients: readonly string[]): readonly Permit[] {
    return patients.flatMap((patient) => this.#options.decisions.permitFor(patient) ?? []);
  }

  #sent(
    fetch: FetchOutline,
    permitted: Iterable<Permit>,
    enabled: ReadonlySet<string>,
    mayMeetPatients: boolean,
  ): Sent {
    const labels = [...fetch.recordTypes].map((type) => this.#options.judge.label(type));
    const narrow = narrowing(fetch.toggles, enabled, labels);
    const permits = new Map<string, Permit>();
    for (const permit of permitted) permits.set(permit.patient, narrow(permit));
    return { permits, mayMeetPatients };
  }
}
