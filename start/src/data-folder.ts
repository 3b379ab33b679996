import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SubgraphName } from '@causeway/schema';
import { StartError } from './program.js';

/** Where things are in the data folder. */
export interface DataFolder {
  readonly path: string;
  /** The database of a subgraph. */
  database(subgraph: SubgraphName): string;
  /** The development issuer's private key. */
  readonly issuerKey: string;
  /** The development issuer's public keys. */
  readonly issuerJwks: string;
  /** The private key of the layer's own issuer: of session tokens. */
  readonly sessionKey: string;
  /** What patients would be told, for trying out. */
  readonly mailbox: string;
  /** There once the seeds are in the databases. */
  readonly seedMark: string;
}

/** A data folder that cannot be used. */
export class DataFolderError extends StartError {
  constructor(path: string, options: ErrorOptions & { readonly cause: unknown }) {
    const { cause } = options;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `Cannot use the data folder ${path}: ${reason}\nMake it writable, or name another one with CAUSEWAY_DATA=`,
      options,
    );
    this.name = 'DataFolderError';
  }
}

/**
 * The data folder at a path, made if it is not there: health records and keys, so nobody else may look into it.
 *
 * @throws DataFolderError if it cannot be made
 */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DataFolderError(path, { cause });
  }
  return {
    path,
    database: (subgraph) => join(path, `${subgraph}.sqlite`),
    issuerKey: join(path, 'development-issuer.key.json'),
    issuerJwks: join(path, 'development-issuer.jwks.json'),
    sessionKey: join(path, 'sessions.key.json'),
    mailbox: join(path, 'mailbox.jsonl'),
    seedMark: join(path, 'seeded.json'),
  };
}
