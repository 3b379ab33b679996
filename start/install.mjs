/**
 * Installs what is missing: Node 24 and the packages of package-lock.json. It runs on whatever Node the machine has,
 * before any package is there, so it uses nothing but Node itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InstallError, npmCommand, runNpm, say } from './npm.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MARKER = join(ROOT, 'node_modules', '.causeway-installed');
/** Where Node 24 stands while npm fills node_modules; also the sign that an installation is under way. */
const PRIVATE = join(ROOT, '.install');
const NODE_IN = (folder) => join(folder, 'node_modules', 'node', 'bin', 'node');

/** The Node that everything of Causeway runs on, once it is installed. */
export const NODE_24 = NODE_IN(ROOT);

/**
 * Installs what package-lock.json names, unless it is there already. Progress goes to stderr.
 *
 * @throws InstallError if it cannot, saying why and what to do
 */
export async function installIfMissing() {
  refuseOldNode(process.versions.node);
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (existsSync(NODE_24) && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === digest) return;
  if (!isInstalledByHand(JSON.parse(lock))) await install();
  writeFileSync(MARKER, digest);
  useGitHooks();
}

function refuseOldNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new InstallError(
    `Causeway needs Node.js 20.19 or newer to install itself, got ${version}. Install a newer one and try again.`,
  );
}

/** Whether npm, started by hand, has already put every package of the lock file in place. */
function isInstalledByHand(lock) {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(NODE_24) || !existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(
      ([path, { optional, devOptional }]) =>
        path.includes('node_modules/') && !optional && !devOptional,
    )
    .every(([path, { version, resolved }]) => {
      const found = installed[path];
      return found !== undefined && found.version === version && found.resolved === resolved;
    });
}

async function install() {
  const npm = npmCommand();
  if (existsSync(PRIVATE)) clearAfterInterruption();
  claimInstallation();
  const started = Date.now();
  try {
    say('Installing Causeway: needed once, and takes about a minute.');
    const node = await installPrivateNode(npm);
    // Not `npm ci`: it refuses a lock file that lacks the optional packages of another platform.
    await runNpm('2/2 Installing packages', node, [...npm, 'install', '--no-save'], ROOT);
  } finally {
    rmSync(PRIVATE, { recursive: true, force: true });
  }
  if (!existsSync(NODE_24))
    throw new InstallError(`npm left no Node 24 at ${NODE_24}. ${SCRIPTS_OFF}`);
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

const SCRIPTS_OFF =
  'Its install script has to run: check that `npm config get ignore-scripts` says false, then try again.';

/**
 * Node 24 in a folder of its own: under an older one npm would warn of every package that wants a newer one, and npm
 * may replace the very node_modules that hold the Node it runs on.
 */
async function installPrivateNode(npm) {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = `node@${devDependencies.node}`;
  writeFileSync(
    join(PRIVATE, 'package.json'),
    JSON.stringify({ private: true, allowScripts: { node: true } }),
  );
  const args = [...npm, 'install', wanted, '--no-save', '--no-package-lock'];
  await runNpm(`1/2 Fetching Node ${devDependencies.node}`, process.execPath, args, PRIVATE);
  if (existsSync(NODE_IN(PRIVATE))) return NODE_IN(PRIVATE);
  throw new InstallError(`npm fetched ${wanted} but did not put it in place. ${SCRIPTS_OFF}`);
}

/** Two installations at once would spoil each other's files, and one that was cut short leaves half-written ones. */
function clearAfterInterruption() {
  const claim = join(PRIVATE, 'pid');
  const owner = existsSync(claim) ? Number(readFileSync(claim, 'utf8')) : undefined;
  if (owner !== undefined && isAlive(owner)) {
    throw new InstallError(
      `Process ${owner} is installing Causeway here. Wait until it is done, then try again.`,
    );
  }
  rmSync(join(ROOT, 'node_modules'), { recursive: true, force: true });
  rmSync(PRIVATE, { recursive: true, force: true });
}

function claimInstallation() {
  try {
    mkdirSync(PRIVATE);
    writeFileSync(join(PRIVATE, 'pid'), String(process.pid));
  } catch (error) {
    throw new InstallError(
      `Cannot write to ${ROOT} (${error.code}). Make the folder writable, then try again.`,
    );
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** In a checkout, commits are checked by the hooks that the repository carries. Without git there is nothing to do. */
function useGitHooks() {
  if (process.env.CI || !existsSync(join(ROOT, '.git'))) return;
  spawnSync('git', ['config', '--local', 'core.hooksPath', '.githooks'], {
    cwd: ROOT,
    stdio: 'ignore',
  });
}
