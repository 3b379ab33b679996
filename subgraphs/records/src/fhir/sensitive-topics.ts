/** Which sensitive topics a resource touches, by its codes and by its words. */
import { codingOf, objectOf, textOf, valuesAt } from './elements.js';
import type { Element } from './elements.js';
import type { Resource } from './resource.js';
import { SENSITIVE_TOPICS, topicsOfCode } from './sensitive-codes.js';
import type { SensitiveTopic } from './sensitive-value-sets.js';
import { topicsOfText } from './sensitive-words.js';

/** Elements whose texts name no finding: identifiers, addresses of things, what is encoded or shown elsewhere. */
const SILENT: ReadonlySet<string> = new Set([
  'id',
  'resourceType',
  'meta',
  'identifier',
  'reference',
  'url',
  'system',
  'fullUrl',
  'contentType',
  'data',
  'hash',
]);

/** The sensitive topics of a resource, whatever element of it gives them away. */
export function topicsOf(resource: Resource): readonly SensitiveTopic[] {
  const topics = new Set<SensitiveTopic>();
  const texts: string[] = [];
  collect(resource, topics, texts);
  texts.push(...attachedTextsOf(resource));
  for (const topic of topicsOfText(texts.join('\n'))) topics.add(topic);
  return SENSITIVE_TOPICS.filter((topic) => topics.has(topic));
}

function collect(value: unknown, topics: Set<SensitiveTopic>, texts: string[]): void {
  if (typeof value === 'string') {
    texts.push(value);
  } else if (Array.isArray(value)) {
    for (const each of value) collect(each, topics, texts);
  } else {
    const object = objectOf(value);
    if (object === null) return;
    const coding = codingOf(object);
    if (coding !== null) for (const topic of topicsOfCode(coding)) topics.add(topic);
    for (const [name, each] of Object.entries(object)) {
      if (!SILENT.has(name)) collect(each, topics, texts);
    }
  }
}

/** The texts of attachments that are plain text in base64. */
function attachedTextsOf(resource: Resource): readonly string[] {
  return attachmentsOf(resource)
    .filter((attachment) => textOf(attachment['contentType'])?.startsWith('text/') ?? false)
    .map((attachment) => textOf(attachment['data']))
    .filter((data) => data !== null)
    .map((data) => Buffer.from(data, 'base64').toString('utf8'));
}

/** The attachments of a note or a report. */
export function attachmentsOf(resource: Resource): readonly Element[] {
  return [...valuesAt(resource, 'content.attachment'), ...valuesAt(resource, 'presentedForm')]
    .map(objectOf)
    .filter((attachment) => attachment !== null);
}
