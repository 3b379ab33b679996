/** `npm run schema:compose [-- --check]`: the supergraph, the schema that clients see and the contracts, from the committed SDLs. */
import { composedFiles, keepFiles } from './compose-files.js';

process.exitCode = keepFiles(composedFiles(), 'schema:compose', process.argv.slice(2));
