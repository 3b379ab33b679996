/** `npm run schema:print [-- --check]`: the SDL of each subgraph, from its classes. */
import { buildConsents } from '@causeway/consents';
import { buildPatients } from '@causeway/patients';
import { buildProviders } from '@causeway/providers';
import { buildRecords } from '@causeway/records';
import { keepFiles, sdlPath } from '@causeway/schema/compose-files';

const built = [buildPatients(), buildProviders(), buildConsents(), buildRecords()];
const files = built.map(({ name, sdl }) => ({ path: sdlPath(name), text: sdl }));
process.exitCode = keepFiles(files, 'schema:print', process.argv.slice(2));
