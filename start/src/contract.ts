/**
 * `npm run contract -- --against REF`: what changed in the graph, and who may read more or less of it. Ends with 1 where
 * a breaking change is in no changelog, or a widening is approved by nobody.
 */
import './require-node-24.js';
import { existsSync } from 'node:fs';
import {
  compareVersions,
  isAgreed,
  reportMarkdown,
  reportText,
} from '@causeway/schema/access-diff';
import type { Comparison } from '@causeway/schema/access-diff';
import { Command, Option } from 'commander';
import { commit, folder, workingTree } from './contract/graph-files.js';
import type { GraphFiles } from './contract/graph-files.js';
import { versionOf } from './contract/graph-version.js';
import { StartError, runProgram } from './program.js';

const FORMATS = ['text', 'json', 'markdown'] as const;

interface Options {
  readonly against?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: (typeof FORMATS)[number];
}

await runProgram(async () => {
  const command = new Command('npm run contract --')
    .description('Compares two versions of the graph: its shape, and who may read what.')
    .option('--against <ref>', 'a commit, or a folder of SDL files, to compare this checkout with')
    .option('--from <folder>', 'a folder of SDL files: the version before')
    .option('--to <folder>', 'a folder of SDL files: the version after; this checkout if left out')
    .addOption(
      new Option('--format <format>', 'how to report').choices(FORMATS).default('text' as const),
    )
    .parse();
  const options = command.opts<Options>();
  const after = options.to === undefined ? workingTree() : folder(options.to);
  const former = versionOf(before(options));
  const latter = versionOf(after);
  const comparison = await compareVersions(former, latter);
  process.stdout.write(report(comparison, options.format));
  if (!isAgreed(comparison)) process.exitCode = 1;
});

function before({ against, from }: Options): GraphFiles {
  if (from !== undefined && against === undefined) return folder(from);
  if (against === undefined || from !== undefined) {
    throw new StartError('Expected either --against REF or --from FOLDER, got neither or both');
  }
  return existsSync(against) ? folder(against) : commit(against);
}

function report(comparison: Comparison, format: Options['format']): string {
  switch (format) {
    case 'text':
      return reportText(comparison);
    case 'markdown':
      return reportMarkdown(comparison);
    case 'json':
      return `${JSON.stringify({ isAgreed: isAgreed(comparison), ...comparison }, null, 2)}\n`;
  }
}
