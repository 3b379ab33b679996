/** A checkout of the subgraph compatibility suite: where its parts are, and how its cases are run. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One case of the suite, as jest reports it. */
export interface Case {
  /** The feature: the title of the case, or of the group that it stands in. */
  readonly feature: string;
  readonly title: string;
  readonly failure: string | null;
}

/** A checkout that holds no suite, or one whose packages are not installed. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
}

/** The other subgraphs of the suite's graph. */
export const OTHERS = ['users', 'inventory'] as const;

/** One of the other subgraphs. */
export type Other = (typeof OTHERS)[number];

/** The address at which the cases look for the router. */
export const ROUTER_URL = 'http://localhost:4000/';

/** A checkout of the suite. */
export class Suite {
  readonly #cases: string;
  readonly #folder: string;

  /** @throws SuiteError if the folder is not such a checkout, installed */
  constructor(folder: string) {
    this.#folder = folder;
    this.#cases = join(folder, 'packages/compatibility');
    if (!existsSync(join(this.#cases, 'federation-jest.config.js')))
      throw new SuiteError(
        `Expected a checkout of the compatibility suite, found none at ${folder}`,
      );
    if (!existsSync(this.#jest))
      throw new SuiteError(
        `Expected the packages of the suite, run npm ci --ignore-scripts in ${folder}`,
      );
  }

  /** The schema of one of the other subgraphs. */
  schemaOf(name: Other): string {
    return readFileSync(join(this.folderOf(name), `${name}.graphql`), 'utf8');
  }

  /** Where the program of one of the other subgraphs is: `index.js`, which listens where `USERS_PORT` or so says. */
  folderOf(name: Other): string {
    return join(this.#folder, 'packages/subgraphs', name);
  }

  /** Runs the cases against a products subgraph and whatever is at the router's address. */
  async run(productsUrl: string): Promise<readonly Case[]> {
    // The suite's own build puts the schema that it compares with beside its cases.
    const compared = 'implementations/_template_library_/products.graphql';
    copyFileSync(join(this.#folder, compared), join(this.#cases, 'products.graphql'));
    const flags = ['src/tests', '--ci', '--json', '--config', 'federation-jest.config.js'];
    const child = spawn(process.execPath, [this.#jest, ...flags], {
      cwd: this.#cases,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], PRODUCTS_URL: productsUrl },
    });
    let report = '';
    for await (const part of child.stdout as AsyncIterable<Buffer>) report += part.toString();
    return casesIn(report);
  }

  get #jest(): string {
    return join(this.#folder, 'node_modules/jest/bin/jest.js');
  }
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function casesIn(report: string): readonly Case[] {
  const { testResults } = JSON.parse(report) as Report;
  return testResults.flatMap(({ name, message, assertionResults }): readonly Case[] => {
    // A file that cannot be compiled holds no cases, and has not passed.
    if (assertionResults.length === 0) return [{ feature: name, title: 'runs', failure: message }];
    return assertionResults.map(({ ancestorTitles: [group], title, status, failureMessages }) => ({
      feature: group ?? title,
      title,
      failure: status === 'passed' ? null : failureMessages.join('\n') || status,
    }));
  });
}
