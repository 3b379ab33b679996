/** `npm run docs:matrix [-- --check]`: the decision matrix, for `docs/`. */
import './require-node-24.js';
import { fileURLToPath } from 'node:url';
import { decisionMatrixPage } from '@causeway/gateway/decision-matrix';
import { keepFiles } from '@causeway/schema/compose-files';
import { runProgram } from './program.js';

const PAGE = fileURLToPath(new URL('../../docs/decision-matrix.md', import.meta.url));

await runProgram(() => {
  const files = [{ path: PAGE, text: decisionMatrixPage() }];
  process.exitCode = keepFiles(files, 'docs:matrix', process.argv.slice(2));
  return Promise.resolve();
});
