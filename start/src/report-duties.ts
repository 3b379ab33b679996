/** `npm run report:duties`: what has to be deposited by whom, what arrived and what is late, as CSV or JSON. */
import './require-node-24.js';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { openDataFolder } from './data-folder.js';
import { dutyReport } from './duties/duty-report.js';
import { namedDuties } from './duties/named-duties.js';
import { openSubgraph } from './open-subgraph.js';
import { printPieces } from './print-pieces.js';
import { StartError, runProgram } from './program.js';
import { reportError } from './report-error.js';
import { formatOption } from './report-format.js';
import type { ReportFormat } from './report-format.js';
import { readSettings } from './settings.js';

interface Options {
  readonly data: string;
  readonly format: ReportFormat;
  readonly organization?: string;
}

await runProgram(async () => {
  const command = new Command('npm run --silent report:duties --')
    .description('Prints how duties to deposit stand: counts, no patient.')
    .option('--data <folder>', 'the data folder', readSettings(process.env).data)
    .addOption(formatOption().default('csv'))
    .option('--organization <id>', 'only the duties of this organisation')
    .parse();
  const { data, format, organization = null } = command.opts<Options>();
  const path = resolve(data);
  if (!existsSync(resolve(path, 'records.sqlite'))) {
    throw new StartError(
      `Expected records in ${path}, found none. Start the graph once, or name its folder with --data`,
    );
  }
  const options = { keys: [], clock: Date.now, onError: reportError };
  const folder = openDataFolder(path);
  const records = await openSubgraph('records', folder, options);
  const providers = await openSubgraph('providers', folder, options);
  try {
    const duties = namedDuties({ providers, records }, organization, Date.now());
    await printPieces(dutyReport(duties, format));
  } finally {
    providers.close();
    records.close();
  }
});
