/** What the documents name is there: files, folders, scripts and links; and decision records keep their form. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, REQUEST_CODES, documentationOf } from '@causeway/schema';
import { API_PATH } from '@causeway/schema/compose-files';
import { buildSchema, parse, validate } from 'graphql';
import { DOCUMENTS, PATHS, ROOT, blocksIn, isOperation, textOf } from '../support/documents.js';

const TOP: ReadonlySet<string> = new Set(PATHS.map((path) => path.split('/')[0] ?? ''));

const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** What stands between backticks within a line. */
function codesIn(text: string): readonly string[] {
  return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Whether a code is the path of a file or folder of the repository, or the last part of one. */
function isPath(code: string): boolean {
  if (!/^[\w.@*<>{},/-]+$/.test(code)) return false;
  const [top = ''] = code.split('/');
  if (code.includes('/') && TOP.has(top)) return true;
  return /\.(?:ts|mjs|cjs|graphql|sql)$/.test(code) && !code.startsWith('.');
}

/** Whether there is a path like this one, where `*` and `<name>` stand for any name and `{a,b}` for each. */
function isThere(code: string): boolean {
  const choices = /\{([^{}]*)\}/.exec(code);
  if (choices !== null) {
    const [all, names = ''] = choices;
    return names.split(',').every((name) => isThere(code.replace(all, name)));
  }
  const pattern = code
    .replace(/\/$/, '')
    .split(/\*\*|\*|<[^<>]*>/)
    .map((part) => part.replace(/[.\\+?^$()[\]|]/g, '\\$&'))
    .join('[^/]*');
  const wanted = new RegExp(`(?:^|/)${pattern}/?$`);
  const isWhole = TOP.has(code.split('/')[0] ?? '');
  return PATHS.some((path) => (isWhole ? new RegExp(`^${pattern}/?$`) : wanted).test(path));
}

interface Manifest {
  readonly name?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const MANIFESTS = PATHS.filter((path) => /(?:^|\/)package\.json$/.test(path)).map(
  (path): readonly [string, Manifest] => [dirname(path), JSON.parse(textOf(path)) as Manifest],
);

const RUN = /\bnpm (?:run )?((?:-[\w-]+ )*)([a-z][\w:-]*)(?: -w (\S+?))?(?=[\s`|)&;.,]|$)/g;

/** Commands of npm itself. */
const OWN = new Set(['install', 'ci', 'config', 'registry', 'exec']);

/** The scripts that a text tells to run, each with the workspace it names. */
function scriptsIn(text: string): readonly { readonly script: string; readonly of: string }[] {
  const codes = [...text.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([code]) => code);
  return codes
    .flatMap((code) => [...code.matchAll(RUN)])
    .map(([, , script = '', of = '']) => ({ script, of }))
    .filter(({ script }) => !OWN.has(script));
}

function hasScript({ script, of }: { readonly script: string; readonly of: string }): boolean {
  const isNamed = ([folder, { name }]: readonly [string, Manifest]): boolean =>
    of === '' ? folder === '.' : of.includes('...') || folder === of || name === of;
  return MANIFESTS.some((one) => isNamed(one) && Object.hasOwn(one[1].scripts ?? {}, script));
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document);

  it('names files and folders that are there', () => {
    // What stands in the reference are words of the schema's descriptions.
    if (document.startsWith('docs/reference/')) return;
    const missing = codesIn(text).filter((code) => isPath(code) && !isThere(code));
    expect(missing).toEqual([]);
  });

  it('names scripts of npm that are there', () => {
    expect(scriptsIn(text).filter((script) => !hasScript(script))).toEqual([]);
  });

  it('links to documents that are there', () => {
    const links = [...withoutBlocks(text).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });
});

describe('the check of documents', () => {
  it.each(['schema/src/labels.ts', 'subgraphs/*/src', 'gateway/src/{facts,audit}', 'labels.ts'])(
    'finds %s',
    (code) => {
      expect([isPath(code), isThere(code)]).toEqual([true, true]);
    },
  );

  it.each(['schema/src/no-such.ts', 'gateway/src/{facts,no-such}', 'no-such-file.ts'])(
    'misses %s',
    (code) => {
      expect([isPath(code), isThere(code)]).toEqual([true, false]);
    },
  );

  it.each(['application/json', 'patient(id)', 'at+jwt', '/health'])('leaves %s alone', (code) => {
    expect(isPath(code)).toBe(false);
  });

  it('misses a script that nobody has', () => {
    const scripts = scriptsIn(
      '`npm run no-such` and `npm start`, `npm run dev -w @causeway/records`',
    );
    expect(scripts.map((script) => hasScript(script))).toEqual([false, true, true]);
  });
});

describe('the decision records', () => {
  const records = PATHS.filter((path) => /^docs\/adr\/[^/]+$/.test(path)).sort();

  it('are numbered one after the other', () => {
    const numbers = records.map((path) => Number(/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(records)('%s says its number, status, context, decision and consequences', (path) => {
    const headings = [...textOf(path).matchAll(/^#{1,2} (.+)$/gm)].map(([, heading]) => heading);
    const number = Number(/(\d{4})-/.exec(path)?.[1]);
    const [title, ...others] = headings;
    expect(title).toMatch(new RegExp(`^${number}\\. \\S`));
    expect(others).toEqual(['Status', 'Context', 'Decision', 'Consequences']);
  });
});

describe('the operations in the documents', () => {
  const operations = DOCUMENTS.flatMap((document) =>
    blocksIn(document)
      .filter(isOperation)
      .map(({ text }): readonly [string, string] => [document, text]),
  );
  const schema = buildSchema(readFileSync(API_PATH, 'utf8'));

  it('are found', () => {
    expect(operations.length).toBeGreaterThan(5);
  });

  it.each(operations)('are valid against the schema that clients see: %s %#', (_document, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });
});

describe('the pages of error codes', () => {
  const codes = [...ERROR_CODES, ...REQUEST_CODES];
  const contents = textOf('docs/errors/README.md');
  const pages = PATHS.filter((path) => /^docs\/errors\/(?!README)[^/]+$/.test(path));

  it.each(codes)('have one for %s, where its errors lead', (code) => {
    const [, name = ''] = /\/([a-z-]+)$/.exec(documentationOf(code) ?? '') ?? [];
    expect(pages).toContain(`docs/errors/${name}.md`);
    expect(textOf(`docs/errors/${name}.md`)).toMatch(new RegExp(`^# ${code}\n`));
    expect(contents).toContain(`[\`${code}\`](${name}.md)`);
  });

  it('are of no other codes', () => {
    const titles = pages.map((page) => /^# (.*)$/m.exec(textOf(page))?.[1]);
    expect(titles.filter((title) => !codes.some((code) => code === title))).toEqual([]);
  });
});

describe('the table of contents', () => {
  const contents = textOf('docs/README.md');

  it('leads to every document, and by folders to theirs', () => {
    const documents = DOCUMENTS.filter((path) =>
      /^docs\/(?!README)(?:guides\/)?[^/]+\.md$/.test(path),
    ).map((path) => path.replace('docs/', ''));
    const folders = ['adr', 'errors/README.md', 'reference/README.md'];
    expect([...documents, ...folders].filter((path) => !contents.includes(`](${path})`))).toEqual(
      [],
    );
  });
});

describe('README.zh-Hant.md', () => {
  it('shows the same commands and operations as README.md', () => {
    const shown = (document: string): readonly object[] =>
      blocksIn(document).map(({ language, text, run }) => ({
        language,
        run,
        // What follows a command is for people, in their language.
        text: text.replaceAll(/ +#.*$/gm, ''),
      }));
    expect(shown('README.zh-Hant.md')).toEqual(shown('README.md'));
  });

  it('names the same commands and variables in its tables', () => {
    const rows = (document: string): readonly string[] =>
      [...withoutBlocks(textOf(document)).matchAll(/^\| (`(?:npm|[A-Z_]{4,})[^|]*?) +\|/gm)].map(
        ([, first = '']) => first,
      );
    expect(rows('README.md').length).toBeGreaterThan(20);
    expect(rows('README.zh-Hant.md')).toEqual(rows('README.md'));
  });
});
