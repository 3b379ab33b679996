import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { API_PATH } from '@causeway/schema/compose-files';
import { unannouncedChanges } from './unannounced-changes.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BASELINE = at('schema/baseline/api.graphql');
const CHANGELOG = at('CHANGELOG.md');

describe('the schema that clients see', () => {
  it('breaks nothing of the baseline without an entry in CHANGELOG.md (a new baseline: npm run schema:baseline)', async () => {
    const changelog = existsSync(CHANGELOG) ? readFileSync(CHANGELOG, 'utf8') : '';
    const [before, after] = [BASELINE, API_PATH].map((path) => readFileSync(path, 'utf8'));
    expect(await unannouncedChanges(before ?? '', after ?? '', changelog)).toEqual([]);
  });
});

describe('a breaking change', () => {
  const before = 'type Query { name: String, "When." born: String }';
  const after = 'type Query { name: String!, died: String }';

  it('is found where no changelog announces it', async () => {
    expect(await unannouncedChanges(before, after, '')).toEqual([
      "Query.born: Field 'born' was removed from object type 'Query'",
    ]);
  });

  it('is announced by its coordinate under Unreleased, and nowhere else', async () => {
    const entry = '- `Query.born` is gone.';
    const announced = `# Changelog\n\n## [Unreleased]\n\n### Removed\n\n${entry}\n\n## 0.1.0\n\n- First.\n`;
    const released = `# Changelog\n\n## [Unreleased]\n\n## 0.1.0\n\n${entry}\n`;
    expect(await unannouncedChanges(before, after, announced)).toEqual([]);
    expect(await unannouncedChanges(before, after, `## Unreleased\n\n${entry}`)).toEqual([]);
    expect(await unannouncedChanges(before, after, released)).toHaveLength(1);
  });
});
