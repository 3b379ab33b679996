import { loaderByKey, loaderOfMany } from '@causeway/kit';
import type { Permit } from '@causeway/schema';
import type DataLoader from 'dataloader';
import type { DepositStore } from '../repository/deposit-store.js';
import type { ReceiptPage } from '../repository/receipts.js';
import type { DepositRow, DisputeRow, RecordRow } from '../tables.js';
import { receiptOf } from './deposit-source.js';

/** What one fetch reads of deposits, under its permits: each level of a query is one statement. */
export class ReceiptLoaders {
  /** Receipts by id. */
  readonly byId: DataLoader<string, DepositRow | null>;
  readonly #disputes: DataLoader<string, DisputeRow[]>;
  readonly #pages = new Map<string, DataLoader<string, DepositRow[]>>();
  readonly #total: DataLoader<string, { readonly patient: string; readonly total: number } | null>;

  constructor(
    private readonly deposits: DepositStore,
    private readonly permits: readonly Permit[],
  ) {
    this.byId = loaderByKey(
      (ids) => deposits.receipts(permits, ids),
      ({ id }) => id,
    );
    this.#disputes = loaderOfMany(
      (receipts) => deposits.disputes(receipts),
      ({ deposit }) => deposit,
    );
    this.#total = loaderByKey(
      (patients) => deposits.receiptCounts(this.#permitsOf(patients)),
      ({ patient }) => patient,
    );
  }

  /** A page of receipts, by the patient's id. */
  page(request: ReceiptPage): DataLoader<string, DepositRow[]> {
    const key = JSON.stringify(request);
    const known = this.#pages.get(key);
    if (known !== undefined) return known;
    const loader = loaderOfMany(
      (patients: readonly string[]) =>
        this.deposits.receiptPages(this.#permitsOf(patients), request),
      ({ patient }) => patient,
    );
    this.#pages.set(key, loader);
    return loader;
  }

  /** How many receipts of a patient the fetch may see. */
  async total(patient: string): Promise<number> {
    return (await this.#total.load(patient))?.total ?? 0;
  }

  /** The disputes of a deposit, withdrawn ones too. */
  async disputesOf(receipt: string): Promise<readonly DisputeRow[]> {
    return this.#disputes.load(receipt);
  }

  /** Whether the patient disputes a record, or the deposit that brought it. */
  async isDisputed({ id, sourceNamespace }: RecordRow): Promise<boolean> {
    const receipt = receiptOf(sourceNamespace);
    if (receipt === null) return false;
    const disputes = await this.#disputes.load(receipt);
    return disputes.some(
      ({ record, withdrawnAt }) => withdrawnAt === null && (record === null || record === id),
    );
  }

  /** After a change, so that what follows in the same fetch sees it. */
  forget(): void {
    this.#disputes.clearAll();
    this.#total.clearAll();
    this.#pages.clear();
  }

  #permitsOf(patients: readonly string[]): readonly Permit[] {
    const asked = new Set(patients);
    return this.permits.filter(({ patient }) => asked.has(patient));
  }
}
