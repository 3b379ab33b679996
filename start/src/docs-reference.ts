/** `npm run docs:reference [-- --check]`: the reference of the schema and the changelog of access, for `docs/`. */
import './require-node-24.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareVersions } from '@causeway/schema/access-diff';
import { SUPERGRAPH_PATH, keepFiles } from '@causeway/schema/compose-files';
import { accessChangesPage, referenceOf } from '@causeway/schema/reference';
import { folder, workingTree } from './contract/graph-files.js';
import { versionOf } from './contract/graph-version.js';
import { runProgram } from './program.js';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

await runProgram(async () => {
  const now = versionOf(workingTree());
  const { access } = await compareVersions(versionOf(folder(inRoot('schema/baseline'))), now);
  const files = [
    ...referenceOf(readFileSync(SUPERGRAPH_PATH, 'utf8')).map(({ name, text }) => ({
      path: inRoot(`docs/reference/${name}`),
      text,
    })),
    { path: inRoot('docs/access-changes.md'), text: accessChangesPage(now.approvals, access) },
  ];
  process.exitCode = keepFiles(files, 'docs:reference', process.argv.slice(2));
});
