/** The scripts, styles and fonts of the pages, bundled from packages that are installed: nothing comes from elsewhere. */
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSETS_PATH } from './paths.js';

/** A file of the bundle. */
export interface BundledFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The files of the bundle by name. */
export type Bundle = ReadonlyMap<string, BundledFile>;

const SOURCES = fileURLToPath(new URL('../../explorer', import.meta.url));

const CLIENT = '@causeway/client';

/** What pages load by these names; what these load has a hash in its name. */
const ENTRY_POINTS: Readonly<Record<string, string>> = {
  explorer: `${SOURCES}/explorer.tsx`,
  sandbox: `${SOURCES}/sandbox.ts`,
  'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
};

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Bundles the pages, which takes seconds.
 *
 * @throws Error if a source does not compile or a package is not installed
 */
export async function bundlePages(): Promise<Bundle> {
  // Loaded by those alone who open a page.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { ...ENTRY_POINTS },
    absWorkingDir: SOURCES,
    bundle: true,
    write: false,
    outdir: '/',
    publicPath: ASSETS_PATH,
    format: 'esm',
    splitting: true,
    minify: true,
    // As this program finds it, which may run from sources: others' packages have sources too, and are not for that.
    alias: { [CLIENT]: fileURLToPath(import.meta.resolve(CLIENT)) },
    jsx: 'automatic',
    target: 'es2022',
    loader: { '.ttf': 'file', '.woff2': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return [basename(path), { type, bytes: contents }];
    }),
  );
}
