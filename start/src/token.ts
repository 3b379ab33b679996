/** `npm run --silent token -- NAME`: prints a development token and nothing else. */
import './require-node-24.js';
import { Command } from 'commander';
import { openDataFolder } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import { TOKEN_LIFETIME, openDevelopmentIssuer } from './dev-issuer.js';
import { StartError, runProgram } from './program.js';
import { readSettings } from './settings.js';
import { claimsFor, claimsWithoutGrant } from './whose-token.js';

await runProgram(async () => {
  const command = new Command('npm run --silent token --')
    .description('Prints a development token. `npm run personas` lists the names.')
    .argument('<name>', 'a persona, or patient:ID for any patient in the database')
    .option('--minutes <number>', 'how long the token lasts', String(TOKEN_LIFETIME / 60))
    .option('--without-grant', 'leaves out the grant, for clients that open sessions themselves')
    .parse();
  const [name = ''] = command.args;
  const { minutes, withoutGrant } = command.opts<{ minutes: string; withoutGrant?: true }>();
  const lifetime = secondsOf(minutes);
  const settings = readSettings(process.env);
  const folder = openDataFolder(settings.data);
  const issuer = await openDevelopmentIssuer(folder, settings);
  const claims = await claimsFor(name, (id) => isPatient(folder, id));
  const stated = withoutGrant === true ? claimsWithoutGrant(claims) : claims;
  console.log(await issuer.issue(stated, Date.now(), lifetime));
});

function secondsOf(minutes: string): number {
  const seconds = Number(minutes) * 60;
  if (seconds >= 1 && seconds <= 2 * TOKEN_LIFETIME) return Math.floor(seconds);
  throw new StartError(
    `--minutes: expected a number up to ${(2 * TOKEN_LIFETIME) / 60}, got ${JSON.stringify(minutes)}`,
  );
}

async function isPatient(folder: DataFolder, id: string): Promise<boolean> {
  // Personas need no database, and their tokens come the sooner for it.
  const { openPatients } = await import('@causeway/patients');
  const patients = openPatients({ path: folder.database('patients'), keys: [], clock: Date.now });
  try {
    return patients.repository.patientsById([id]).length > 0;
  } finally {
    patients.close();
  }
}
