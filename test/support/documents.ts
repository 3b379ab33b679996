/** The documents of the repository, as text and as the blocks of code in them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository; ends in a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is installed, built or made by running, and not of the repository. */
const NOT_OURS: ReadonlySet<string> = new Set([
  '.causeway',
  '.git',
  '.install',
  '.turbo',
  'coverage',
  'dist',
  'node_modules',
]);

/** Every file and folder of the repository, by its path; folders end in a slash. */
export const PATHS = pathsBelow('');

/** The documents that people read. */
export const DOCUMENTS = PATHS.filter((path) =>
  /^(?:(?:README|README\.zh-Hant|CONTRIBUTING|SECURITY)\.md|docs\/.*\.md)$/.test(path),
);

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A block of code of a document. */
export interface CodeBlock {
  /** `graphql`, `json`, `sh` */
  readonly language: string;
  readonly text: string;
  /** What the comment right before it says of how it is run: `<!-- run {"as": "dr-li"} -->`; null without one. */
  readonly run: BlockRun | null;
}

/** How an operation of a document is run. */
export interface BlockRun {
  /** The persona who asks. */
  readonly as: string;
  /**
   * The variables. A text that begins with `$.` is what the last answer of the same document that has such a place says
   * there; `$passcode` is the code that the patient was sent.
   */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The codes of the errors it is answered with, in their order; none where nothing is said. */
  readonly codes?: readonly string[];
}

const BLOCK = /(?:^ *<!-- run (\{.*\}) -->\n\s*)?^( *)```(\w+)\n([\s\S]*?)^ *```$/gm;

/** The blocks of code in a document. */
export function blocksIn(document: string): readonly CodeBlock[] {
  return [...textOf(document).matchAll(BLOCK)].map(
    ([, run, indent = '', language = '', text = '']) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      run: run === undefined ? null : (JSON.parse(run) as BlockRun),
    }),
  );
}

/** Whether a block is an operation for clients: what the gateway asks of a subgraph is for none else to ask. */
export function isOperation({ language, text }: CodeBlock): boolean {
  return (
    language === 'graphql' &&
    /^\s*(?:query|mutation|subscription)\b/.test(text) &&
    !text.includes('_entities(') &&
    !text.includes('$permitted_')
  );
}

function pathsBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = `${folder}${entry.name}`;
      return entry.isDirectory() ? [`${path}/`, ...pathsBelow(`${path}/`)] : [path];
    });
}
