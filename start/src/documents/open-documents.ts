import { readFileSync } from 'node:fs';
import { DocumentsError, readDocuments } from '@causeway/gateway';
import type { DocumentTexts, ServedDocuments } from '@causeway/gateway';
import { StartError, hasCode } from '../program.js';
import type { Settings } from '../settings.js';
import { CLIENT_DOCUMENTS } from './client-documents.js';

/**
 * What the gateway may be asked for.
 *
 * @throws StartError if the file cannot be read, or if production is told nothing: to serve any operation there is for
 *   somebody to say
 */
export function openDocuments({
  documents,
  isProduction,
}: Pick<Settings, 'documents' | 'isProduction'>): ServedDocuments {
  switch (documents.kind) {
    case 'registered':
      return { kind: 'registered', texts: documentsOf(documents.path) };
    case 'any':
      return anyDocument();
    case 'unsaid':
      if (!isProduction) return anyDocument();
      throw new StartError(
        'Expected CAUSEWAY_DOCUMENTS with NODE_ENV=production, got nothing. Name the file of registered operations that `npm run documents:publish` writes, or say CAUSEWAY_DOCUMENTS=any to serve every operation that the schema has.',
      );
  }
}

function anyDocument(): ServedDocuments {
  return { kind: 'any', known: documentsOf(CLIENT_DOCUMENTS) };
}

function documentsOf(path: string): DocumentTexts {
  try {
    return readDocuments(readFileSync(path, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EISDIR') || hasCode(error, 'EACCES'))
      throw new StartError(`CAUSEWAY_DOCUMENTS: expected a file that can be read, got ${path}`, {
        cause: error,
      });
    if (!(error instanceof DocumentsError)) throw error;
    throw new StartError(`CAUSEWAY_DOCUMENTS: ${path}: ${error.message}`, { cause: error });
  }
}
