import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const WORKSPACES: Readonly<Record<string, string>> = {
  schema: 'schema',
  kit: 'subgraphs/kit',
  patients: 'subgraphs/patients',
  records: 'subgraphs/records',
  gateway: 'gateway',
  seeds: 'seeds',
  start: 'start',
};

const PACKAGES = [
  'graphql',
  'type-graphql',
  'jose',
  'drizzle-orm',
  'better-sqlite3',
  'fast-check',
  '@jest',
];

/** A source file: its path in the workspace and its text. */
export type Sources = Readonly<Record<string, string>>;

/** A broken rule: the file that breaks it and the rule's name. */
export interface Violation {
  readonly from: string;
  readonly rule: string;
}

/** The violations that the floor rules find in a copy of the workspaces which holds these files alone. */
export async function violationsIn(sources: Sources): Promise<readonly Violation[]> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-floors-'));
  try {
    furnish(folder, sources);
    return await cruise(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names of all floor rules. */
export async function ruleNames(): Promise<readonly string[]> {
  const { default: configuration } = (await import(join(ROOT, '.dependency-cruiser.cjs'))) as {
    default: { forbidden: readonly { name: string }[] };
  };
  return configuration.forbidden.map(({ name }) => name);
}

function furnish(folder: string, sources: Sources): void {
  for (const name of ['package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name));
  mkdirSync(join(folder, 'node_modules/@causeway'), { recursive: true });
  for (const name of PACKAGES)
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  for (const [name, path] of Object.entries(WORKSPACES)) {
    write(folder, `${path}/package.json`, readFileSync(join(ROOT, path, 'package.json'), 'utf8'));
    write(folder, `${path}/src/index.ts`, 'export const here = true;\n');
    symlinkSync(join(folder, path), join(folder, 'node_modules/@causeway', name));
  }
  for (const [path, text] of Object.entries(sources)) write(folder, path, text);
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function cruise(folder: string): Promise<readonly Violation[]> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const rules = join(ROOT, '.dependency-cruiser.cjs');
  const args = [
    program,
    '--output-type',
    'json',
    '--config',
    rules,
    'schema',
    'subgraphs',
    'gateway',
    'seeds',
    'start',
    'test',
  ];
  return new Promise((resolve, reject) => {
    // It ends with the number of violations, so only its output says whether it ran.
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        try {
          resolve(readViolations(stdout));
        } catch (cause) {
          reject(
            new Error(`Expected dependency-cruiser to print JSON, got: ${stdout}${stderr}`, {
              cause,
            }),
          );
        }
      },
    );
  });
}

function readViolations(json: string): readonly Violation[] {
  const { summary } = JSON.parse(json) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}
