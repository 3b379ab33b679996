/** Finds the text of the operation that a request is for: its own, or one that it names by id or hash. */
import { createHash } from 'node:crypto';
import { RequestError } from '../host/read-body.js';
import type { DocumentSource } from './document-source.js';
import type { RequestParams } from './request-params.js';

/** What was found. */
export type FoundText =
  /** A text, with the hash that it is to be remembered by once it is valid. */
  | { readonly kind: 'text'; readonly query: string; readonly newHash?: string }
  /** A hash whose text the client is to send along. */
  | { readonly kind: 'unknown' }
  /** Nothing that is served: an id that is not known, or a text where ids alone are taken. */
  | { readonly kind: 'unregistered' };

/**
 * Finds the text, by ids of documents or by the protocol of automatic persisted queries. Where registered documents alone
 * are served, a text is neither parsed nor hashed nor looked for.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Appendix-Persisted-Documents
 * @see https://www.apollographql.com/docs/apollo-server/performance/apq
 * @throws RequestError if nothing is named, or too much, or if text and hash do not belong together
 */
export function findText(params: RequestParams, source: DocumentSource): FoundText {
  switch (source.kind) {
    case 'any':
      return findAny(params, source);
    case 'registered':
      return params.query === undefined ? findById(params, source) : { kind: 'unregistered' };
  }
}

function findAny(params: RequestParams, source: DocumentSource): FoundText {
  const { query, documentId, extensions } = params;
  if (documentId !== undefined) {
    if (query === undefined) return findById(params, source);
    throw new RequestError(400, 'Expected either `query` or `documentId`, got both');
  }
  const persisted = extensions?.['persistedQuery'];
  if (isAbsent(persisted)) {
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

/** What a document's id says before its hash. */
const SHA256 = /^sha256:([0-9a-f]{64})$/;

function findById({ documentId, extensions }: RequestParams, source: DocumentSource): FoundText {
  const persisted = extensions?.['persistedQuery'];
  if (documentId === undefined && isAbsent(persisted))
    throw new RequestError(400, 'Expected the id of a document in `documentId`, got none');
  if (documentId !== undefined && !isAbsent(persisted))
    throw new RequestError(400, 'Expected either `documentId` or `persistedQuery`, got both');
  const hash = documentId === undefined ? hashOf(persisted) : SHA256.exec(documentId)?.[1];
  const query = hash === undefined ? undefined : source.text(hash);
  return query === undefined ? { kind: 'unregistered' } : { kind: 'text', query };
}

function hashOf(persisted: unknown): string {
  const { version, sha256Hash } = persisted as Readonly<Record<string, unknown>>;
  if (version !== 1) throw new RequestError(400, 'Expected version 1 of `persistedQuery`');
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash))
    throw new RequestError(400, 'Expected a SHA-256 in hexadecimal in `sha256Hash`');
  return sha256Hash;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
