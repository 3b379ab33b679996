/** The whole way from a FHIR R4 resource to the row that the records subgraph keeps. */
import type { ClinicalScope } from '@causeway/schema';
import type { NewRecord, RecordLink } from '../new-record.js';
import type { RecordType } from '../record-types.js';
import { authorOf } from './author-of.js';
import { categoryOf } from './category-of.js';
import { classify } from './classify.js';
import type { Surroundings } from './classify.js';
import { clinicalDateOf, recordedDateOf } from './clinical-date-of.js';
import type { DatesAround } from './clinical-date-of.js';
import { codesOf } from './codes-of.js';
import type { Element } from './elements.js';
import { keptNarrative, withCompactData } from './narrative.js';
import { withReferences } from './references.js';
import type { PlacedReference } from './references.js';
import type { Resource } from './resource.js';
import { statusOf } from './status-of.js';
import type { Resolve, Target } from './target.js';

/** What a resource alone does not tell of the record it becomes. */
export interface RecordContext {
  /** The record's id in this graph. */
  readonly id: string;
  /** The Patient id that its subject resolves to. */
  readonly patient: string;
  readonly sourceNamespace: string;
  readonly sourceId: string;
  readonly resolve: Resolve;
  /** ISO 3166-2: where the record was made. */
  readonly sourceJurisdiction: string;
  /** The category of what it belongs to, for a resource that has none of its own. */
  readonly category?: ClinicalScope | null;
  readonly surroundings?: Surroundings;
  readonly dates?: DatesAround;
  /** The Organization id of the encounter's service provider, for a record that names no author. */
  readonly encounterOrganization?: string | null;
}

/** A resource of a sound structure as a record; null where it has no sharable category. */
export function toRecord(resource: Resource, context: RecordContext): NewRecord | null {
  const category = categoryOf(resource) ?? context.category ?? null;
  if (category === null) return null;
  const { id, patient, sourceNamespace, sourceId, sourceJurisdiction, resolve } = context;
  const author = authorOf(resource, resolve);
  const links: RecordLink[] = [];
  const content = contentOf(resource, id, resolve, (link) => links.push(link));
  return {
    id,
    type: resource.resourceType as RecordType,
    patient,
    category,
    clinicalDate: clinicalDateOf(resource, context.dates),
    recordedDate: recordedDateOf(resource),
    security: classify(resource, context.surroundings),
    authorOrganization: author.organization ?? context.encounterOrganization ?? null,
    authorRole: author.role,
    encounter: links.find(({ element }) => ENCOUNTERS.has(element))?.target ?? null,
    status: statusOf(resource),
    sourceJurisdiction,
    sourceNamespace,
    sourceId,
    content,
    codes: codesOf(resource),
    links: withDistinctPositions(links),
  };
}

const ENCOUNTERS: ReadonlySet<string> = new Set(['encounter', 'context.encounter', 'context']);

/** Targets that are no records; a reference to one keeps what it displays. */
const PARTIES: ReadonlySet<string> = new Set(['Organization', 'Practitioner', 'PractitionerRole']);

const PEOPLE: ReadonlySet<string> = new Set(['Patient', 'RelatedPerson']);

function contentOf(
  resource: Resource,
  id: string,
  resolve: Resolve,
  onLink: (link: RecordLink) => void,
): Resource {
  const { text, ...rest } = resource;
  const narrative = keptNarrative(text);
  const compact = withCompactData({
    ...rest,
    id,
    ...(narrative && { text: narrative }),
  }) as Element;
  return withReferences(compact, ({ reference, path, position }: PlacedReference) => {
    const target = resolve(reference);
    if (target === null) return reference;
    const isRecord = !PARTIES.has(target.type) && !PEOPLE.has(target.type);
    if (isRecord) onLink({ element: path, position, target: target.id });
    return resolvedReference(reference, target);
  }) as Resource;
}

/**
 * A reference to something of this graph. What it displays of a record or a person, and by which identifier, is
 * under the labels of its target, not of the record that refers to it.
 */
function resolvedReference(reference: Element, { type, id }: Target): Element {
  const display = PARTIES.has(type) ? reference['display'] : undefined;
  return { reference: `${type}/${id}`, ...(display !== undefined && { display }) };
}

/** Links in lists within lists would share a position; each further one takes the next that is free. */
function withDistinctPositions(links: readonly RecordLink[]): readonly RecordLink[] {
  const taken = new Set<string>();
  return links.map((link) => {
    let { position } = link;
    while (taken.has(`${link.element} ${position}`)) position += 1;
    taken.add(`${link.element} ${position}`);
    return { ...link, position };
  });
}
