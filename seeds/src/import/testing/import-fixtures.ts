/** Imports of the invented resources under `test/fixtures/fhir`, for the tests of this folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openImportStores } from '../stores.js';
import type { ImportStores } from '../stores.js';
import type { ImportReport } from '../report.js';
import { runImport } from '../run-import.js';
import type { ImportOptions } from '../run-import.js';

/** The folder of the invented resources, or of a part of them. */
export function fixtures(...names: readonly string[]): string {
  return fileURLToPath(new URL(join('../../../../test/fixtures/fhir', ...names), import.meta.url));
}

/** The parts that are imported together; `later` brings a patient that one of them waits for. */
export const TOGETHER = ['bulk', 'bundles', 'loose'].map((name) => fixtures(name));

/** Noon of 1 June 2026 in Hong Kong. */
export const NOW = Date.parse('2026-06-01T12:00:00+08:00');

/** A data folder of a test, and what is done in it. */
export interface Workplace {
  readonly data: string;
  /** Imports paths, by default the invented resources. */
  run(options?: Partial<ImportOptions>): Promise<ImportReport>;
  /** Looks into the databases. */
  look<Result>(into: (stores: ImportStores) => Result): Result;
  remove(): void;
}

/** A data folder in the system's temporary folder. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-import-'));
  const data = join(folder, 'data');
  return {
    data,
    run: (options) =>
      runImport({ paths: TOGETHER, data, isJoining: false, clock: () => NOW, ...options }),
    look: (into) => {
      const stores = openImportStores(data, () => NOW);
      try {
        return into(stores);
      } finally {
        stores.close();
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
