import { loaderByKey, loaderOfMany } from '@causeway/kit';
import type { Permit } from '@causeway/schema';
import type DataLoader from 'dataloader';
import type { PatientImage } from './repository/images.js';
import type { StoredImages } from './images/stored-images.js';
import type { RecordReads } from './repository.js';
import type { PatientCount, RecordList } from './repository/lists.js';
import type { LinkedRow } from './repository/records.js';
import type { RecordPageRequest } from './repository/record-order.js';
import type { CategoryTotal } from './repository/summary.js';
import type { RecordRow } from './tables.js';

/**
 * What one fetch reads, under its permits. Whatever a level of a query asks for alike, of however many patients or
 * records, is one statement.
 */
export class RecordLoaders {
  /** Records by id. */
  readonly byId: DataLoader<string, RecordRow | null>;
  /** The Provenance records of a record, by its id. */
  readonly provenanceOf: DataLoader<string, LinkedRow[]>;
  /** The images of an ImagingStudy, by its record id. */
  readonly imagesOf: DataLoader<string, PatientImage[]>;
  /** What a patient has in each category, by the patient's id. */
  readonly summaryOf: DataLoader<string, CategoryTotal[]>;
  readonly #linked = new Map<string, DataLoader<string, LinkedRow[]>>();
  readonly #pages = new Map<string, DataLoader<string, RecordRow[]>>();
  readonly #counts = new Map<string, DataLoader<string, PatientCount | null>>();

  constructor(
    private readonly reads: RecordReads,
    images: StoredImages,
    private readonly permits: readonly Permit[],
  ) {
    this.byId = loaderByKey(
      (ids) => reads.records(permits, ids),
      (row) => row.id,
    );
    this.provenanceOf = loaderOfMany(
      (origins) => reads.provenance(permits, origins),
      (link) => link.origin,
    );
    this.imagesOf = loaderOfMany(
      (studies) => images.ofRecords(permits, studies),
      (image) => image.record,
    );
    this.summaryOf = loaderOfMany(
      (patients) => reads.summary(this.#permitsOf(patients)),
      (total) => total.patient,
    );
  }

  /** The records that an element refers to, by the id of the record that refers. */
  linkedBy(element: string): DataLoader<string, LinkedRow[]> {
    return remembered(this.#linked, element, () =>
      loaderOfMany(
        (origins) => this.reads.linked(this.permits, element, origins),
        (link) => link.origin,
      ),
    );
  }

  /** A page of a list, by the patient's id. */
  page(list: RecordList, request: RecordPageRequest): DataLoader<string, RecordRow[]> {
    return remembered(this.#pages, JSON.stringify([list, request]), () =>
      loaderOfMany(
        (patients) => this.reads.pages(this.#permitsOf(patients), list, request),
        (row) => row.patient,
      ),
    );
  }

  /** The length of a list, by the patient's id. */
  async total(list: RecordList, patient: string): Promise<number> {
    const counts = remembered(this.#counts, JSON.stringify(list), () =>
      loaderByKey(
        (patients: readonly string[]) => this.reads.counts(this.#permitsOf(patients), list),
        (counted) => counted.patient,
      ),
    );
    return (await counts.load(patient))?.total ?? 0;
  }

  #permitsOf(patients: readonly string[]): readonly Permit[] {
    const asked = new Set(patients);
    return this.permits.filter(({ patient }) => asked.has(patient));
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
