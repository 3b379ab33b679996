/** Installs the peers into a folder of their own, so that the project's own install stays light. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCE = fileURLToPath(new URL('../peers/', import.meta.url));

/** The folder that they are installed into. */
export const PEERS = fileURLToPath(new URL('../../../.causeway/bench-peers/', import.meta.url));

/** What keeps the peers from telling anybody that they run. */
export const SILENCE: Readonly<Record<string, string>> = {
  APOLLO_TELEMETRY_DISABLED: 'true',
  DO_NOT_TRACK: '1',
  GRAFBASE_TELEMETRY_DISABLED: '1',
  OTEL_SDK_DISABLED: 'true',
};

/**
 * Installs what the lock file names, unless it is there already, and puts the programs beside it.
 *
 * @throws Error if npm cannot install them
 */
export function installPeers(say: (line: string) => void): void {
  mkdirSync(PEERS, { recursive: true });
  for (const file of readdirSync(SOURCE)) copyFileSync(join(SOURCE, file), join(PEERS, file));
  const lock = readFileSync(join(SOURCE, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const marker = join(PEERS, 'node_modules', '.causeway-installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return;
  say('Installing the gateways to compare with: needed once.');
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...SILENCE },
  });
  if (npm.status !== 0)
    throw new Error(`Expected npm to install the peers, got ${npm.error?.message ?? npm.status}`);
  writeFileSync(marker, digest);
}

/** Why something failed, in words that name no folder of this machine. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(PEERS, '').replaceAll(ROOT, '');
}
