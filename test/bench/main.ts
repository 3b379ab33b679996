/** `npm run bench`: what a request costs in Causeway and in the gateways beside it; 1 where a target is missed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bench } from './run/bench.js';
import { OptionsError, readOptions } from './run/options.js';
import { withFigures } from './run/section.js';
import { tables } from './run/table.js';
import { FIRST_REQUEST } from './run/targets.js';

try {
  const args = process.argv.slice(2);
  const options = readOptions(args);
  const results = await bench(options, (line) => {
    console.error(line);
  });
  const machine = `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}.`;
  const written = `${machine}\n\n${tables(results)}`;
  console.log(written);
  if (options.markdown !== null) {
    const command = `\`\`\`sh\n${['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')}\n\`\`\``;
    const document = readFileSync(options.markdown, 'utf8');
    writeFileSync(options.markdown, withFigures(document, `${command}\n\n${written}`));
  }
  const isMissed =
    results.outcomes.some(({ kind }) => kind === 'missed') ||
    results.firstRequests.some(({ row, median }) => row === 'causeway' && median >= FIRST_REQUEST);
  if (isMissed) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof OptionsError ? error.message : error);
  process.exitCode = 1;
}
