import { beforeAll, describe, expect, it } from '@jest/globals';
import { ruleNames, violationsIn } from './planted-workspace.js';
import type { Violation } from './planted-workspace.js';

/** Each row: the rule, the file that breaks it, and what it imports to do so. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['schema-stands-alone', 'schema/src/a.ts', "import '@causeway/kit';"],
  ['kit-knows-no-domain', 'subgraphs/kit/src/a.ts', "import '@causeway/patients';"],
  ['subgraphs-never-meet', 'subgraphs/records/src/a.ts', "import '@causeway/patients';"],
  ['subgraphs-never-meet', 'subgraphs/records/src/b.ts', "import '@causeway/gateway';"],
  ['gateway-meets-subgraphs-by-transport', 'gateway/src/host/a.ts', "import '@causeway/records';"],
  ['gateway-meets-subgraphs-by-transport', 'gateway/src/host/b.ts', "import '@causeway/kit';"],
  ['enforcement-is-pure', 'gateway/src/enforcement/a.ts', "import '../facts/a.js';"],
  ['enforcement-is-pure', 'gateway/src/enforcement/b.ts', "import '../execution/a.js';"],
  ['enforcement-uses-graphql-alone', 'gateway/src/enforcement/c.ts', "import 'node:fs';"],
  ['enforcement-uses-graphql-alone', 'gateway/src/enforcement/d.ts', "import 'jose';"],
  ['explaining-stands-on-the-decision', 'gateway/src/explain/a.ts', "import '../facts/a.js';"],
  ['explaining-uses-nothing', 'gateway/src/explain/b.ts', "import 'graphql';"],
  ['execution-is-pure', 'gateway/src/execution/a.ts', "import '../enforcement/a.js';"],
  ['execution-uses-graphql-alone', 'gateway/src/execution/b.ts', "import 'node:http';"],
  ['identity-stands-on-the-vocabulary', 'gateway/src/identity/a.ts', "import '../facts/a.js';"],
  ['identity-uses-jose-and-zod-alone', 'gateway/src/identity/b.ts', "import 'graphql';"],
  ['facts-stand-below-the-host', 'gateway/src/facts/a.ts', "import '../host/a.js';"],
  ['audit-stands-below-the-host', 'gateway/src/audit/a.ts', "import '../facts/a.js';"],
  ['metrics-stand-on-the-vocabulary', 'gateway/src/metrics/a.ts', "import '../host/a.js';"],
  ['planning-stands-below-the-host', 'gateway/src/planning/a.ts', "import '../host/a.js';"],
  ['relay-stands-below-the-host', 'gateway/src/relay/a.ts', "import '../host/a.js';"],
  ['relay-uses-nothing', 'gateway/src/relay/b.ts', "import 'node:timers/promises';"],
  ['courier-stands-below-the-host', 'gateway/src/courier/a.ts', "import '../relay/a.js';"],
  ['pages-ask-as-clients-do', 'gateway/src/pages/a.ts', "import '../facts/a.js';"],
  ['pages-ask-as-clients-do', 'gateway/src/pages/b.ts', "import '../host/a.js';"],
  ['nobody-needs-the-pages', 'gateway/src/host/i.ts', "import '../pages/a.js';"],
  ['explorer-is-made-of-pages', 'gateway/src/explorer/a.ts', "import '../host/a.js';"],
  ['nobody-needs-the-explorer', 'gateway/src/host/l.ts', "import '../explorer/a.js';"],
  ['self-carry-asks-as-clients-do', 'gateway/src/self-carry/a.ts', "import '../facts/a.js';"],
  ['nobody-needs-self-carry', 'gateway/src/host/j.ts', "import '../self-carry/a.js';"],
  ['nobody-needs-the-images', 'gateway/src/host/k.ts', "import '../images/a.js';"],
  ['seeds-stand-on-the-subgraphs', 'seeds/src/a.ts', "import '@causeway/gateway';"],
  ['oracle-stands-apart', 'test/fuzz/oracle/a.ts', "import '@causeway/gateway';"],
  ['oracle-stands-apart', 'test/fuzz/world/a.ts', "import '../../../gateway/src/host/a.js';"],
  ['start-imports-no-tests', 'start/src/a.ts', "import '../../test/a.js';"],
  ['packages-by-their-entry-points', 'start/src/b.ts', "import '../../gateway/src/host/a.js';"],
  ['gateway-never-loads-type-graphql', 'gateway/src/host/c.ts', "import 'type-graphql';"],
  ['databases-are-opened-by-the-kit', 'seeds/src/b.ts', "import 'better-sqlite3';"],
  ['sql-lives-in-repositories', 'subgraphs/records/src/resolvers.ts', "import 'drizzle-orm';"],
  ['no-cycles', 'gateway/src/host/d.ts', "import { e } from './e.js'; export const d = 1 + e;"],
  ['declared-dependencies', 'gateway/src/host/f.ts', "import 'drizzle-orm';"],
  ['sources-run-without-development-packages', 'gateway/src/host/g.ts', "import 'fast-check';"],
  ['tests-are-imported-by-nobody', 'schema/src/b.ts', "import './b.test.js';"],
  ['resolvable', 'schema/src/c.ts', "import './nowhere.js';"],
];

/** Files that break no rule, or that others import to break one. */
const SOUND: Readonly<Record<string, string>> = {
  'subgraphs/records/src/repository.ts':
    "import 'drizzle-orm'; import '@causeway/kit'; import '@causeway/schema';",
  'subgraphs/records/src/records.test.ts':
    "import { it } from '@jest/globals'; import 'drizzle-orm'; it('', () => {});",
  'gateway/src/enforcement/e.ts': "import 'graphql'; import '@causeway/schema';",
  'gateway/src/identity/c.ts': "import 'jose'; import 'node:crypto'; import '@causeway/schema';",
  'gateway/src/host/h.ts': "import '../enforcement/e.js'; import '../identity/c.js';",
  'gateway/src/images/a.ts': "import '../host/h.js';",
  'start/src/c.ts':
    "import '@causeway/gateway'; import '@causeway/records'; import '@causeway/seeds';",
  'schema/src/b.test.ts': 'export {};',
  'test/a.ts': 'export {};',
};

describe('the floor rules', () => {
  let violations: readonly Violation[];

  beforeAll(async () => {
    const planted = Object.fromEntries(PLANTED.map(([, file, text]) => [file, `${text}\n`]));
    const ring = { 'gateway/src/host/e.ts': "import { d } from './d.js'; export const e = 1 + d;" };
    violations = await violationsIn({ ...SOUND, ...planted, ...ring });
  }, 60_000);

  it.each(PLANTED)('catch by %s that %s says %s', (rule, from) => {
    expect(violations).toContainEqual({ from, rule });
  });

  it.each(Object.keys(SOUND))('find nothing against %s', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  it('are each shown to catch something', async () => {
    expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(
      [...(await ruleNames())].sort(),
    );
  });
});
