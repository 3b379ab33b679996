/** Bundles the page, and serves it from an origin of its own, as front ends are. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A page that is served. */
export interface ServedPage {
  /** Its origin, which the graph has to allow. */
  readonly url: string;
  close(): Promise<void>;
}

/** What the page is served with. */
export interface ServePageOptions {
  /** On loopback; 0 takes a free one. */
  readonly port: number;
  /** The origin of the graph, which may be known only after the page's own. */
  readonly graph: () => string;
}

interface Served {
  readonly type: string;
  readonly body: () => string | Promise<string>;
}

/**
 * Serves the page.
 *
 * @throws an error of the system, such as EADDRINUSE, if it cannot
 */
export async function servePage({ port, graph }: ServePageOptions): Promise<ServedPage> {
  const files: Readonly<Partial<Record<string, Served>>> = {
    '/': { type: 'text/html', body: () => fileOfPage('index.html') },
    '/viewer.css': { type: 'text/css', body: () => fileOfPage('viewer.css') },
    '/viewer.js': { type: 'text/javascript', body: () => bundle(graph()) },
  };
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const file = files[request.url ?? ''];
      const body = await file?.body();
      response.writeHead(file === undefined ? 404 : 200, {
        'cache-control': 'no-store',
        'content-security-policy': policyFor(graph()),
        'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    };
    answer().catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Nothing but the page's own files is loaded, and nobody but the graph is asked. */
function policyFor(graph: string): string {
  return `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${graph}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

const pathOf = (name: string): string => fileURLToPath(new URL(`./page/${name}`, import.meta.url));

const fileOfPage = (name: string): string => readFileSync(pathOf(name), 'utf8');

async function bundle(graph: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pathOf('main.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['source'],
    define: { GRAPH: JSON.stringify(graph), 'process.env.NODE_ENV': '"production"' },
    tsconfig: pathOf('tsconfig.json'),
  });
  return outputFiles[0]?.text ?? '';
}
