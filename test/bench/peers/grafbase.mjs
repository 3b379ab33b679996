/** The Rust gateway of the `grafbase` command line, as its development server runs it. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { plain, ready, urls } from './bench.mjs';

const folder = resolve(import.meta.dirname, 'grafbase-home');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'gateway.toml'), '[graph]\nintrospection = false\n');
const overrides = Object.entries(plain.sdl).map(([name, sdl]) => {
  const path = join(folder, `${name}.graphql`);
  writeFileSync(path, sdl);
  return `[subgraphs.${name}]\nurl = "${urls[name]}"\nschema_path = "${path}"\n`;
});
writeFileSync(join(folder, 'overrides.toml'), overrides.join('\n'));

const port = await freePort();
const gateway = spawn(
  program(),
  ['--home', folder, 'dev', '-c', 'gateway.toml', '-o', 'overrides.toml', '-p', String(port)],
  { cwd: folder, env: { ...process.env, HOME: folder }, stdio: ['ignore', 'ignore', 'inherit'] },
);
gateway.once('exit', (code) => {
  process.exit(code ?? 1);
});
process.once('exit', () => {
  gateway.kill();
});
const url = `http://127.0.0.1:${port}/graphql`;
while (!(await answers())) await new Promise((wait) => setTimeout(wait, 100));
ready(url);

/** The program itself: the command in the package only starts it. */
function program() {
  const platform = { linux: 'unknown-linux-musl', darwin: 'apple-darwin' }[process.platform];
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch];
  const name = `@grafbase/cli-${machine}-${platform}/package.json`;
  return join(dirname(createRequire(import.meta.url).resolve(name)), 'grafbase');
}

async function answers() {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{__typename}"}',
    });
    return response.ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => {
        found(port);
      });
    });
  });
}
