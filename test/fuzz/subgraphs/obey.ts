/** What a subgraph that obeys does with the permits of a fetch: it shows what they release, and nothing else. */
import type { Permit } from '@causeway/schema';
import type { GraphModel } from '../graph/model.js';
import { isTaken, levelOf } from '../oracle/record-conditions.js';
import { judged } from '../oracle/standing.js';
import { spanOf } from '../oracle/time.js';
import type { RecordData } from '../world/world.js';

/** Whether the permits of a fetch release a record; one of a patient without a permit is not there. */
export function isReleasedBy(
  permits: readonly Permit[],
  graph: GraphModel,
  record: RecordData,
): boolean {
  const permit = permits.find(({ patient }) => patient === record.patient);
  const type = graph.types.get(record.type);
  if (permit === undefined || type?.kind !== 'record') return false;
  const { scopes, windowStart, confidentiality, authorOrganization, exclusions } = permit;
  const has = (facet: (typeof type.facets)[number]): boolean => type.facets.includes(facet);
  const known = judged(type, record);
  if (!known.categories.every((scope) => scopes.includes(scope)) || known.categories.length === 0)
    return false;
  if (type.presence.domestic && permit.abroad) return false;
  if (has('date') && windowStart !== null) {
    const [first] = spanOf(record.date) ?? [];
    if (first === undefined || first < windowStart) return false;
  }
  if (has('security') && !confidentiality.includes(levelOf(record.security))) {
    if (authorOrganization === null || !known.authors.includes(authorOrganization)) return false;
  }
  if (has('party') && permit.administrativeBasis === 'PARTY') {
    if (record.party === null || !permit.parties.includes(record.party)) return false;
  }
  return !exclusions.some((exclusion) => isTaken(known, exclusion, exclusion.except ?? []));
}
