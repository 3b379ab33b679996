import type { RecordCode } from '../new-record.js';
import { conceptsOf } from './concepts.js';
import { codingsAt } from './elements.js';
import type { Resource } from './resource.js';

/** Elements that do not say what a record is about, yet are asked for by code. */
const DESCRIBING = ['category', 'conclusionCode', 'bodySite'] as const;

/** Every code of a record, for filters by code and for provisions that name codes; each once per element. */
export function codesOf(resource: Resource): readonly RecordCode[] {
  const subjectMatter = conceptsOf(resource).flatMap(({ element, codings }) =>
    codings.map((coding) => ({ element, ...coding })),
  );
  const describing = DESCRIBING.flatMap((element) =>
    codingsAt(resource, element).map((coding) => ({ element, ...coding })),
  );
  const codes = new Map<string, RecordCode>();
  for (const { element, system, code } of [...subjectMatter, ...describing]) {
    if (code !== null) codes.set(`${element} ${system ?? ''} ${code}`, { element, system, code });
  }
  return [...codes.values()];
}
