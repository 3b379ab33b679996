/** `npm run audit:export`: the audit trail as FHIR R4 AuditEvents, one a line (NDJSON). */
import './require-node-24.js';
import { Command } from 'commander';
import { exportFilter } from './audit/export-filter.js';
import type { ExportOptions } from './audit/export-filter.js';
import { openTrail } from './audit/open-trail.js';
import { printPieces } from './print-pieces.js';
import { runProgram } from './program.js';
import { readSettings } from './settings.js';

interface Options extends ExportOptions {
  readonly data: string;
}

await runProgram(async () => {
  const command = new Command('npm run --silent audit:export --')
    .description('Prints the audit trail as FHIR R4 AuditEvents, one a line. Nothing is deleted.')
    .option('--data <folder>', 'the data folder', readSettings(process.env).data)
    .option('--patient <id>', 'only events about this patient')
    .option('--since <date>', 'only events from this date (Hong Kong) or instant on')
    .option('--older-than <duration>', 'only events that are older than this, such as P10Y')
    .parse();
  const { data, ...options } = command.opts<Options>();
  const filter = exportFilter(options, Date.now());
  const consents = await openTrail(data);
  try {
    await printPieces(lines(consents.repository.exportTrail(filter)));
  } finally {
    consents.close();
  }
});

function* lines(resources: Iterable<object>): Generator<string> {
  for (const resource of resources) yield `${JSON.stringify(resource)}\n`;
}
