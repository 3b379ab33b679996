/** Finds the text of the operation that a request is for: its own, or one that it names by hash. */
import { createHash } from 'node:crypto';
import { RequestError } from '../host/read-body.js';
import type { DocumentSource } from './document-source.js';
import type { RequestParams } from './request-params.js';

/** What was found: a text, with the hash that it is to be remembered by once it is valid, or that it is not known. */
export type FoundText =
  | { readonly kind: 'text'; readonly query: string; readonly newHash?: string }
  | { readonly kind: 'unknown' };

/**
 * Finds the text, by the protocol of automatic persisted queries.
 *
 * @see https://www.apollographql.com/docs/apollo-server/performance/apq
 * @throws RequestError if there is neither text nor hash, or the two do not belong together
 */
export function findText({ query, extensions }: RequestParams, source: DocumentSource): FoundText {
  const persisted = extensions?.['persistedQuery'];
  if (persisted === undefined || persisted === null) {
    if (query === undefined)
      throw new RequestError(400, 'Expected the text of an operation in `query`, got none');
    return { kind: 'text', query };
  }
  const hash = hashOf(persisted);
  if (query === undefined) {
    const known = source.text(hash);
    return known === undefined ? { kind: 'unknown' } : { kind: 'text', query: known };
  }
  if (createHash('sha256').update(query).digest('hex') !== hash)
    throw new RequestError(400, 'Expected the SHA-256 of `query` in `sha256Hash`, got another');
  return { kind: 'text', query, newHash: hash };
}

function hashOf(persisted: unknown): string {
  const { version, sha256Hash } = persisted as Readonly<Record<string, unknown>>;
  if (version !== 1) throw new RequestError(400, 'Expected version 1 of `persistedQuery`');
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash))
    throw new RequestError(400, 'Expected a SHA-256 in hexadecimal in `sha256Hash`');
  return sha256Hash;
}
