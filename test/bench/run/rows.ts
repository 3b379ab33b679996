/** What is measured beside what. */
import { readFileSync } from 'node:fs';

/** A gateway, or a floor beneath all of them. */
export interface Row {
  /** What `--rows` calls it. */
  readonly name: string;
  readonly title: string;
  /** Whose program it is: `peer`s are installed into a folder of their own. */
  readonly home: 'ours' | 'peer';
  /** The program, with its arguments. */
  readonly program: readonly [file: string, ...args: string[]];
  /** Whether the program only starts another, which is what is measured. */
  readonly isStarter?: boolean;
  /** Whether each request carries a proof of possession. */
  readonly isProven?: boolean;
}

const { dependencies: VERSIONS } = JSON.parse(
  readFileSync(new URL('../peers/package.json', import.meta.url), 'utf8'),
) as { readonly dependencies: Readonly<Record<string, string>> };

const versionOf = (name: string): string => VERSIONS[name] ?? '';

/** The rows, in the order of the tables. */
export const ROWS: readonly Row[] = [
  {
    name: 'causeway',
    title: '**Causeway**, enforcement and audit on',
    home: 'ours',
    program: ['rows/causeway.ts'],
  },
  {
    name: 'causeway-dpop',
    title: 'the same, with a DPoP proof in each request',
    home: 'ours',
    program: ['rows/causeway.ts'],
    isProven: true,
  },
  {
    name: 'causeway-apollo',
    title: 'the same, served by Apollo Server',
    home: 'ours',
    program: ['rows/causeway.ts', '--apollo'],
  },
  {
    name: 'bare',
    title: '**its engine alone**, bare HTTP handler',
    home: 'ours',
    program: ['rows/bare.ts'],
  },
  {
    name: 'apollo',
    title: `@apollo/gateway ${versionOf('@apollo/gateway')} in Apollo Server`,
    home: 'peer',
    program: ['apollo.mjs'],
  },
  {
    name: 'apollo-undici',
    title: 'the same with an undici data source',
    home: 'peer',
    program: ['apollo-undici.mjs'],
  },
  {
    name: 'hive',
    title: `Hive Gateway ${versionOf('@graphql-hive/gateway-runtime')}, JavaScript planner`,
    home: 'peer',
    program: ['hive.mjs'],
  },
  {
    name: 'hive-rust',
    title: `Hive Gateway ${versionOf('@graphql-hive/gateway-runtime')}, Rust planner`,
    home: 'peer',
    program: ['hive.mjs', '--rust'],
  },
  {
    name: 'mercurius',
    title: `mercurius gateway ${versionOf('@mercuriusjs/gateway')} (federation 1)`,
    home: 'peer',
    program: ['mercurius.mjs'],
  },
  {
    name: 'grafbase',
    title: `Grafbase ${versionOf('grafbase')} (Rust)`,
    home: 'peer',
    program: ['grafbase.mjs'],
    isStarter: true,
  },
  {
    name: 'floor-http',
    title: 'floor: one server with the answer in memory',
    home: 'ours',
    program: ['rows/floor.ts'],
  },
  {
    name: 'floor-json',
    title: 'floor: the same, its JSON read and written once',
    home: 'ours',
    program: ['rows/floor.ts', '--json'],
  },
];

/** A row that could not be measured, or not for an operation, and why. */
export interface Unavailable {
  readonly row: string;
  /** Null for all. */
  readonly operation: string | null;
  readonly why: string;
}
