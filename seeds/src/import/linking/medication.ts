/**
 * Medications that requests and dispenses refer to. A Medication is no record by itself: it goes into each record that
 * refers to it, as a contained resource, so that the drug can be shown and its codes count for the record's label.
 */
import { without } from '@causeway/kit';
import { objectOf, objectsOf, textAt } from '@causeway/records/fhir';
import type { Resource } from '@causeway/records/fhir';
import { refusal } from '../refusal.js';
import type { LinkItem, LinkRun } from './link-run.js';

/** Finds medications, and remembers which of them went into a record. */
export class Medications {
  readonly #run: LinkRun;
  readonly #bySeq: ReadonlyMap<number, LinkItem>;
  readonly #used = new Set<number>();
  readonly #awaited = new Set<number>();

  constructor(run: LinkRun) {
    this.#run = run;
    this.#bySeq = new Map(run.itemsOf('medication').map((item) => [item.seq, item]));
  }

  /** The resource with the Medication it refers to inside it. */
  within(resource: Resource, item: LinkItem): Resource {
    const medication = this.#itemOf(resource, item);
    if (medication === null) return resource;
    this.#used.add(medication.seq);
    const drug = without(this.#run.resourceOf(medication), 'meta', 'text');
    return {
      ...resource,
      contained: [...objectsOf(resource['contained'] ?? []), { ...drug, id: 'medication' }],
      medicationReference: { reference: '#medication' },
    };
  }

  /** Notes that a record which is kept waits with its Medication. */
  await(resource: Resource, item: LinkItem): void {
    const medication = this.#itemOf(resource, item);
    if (medication !== null) this.#awaited.add(medication.seq);
  }

  /** Says what became of each Medication. */
  settle(): void {
    for (const item of this.#bySeq.values()) {
      if (this.#used.has(item.seq)) this.#run.take(item, false);
      else if (this.#awaited.has(item.seq)) {
        this.#run.keep(
          item,
          'It waits with the record that refers to it, whose patient is not in this graph',
        );
      } else {
        const reason =
          'Medication is in no sharable category by itself, and no record of this import refers to it';
        this.#run.refuse(item, refusal('NOT_SHARABLE', reason));
      }
    }
  }

  #itemOf(resource: Resource, item: LinkItem): LinkItem | null {
    const reference = objectOf(resource['medicationReference']);
    if (reference === null || textAt(reference, 'reference')?.startsWith('#') === true) return null;
    const seq = this.#run.targets.itemOf(reference, item);
    return seq === null ? null : (this.#bySeq.get(seq) ?? null);
  }
}
