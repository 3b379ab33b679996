/** `npm run mailbox -- NAME`: what a patient was told, from the development mailbox. */
import './require-node-24.js';
import { Command } from 'commander';
import { openDataFolder } from './data-folder.js';
import { readMailbox } from './notify/mailbox.js';
import type { MailboxMessage } from './notify/mailbox.js';
import { StartError, runProgram } from './program.js';
import { readSettings } from './settings.js';
import { claimsFor } from './whose-token.js';

await runProgram(async () => {
  const command = new Command('npm run --silent mailbox --')
    .description('Prints what a patient was told, as it stands in the development mailbox.')
    .argument('<name>', 'a persona, or patient:ID for any patient')
    .option('--last', 'only the last message')
    .parse();
  const [name = ''] = command.args;
  const settings = readSettings(process.env);
  const patient = await patientNamed(name);
  const messages = await readMailbox(openDataFolder(settings.data).mailbox, patient, settings);
  const isShort = command.opts<{ last?: true }>().last === true;
  const shown = isShort ? messages.slice(-1) : messages;
  console.log(shown.length === 0 ? 'Nothing has come yet.' : shown.map(written).join('\n\n'));
});

/** Whose mailbox it is: nobody has to be in the database to have none. */
async function patientNamed(name: string): Promise<string> {
  const { fhirUser = '' } = await claimsFor(name, () => Promise.resolve(true));
  const [type, id] = fhirUser.split('/');
  if (type === 'Patient' && id !== undefined) return id;
  throw new StartError(`Expected somebody who may be a patient, got ${JSON.stringify(name)}`);
}

function written({ deliveredAt, channel, to, subject, text }: MailboxMessage): string {
  const head = [deliveredAt, channel, ...(to === null ? [] : [to])].join('  ');
  return `${head}\n${subject}\n\n${text}`;
}
