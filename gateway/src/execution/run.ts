/**
 * Runs a compiled plan: fetches in waves, each one passed by the host before it goes and inspected when it comes
 * back, and merges what came into one result.
 */
import type { CompiledFetch } from './compile-fetch.js';
import type { Step } from './compile-plan.js';
import { failuresOf, placeFailure } from './failures.js';
import type { DescribeFailure, LocatedFailure } from './failures.js';
import { isJsonObject, member } from './json.js';
import type { Json } from './json.js';
import { mergeInto } from './merge.js';
import type { EntityAlias } from './plan.js';
import type {
  Candidate,
  EntityPassage,
  Host,
  Passage,
  ReadRecord,
  SubgraphAnswer,
} from './ports.js';
import { applyRewrite, representationOf } from './representations.js';
import type { IsOfType, Representation } from './representations.js';
import { TYPE } from './result.js';
import type { ResultObject, FieldFailure } from './result.js';
import { MalformedAnswerError, readObject } from './shape.js';
import { targetsAt } from './targets.js';

/** What a run needs beside the plan. */
export interface RunOptions {
  readonly host: Host;
  /** The client's variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isOfType: IsOfType;
  readonly isRecord: (type: string) => boolean;
  /** What of a subgraph's error, or of a failed fetch, may be shown. */
  readonly describeFailure: DescribeFailure;
}

/** Runs a plan on an empty result of the root type. */
export async function runPlan(
  step: Step | null,
  rootType: string,
  options: RunOptions,
): Promise<ResultObject> {
  const root: ResultObject = { [TYPE]: rootType };
  if (step !== null) await new Run(root, options).step(step);
  return root;
}

class Run {
  readonly #root: ResultObject;
  readonly #options: RunOptions;

  constructor(root: ResultObject, options: RunOptions) {
    this.#root = root;
    this.#options = options;
  }

  async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'sequence':
        for (const child of step.steps) await this.step(child);
        return;
      case 'parallel':
        await Promise.all(step.steps.map((child) => this.step(child)));
        return;
      case 'root':
        return this.#fetchRoot(step);
      case 'entities':
        return this.#fetchEntities(step.fetch, step.aliases);
    }
  }

  async #fetchRoot({ fetch, outputRewrites }: Extract<Step, { kind: 'root' }>): Promise<void> {
    const { host, isOfType, describeFailure } = this.#options;
    const passage = await host.passRoot(fetch);
    if (passage === null) return;
    const shape = fetch.shapes.get('');
    if (shape === undefined) return;
    try {
      const answer = await host.send(fetch.service, this.#outgoing(fetch, passage, {}), passage);
      const failures = failuresOf(answer.errors, describeFailure);
      if (!isJsonObject(answer.data)) {
        failAll(this.#root, fetch, [], describeFailure(answer));
        return;
      }
      for (const rewrite of outputRewrites)
        applyRewrite(answer.data, rewrite, this.#root[TYPE], isOfType);
      const records: ReadRecord[] = [];
      const read = readObject({ ...shape, only: this.#root[TYPE] }, answer.data, records);
      await host.inspect(records, passage);
      for (const { path, failure } of failures) placeFailure(read, path, failure);
      mergeInto(this.#root, read);
    } catch (error) {
      failAll(this.#root, fetch, [], describeFailure(error));
    }
  }

  async #fetchEntities(fetch: CompiledFetch, aliases: readonly EntityAlias[]): Promise<void> {
    const collected = new Map<Candidate, Representation>();
    for (const alias of aliases) this.#collect(alias, collected);
    if (collected.size === 0) return;
    const passages = await this.#options.host.passEntities(fetch, [...collected.keys()]);
    await Promise.all(
      passages.map((passage) => this.#fetchGroup(fetch, aliases, passage, collected)),
    );
  }

  #collect(
    { alias, paths, requires, inputRewrites }: EntityAlias,
    into: Map<Candidate, Representation>,
  ): void {
    const { isOfType, isRecord } = this.#options;
    for (const path of paths) {
      for (const { object, record } of targetsAt(this.#root, path, isRecord)) {
        const representation = representationOf(object, requires, inputRewrites ?? [], isOfType);
        if (representation === null) continue;
        into.set({ alias, type: object[TYPE], target: object, record }, representation);
      }
    }
  }

  async #fetchGroup(
    fetch: CompiledFetch,
    aliases: readonly EntityAlias[],
    passage: EntityPassage,
    collected: ReadonlyMap<Candidate, Representation>,
  ): Promise<void> {
    const { host, describeFailure } = this.#options;
    const batches = aliases.map((alias) => new EntityBatch(alias, passage.candidates, collected));
    const variables = Object.fromEntries(
      batches.map((batch) => [batch.variable, batch.representations]),
    );
    try {
      const answer = await host.send(
        fetch.service,
        this.#outgoing(fetch, passage, variables),
        passage,
      );
      const read = batches.flatMap((batch) => this.#readBatch(fetch, batch, answer));
      await host.inspect(
        read.flatMap(({ records }) => records),
        passage,
      );
      for (const { target, object } of read) if (object !== null) mergeInto(target, object);
      for (const { path, failure } of failuresOf(answer.errors, describeFailure)) {
        placeEntityFailure(fetch, batches, path, failure);
      }
    } catch (error) {
      const failure = describeFailure(error);
      for (const { target } of passage.candidates) failAll(target, fetch, [target[TYPE]], failure);
    }
  }

  #readBatch(
    fetch: CompiledFetch,
    batch: EntityBatch,
    answer: SubgraphAnswer,
  ): readonly ReadEntity[] {
    const { isOfType } = this.#options;
    const shape = fetch.shapes.get(batch.alias);
    const entities: Json | undefined = isJsonObject(answer.data)
      ? member(answer.data, batch.alias)
      : undefined;
    if (
      shape === undefined ||
      !Array.isArray(entities) ||
      entities.length !== batch.representations.length
    ) {
      throw new MalformedAnswerError(`${batch.representations.length} entities`, entities);
    }
    return entities.flatMap((entity, position) =>
      batch.candidatesAt(position).map((candidate): ReadEntity => {
        const records: ReadRecord[] = [];
        if (entity === null) return { target: candidate.target, object: null, records };
        if (!isJsonObject(entity)) throw new MalformedAnswerError('an entity', entity);
        const copy = batch.rewrites.length === 0 ? entity : structuredClone(entity);
        for (const rewrite of batch.rewrites) applyRewrite(copy, rewrite, candidate.type, isOfType);
        const object = readObject(shape, copy, records, candidate);
        return { target: candidate.target, object, records };
      }),
    );
  }

  #outgoing(fetch: CompiledFetch, passage: Passage, own: Readonly<Record<string, unknown>>) {
    const { variables } = this.#options;
    const sent: Record<string, unknown> = { ...own };
    for (const name of fetch.variables)
      if (Object.hasOwn(variables, name)) sent[name] = variables[name];
    for (const { variable } of fetch.toggles) sent[variable] = passage.enabled.has(variable);
    return { query: fetch.text, variables: sent };
  }
}

interface ReadEntity {
  readonly target: ResultObject;
  readonly object: ResultObject | null;
  readonly records: readonly ReadRecord[];
}

/** The representations of one alias, each once, and the candidates that each stands for. */
class EntityBatch {
  readonly alias: string;
  readonly variable: string;
  readonly rewrites: NonNullable<EntityAlias['outputRewrites']>;
  readonly representations: Representation[] = [];
  readonly #candidates: Candidate[][] = [];

  constructor(
    { alias, representationsVariableName, outputRewrites }: EntityAlias,
    candidates: readonly Candidate[],
    collected: ReadonlyMap<Candidate, Representation>,
  ) {
    this.alias = alias;
    this.variable = representationsVariableName;
    this.rewrites = outputRewrites ?? [];
    const positions = new Map<string, number>();
    for (const candidate of candidates) {
      const representation = candidate.alias === alias ? collected.get(candidate) : undefined;
      if (representation === undefined) continue;
      const text = JSON.stringify(representation);
      const known = positions.get(text);
      if (known !== undefined) {
        this.#candidates[known]?.push(candidate);
        continue;
      }
      positions.set(text, this.representations.length);
      this.representations.push(representation);
      this.#candidates.push([candidate]);
    }
  }

  candidatesAt(position: number): readonly Candidate[] {
    return this.#candidates[position] ?? [];
  }
}

/** Marks every field that a fetch should have brought to an object and did not. */
function failAll(
  object: ResultObject,
  fetch: CompiledFetch,
  types: readonly string[],
  failure: FieldFailure,
): void {
  for (const shape of fetch.shapes.values()) {
    for (const type of types.length > 0 ? types : shape.byType.keys()) {
      for (const { key } of shape.byType.get(type)?.fields ?? []) object[key] ??= failure;
    }
  }
}

function placeEntityFailure(
  fetch: CompiledFetch,
  batches: readonly EntityBatch[],
  path: LocatedFailure['path'],
  failure: FieldFailure,
): void {
  const [alias, position, ...rest] = path;
  const batch = batches.find((one) => one.alias === alias);
  if (batch === undefined || typeof position !== 'number') {
    // Nobody can say where it belongs: it is answered wherever this fetch brought nothing.
    for (const one of batches) {
      for (let index = 0; index < one.representations.length; index += 1)
        failEntity(fetch, one, index, failure);
    }
    return;
  }
  if (rest.length === 0) failEntity(fetch, batch, position, failure);
  for (const { target } of batch.candidatesAt(position)) placeFailure(target, rest, failure);
}

function failEntity(
  fetch: CompiledFetch,
  batch: EntityBatch,
  position: number,
  failure: FieldFailure,
): void {
  for (const { target } of batch.candidatesAt(position))
    failAll(target, fetch, [target[TYPE]], failure);
}
