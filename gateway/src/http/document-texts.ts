/** The texts of registered operations by their hashes, from the files in which teams publish them. */
import { createHash } from 'node:crypto';

/** Texts by the SHA-256 of each, in hexadecimal. */
export type DocumentTexts = ReadonlyMap<string, string>;

/** A file of documents that is none: what was expected, and what was got. */
export class DocumentsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DocumentsError';
  }
}

/**
 * The documents of a file: a manifest of Apollo's, or an object of texts by `sha256:` and their hashes.
 *
 * @see https://www.apollographql.com/docs/graphos/platform/security/persisted-queries#manifest-format
 * @throws DocumentsError if it is neither, or if a text is not the one of its hash
 */
export function readDocuments(text: string): DocumentTexts {
  const file = parsed(text);
  const documents = 'format' in file ? ofManifest(file) : ofTexts(file);
  for (const [hash, document] of documents) {
    if (hashOf(document) === hash) continue;
    throw new DocumentsError(
      `Expected the SHA-256 of its text as the id of each document, got ${hash}`,
    );
  }
  return documents;
}

function ofManifest({ format, version, operations }: Parsed): DocumentTexts {
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations))
    throw new DocumentsError(
      `Expected version 1 of an apollo-persisted-query-manifest, got ${JSON.stringify({ format, version })}`,
    );
  return new Map(
    operations.map((operation: unknown) => {
      const { id, body } = isObject(operation) ? operation : {};
      if (typeof id !== 'string' || typeof body !== 'string')
        throw new DocumentsError('Expected an id and a body of each operation');
      return [id, body];
    }),
  );
}

const PREFIX = 'sha256:';

function ofTexts(texts: Parsed): DocumentTexts {
  return new Map(
    Object.entries(texts).map(([id, body]) => {
      if (!id.startsWith(PREFIX) || typeof body !== 'string')
        throw new DocumentsError(
          `Expected texts by ${PREFIX} and their hashes, got ${JSON.stringify(id)}`,
        );
      return [id.slice(PREFIX.length), body];
    }),
  );
}

type Parsed = Readonly<Record<string, unknown>>;

function parsed(text: string): Parsed {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new DocumentsError('Expected JSON');
  }
  if (!isObject(file)) throw new DocumentsError('Expected an object of documents');
  return file;
}

function isObject(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** SHA-256 in hexadecimal. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
