import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the folder in which the test files of one run share the world that is seeded first, and removes it with the run. */
export default function shareWorlds() {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-worlds-'));
  process.env['CAUSEWAY_TEST_WORLDS'] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
