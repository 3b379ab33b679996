/** `npm run client:generate [-- --check]`: typed operations, error codes and the schema for clients that handle errors. */
import { keepFiles } from '@causeway/schema/compose-files';
import { errorCodes } from './error-codes.js';
import { semanticSchema } from './semantic-schema.js';
import { typedOperations } from './typed-operations.js';

const files = [...(await typedOperations()), errorCodes(), semanticSchema()];
process.exitCode = keepFiles(files, 'client:generate', process.argv.slice(2));
