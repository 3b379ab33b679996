/**
 * Runs a compiled plan: fetches in waves, each one passed by the host before it goes and inspected when it comes
 * back, and merges what came into one result.
 */
import { standBelowRoots } from './below-roots.js';
import type { CompiledFetch } from './compile-fetch.js';
import type { EntitiesStep, EntitySelection, RootStep, Step } from './compile-plan.js';
import { EntityBatch } from './entity-batch.js';
import type { ReadEntity } from './entity-batch.js';
import { failMissing, failuresOf, placeFailure } from './failures.js';
import type { DescribeFailure } from './failures.js';
import { isJsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { Candidate, EntityPassage, Host, Passage, SubgraphAnswer } from './ports.js';
import type { RecordRead } from './read-answer.js';
import type { IsOfType } from './representations.js';
import { FieldFailure, TYPE, newResultObject } from './result.js';
import type { ResultObject } from './result.js';
import { MalformedAnswerError } from './shape.js';
import { eachTarget } from './targets.js';

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
  const root = newResultObject(rootType);
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

  async #fetchRoot({ fetch, shape, reader }: RootStep): Promise<void> {
    const { host, isOfType, describeFailure } = this.#options;
    const passage = await host.passRoot(fetch);
    if (passage === null) return;
    const type = this.#root[TYPE];
    try {
      const { data, errors } = await this.#send(fetch, passage, []);
      const failures = failuresOf(errors, describeFailure);
      const [first] = failures;
      if (data === null && first !== undefined) {
        failMissing(this.#root, shape.byType.get(type), first.failure);
        return;
      }
      if (!isJsonObject(data)) throw new MalformedAnswerError('data', data);
      const records: RecordRead[] = [];
      const read = reader.read(data, records);
      standBelowRoots(
        read,
        fetch.top.map(({ below }) => below),
        records,
      );
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
    const candidates: Candidate[] = [];
    for (const selection of selections) this.#collect(selection, candidates);
    if (candidates.length === 0) return;
    const passages = await this.#options.host.passEntities(fetch, candidates);
    await Promise.all(
      passages.map((passage) => {
        const batches = selections.map(
          (selection) => new EntityBatch(selection, passage.candidates),
        );
        return this.#fetchBatches(fetch, passage, batches);
      }),
    );
  }

  #collect({ alias, paths, representing, shape }: EntitySelection, into: Candidate[]): void {
    const represent = representing();
    for (const path of paths) {
      eachTarget(this.#root, path, this.#options, (target, record) => {
        const type = target[TYPE];
        const representation = represent(target);
        if (representation === null) return;
        // What is made from a value that failed fails with it.
        if (representation instanceof FieldFailure)
          failMissing(target, shape.byType.get(type), representation);
        else into.push({ alias, type, target, record, representation });
      });
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
      const answer = await this.#send(fetch, passage, batches);
      const failures = failuresOf(answer.errors, describeFailure);
      const [first] = failures;
      if (answer.data === null && first !== undefined) {
        failAll(first.failure);
        return;
      }
      const records: RecordRead[] = [];
      const read: ReadEntity[] = [];
      for (const batch of batches) batch.read(answer, read, records, isOfType);
      await host.inspect(records, passage);
      for (const { candidate, object } of read) mergeInto(candidate.target, object, isOfType);
      for (const { path, failure } of failures) {
        if (!batches.some((batch) => batch.place(path, failure))) failAll(failure);
      }
    } catch (error) {
      failAll(describeFailure(error));
    }
  }

  #send(
    fetch: CompiledFetch,
    passage: Passage,
    batches: readonly EntityBatch[],
  ): Promise<SubgraphAnswer> {
    const { host, variables } = this.#options;
    const members = batches.map(
      ({ selection, representations }) => `"${selection.variable}":${representations}`,
    );
    for (const name of fetch.variables)
      if (Object.hasOwn(variables, name))
        members.push(`"${name}":${JSON.stringify(variables[name])}`);
    for (const { variable } of fetch.toggles)
      members.push(`"${variable}":${passage.enabled.has(variable)}`);
    const json = `{"query":${fetch.json},"variables":{${members.join()}}`;
    return host.send(fetch.service, { query: fetch.text, json }, passage);
  }
}
