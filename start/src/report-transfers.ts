/** `npm run report:transfers`: the register of what crossed the boundary, as CSV or JSON. */
import './require-node-24.js';
import { Command } from 'commander';
import { openTrail } from './audit/open-trail.js';
import { printPieces } from './print-pieces.js';
import { runProgram } from './program.js';
import { formatOption } from './report-format.js';
import type { ReportFormat } from './report-format.js';
import { readSettings } from './settings.js';
import { reportPeriod } from './transfers/report-period.js';
import type { PeriodOptions } from './transfers/report-period.js';
import { transferReport } from './transfers/transfer-report.js';

interface Options extends PeriodOptions {
  readonly data: string;
  readonly format: ReportFormat;
}

await runProgram(async () => {
  const command = new Command('npm run --silent report:transfers --')
    .description('Prints the register of what crossed the boundary, oldest first.')
    .option('--data <folder>', 'the data folder', readSettings(process.env).data)
    .addOption(formatOption().makeOptionMandatory())
    .option('--from <date>', 'only what crossed from this date (Hong Kong) or instant on')
    .option('--to <date>', 'only what crossed until this date (Hong Kong) or instant, inclusive')
    .parse();
  const { data, format, ...options } = command.opts<Options>();
  const filter = { ...reportPeriod(options), direction: null, organization: null };
  const consents = await openTrail(data);
  try {
    const { transfers } = consents.repository;
    await printPieces(transferReport(transfers.export(filter), format));
  } finally {
    consents.close();
  }
});
