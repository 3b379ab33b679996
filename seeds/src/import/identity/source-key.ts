/**
 * Where a resource comes from: a namespace and its id there. An id alone says nothing: `Patient/1` of two systems are
 * two people, and what a bundle calls a resource (`fullUrl`) goes before what it calls itself.
 */
import { createHash } from 'node:crypto';
import type { Source } from '@causeway/kit';
import type { Entry } from '../reading/entry.js';

/** The namespace of what is named by a UUID, which is unique by itself. */
export const UUID_NAMESPACE = 'urn:uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const REST_URL = /^(https?:\/\/.+)\/([A-Z]\w+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

/** The parts of an absolute URL of a resource on a server; null where it is none. */
export function restUrlOf(
  url: string,
): { readonly base: string; readonly type: string; readonly id: string } | null {
  const [, base, type, id] = REST_URL.exec(url) ?? [];
  return base !== undefined && type !== undefined && id !== undefined ? { base, type, id } : null;
}

/** The UUID that a URN or an id is, in lower case; null where it is none. */
export function uuidOf(text: string): string | null {
  const id = text.replace(/^urn:uuid:/i, '');
  return UUID.test(id) ? id.toLowerCase() : null;
}

/**
 * The source of an entry. What has neither an absolute URL nor a UUID is of the namespace of its folder, and what has
 * no id at all is known by its content.
 */
export function sourceOf({ resource, fullUrl }: Entry, folder: string): Source {
  const { resourceType: type, id } = resource;
  const rest = fullUrl === null ? null : restUrlOf(fullUrl);
  if (rest !== null) return { namespace: rest.base, id: `${rest.type}/${rest.id}` };
  const uuid = fullUrl === null ? null : uuidOf(fullUrl);
  if (uuid !== null) return { namespace: UUID_NAMESPACE, id: `${type}/${uuid}` };
  if (fullUrl?.startsWith('urn:') === true) return { namespace: 'urn', id: `${type}/${fullUrl}` };
  if (id === undefined) return { namespace: folder, id: `${type}/sha256-${digestOf(resource)}` };
  const own = uuidOf(id);
  return own === null
    ? { namespace: folder, id: `${type}/${id}` }
    : { namespace: UUID_NAMESPACE, id: `${type}/${own}` };
}

/** The SHA-256 of a value as JSON with its members in order, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
