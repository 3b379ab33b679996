/** `npm run export-summary -- NAME`: a patient's own record as a patient summary, from a running graph. */
import './require-node-24.js';
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { openDataFolder } from './data-folder.js';
import { openDevelopmentIssuer } from './dev-issuer.js';
import { StartError, runProgram } from './program.js';
import { askExport } from './self-carry/ask-export.js';
import { describeSummary } from './self-carry/describe-summary.js';
import { openLink } from './self-carry/open-link.js';
import { readSettings } from './settings.js';
import { claimsFor } from './whose-token.js';

interface Options {
  readonly url: string;
  readonly categories?: string;
  readonly start?: string;
  readonly end?: string;
  readonly out?: string;
  readonly link?: true;
  readonly open?: string;
  readonly passcode?: string;
}

const TOKEN_MINUTES = 5;

await runProgram(async () => {
  const settings = readSettings(process.env);
  const command = new Command('npm run --silent export-summary --')
    .description('Exports a patient’s own record as a patient summary, or opens one from its link.')
    .argument('[name]', 'a persona, or patient:ID for any patient')
    .option('--url <address>', 'the running graph', `http://127.0.0.1:${settings.port}`)
    .option('--categories <names>', 'only these categories, such as MEDICATION,ALLERGY_ADR')
    .option('--start <date>', 'only records from this date on')
    .option('--end <date>', 'only records to this date')
    .option('--out <file>', 'where to write it; printed if absent')
    .option('--link', 'a SMART Health Link with a passcode in place of the document')
    .option('--open <link>', 'opens a SMART Health Link, and says what is in it')
    .option('--passcode <digits>', 'the passcode of the link')
    .parse();
  const options = command.opts<Options>();
  const [name] = command.args;
  if (options.open !== undefined) {
    const bundle = await openLink(options.open, options.passcode ?? '');
    console.log(describeSummary(bundle));
    if (options.out !== undefined) write(options.out, JSON.stringify(bundle, null, 2));
    return;
  }
  if (name === undefined) throw new StartError('Expected a persona, or --open with a link');
  const issuer = await openDevelopmentIssuer(openDataFolder(settings.data), settings);
  // A patient whom nobody knows has nothing to export; the graph says so.
  const claims = await claimsFor(name, () => Promise.resolve(true));
  const text = await askExport({
    url: options.url,
    token: await issuer.issue(claims, Date.now(), TOKEN_MINUTES * 60),
    path: options.link === true ? '/self-carry' : '/self-carry/bundle',
    body: selected(options),
  });
  if (options.out === undefined) console.log(JSON.stringify(JSON.parse(text), null, 2));
  else write(options.out, text);
});

function selected({ categories, start, end, passcode, link }: Options): object {
  return {
    ...(categories !== undefined && { categories: categories.split(',') }),
    ...((start ?? end) !== undefined && { period: { start, end } }),
    ...(link === true && passcode !== undefined && { passcode }),
  };
}

/** A health record is for whoever exported it alone. */
function write(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
}
