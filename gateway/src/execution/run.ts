/**
 * Runs a compiled plan: fetches in waves, each one passed by the host before it goes and inspected when it comes
 * back, and merges what came into one result.
 */
import type { CompiledFetch } from './compile-fetch.js';
import type { EntitiesStep, EntitySelection, RootStep, Step } from './compile-plan.js';
import { EntityBatch } from './entity-batch.js';
import { failMissing, failuresOf, placeFailure } from './failures.js';
import type { DescribeFailure } from './failures.js';
import { isJsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { Candidate, EntityPassage, Host, Passage, ReadRecord } from './ports.js';
import { representationOf } from './representations.js';
import type { IsOfType, Representation } from './representations.js';
import { FieldFailure, TYPE } from './result.js';
import type { ResultObject } from './result.js';
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
        return this.#fetchEntities(step);
    }
  }

  async #fetchRoot({ fetch, shape }: RootStep): Promise<void> {
    const { host, isOfType, describeFailure } = this.#options;
    const passage = await host.passRoot(fetch);
    if (passage === null) return;
    const type = this.#root[TYPE];
    try {
      const { data, errors } = await this.#send(fetch, passage, {});
      const failures = failuresOf(errors, describeFailure);
      const [first] = failures;
      if (data === null && first !== undefined) {
        failMissing(this.#root, shape.byType.get(type), first.failure);
        return;
      }
      if (!isJsonObject(data)) throw new MalformedAnswerError('data', data);
      const records: ReadRecord[] = [];
      const read = readObject(shape, data, records);
      await host.inspect(records, passage);
      for (const { path, failure } of failures) {
        // Where nobody can say where it belongs, it is answered wherever this fetch brought nothing.
        if (!placeFailure(read, shape, path, failure))
          failMissing(read, shape.byType.get(type), failure);
      }
      mergeInto(this.#root, read, isOfType);
    } catch (error) {
      failMissing(this.#root, shape.byType.get(type), describeFailure(error));
    }
  }

  async #fetchEntities({ fetch, selections }: EntitiesStep): Promise<void> {
    const collected = new Map<Candidate, Representation>();
    for (const selection of selections) this.#collect(selection, collected);
    if (collected.size === 0) return;
    const passages = await this.#options.host.passEntities(fetch, [...collected.keys()]);
    await Promise.all(
      passages.map((passage) => {
        const batches = selections.map(
          (selection) => new EntityBatch(selection, passage.candidates, collected),
        );
        return this.#fetchBatches(fetch, passage, batches);
      }),
    );
  }

  #collect(
    { alias, paths, requires, inputRewrites, shape }: EntitySelection,
    into: Map<Candidate, Representation>,
  ): void {
    const { isOfType, isRecord } = this.#options;
    for (const path of paths) {
      for (const { object, record } of targetsAt(this.#root, path, isRecord, isOfType)) {
        const type = object[TYPE];
        const representation = representationOf(object, requires, inputRewrites, isOfType);
        if (representation === null) continue;
        // What is made from a value that failed fails with it.
        if (representation instanceof FieldFailure)
          failMissing(object, shape.byType.get(type), representation);
        else into.set({ alias, type, target: object, record }, representation);
      }
    }
  }

  async #fetchBatches(
    fetch: CompiledFetch,
    passage: EntityPassage,
    batches: readonly EntityBatch[],
  ): Promise<void> {
    const { host, isOfType, describeFailure } = this.#options;
    const failAll = (failure: FieldFailure): void => {
      for (const batch of batches) batch.fail(failure);
    };
    try {
      const answer = await this.#send(
        fetch,
        passage,
        Object.fromEntries(
          batches.map(({ selection, representations }) => [selection.variable, representations]),
        ),
      );
      const failures = failuresOf(answer.errors, describeFailure);
      const [first] = failures;
      if (answer.data === null && first !== undefined) {
        failAll(first.failure);
        return;
      }
      const records: ReadRecord[] = [];
      const read = batches.flatMap((batch) => batch.read(answer, records, isOfType));
      await host.inspect(records, passage);
      for (const { candidate, object } of read)
        if (object !== null) mergeInto(candidate.target, object, isOfType);
      for (const { path, failure } of failures) {
        if (!batches.some((batch) => batch.place(path, failure))) failAll(failure);
      }
    } catch (error) {
      failAll(describeFailure(error));
    }
  }

  #send(fetch: CompiledFetch, passage: Passage, own: Readonly<Record<string, unknown>>) {
    const { host, variables } = this.#options;
    const sent: Record<string, unknown> = { ...own };
    for (const name of fetch.variables)
      if (Object.hasOwn(variables, name)) sent[name] = variables[name];
    for (const { variable } of fetch.toggles) sent[variable] = passage.enabled.has(variable);
    return host.send(fetch.service, { query: fetch.text, variables: sent }, passage);
  }
}
