import { filled } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { isKnownResourceType, checkStructure } from '../fhir/structure.js';
import type { StructureIssue } from '../fhir/structure.js';
import { sourceLabelsOf } from '../fhir/source-labels.js';
import { RECORD_TYPES } from '../record-types.js';
import { refuseActiveContent } from './active-content.js';
import type { BundleEntry } from './deposit-bundle.js';
import { rejected } from './refusals.js';
import { BUNDLE, RESOURCE } from './rejection-texts.js';
import { refuseTestData } from './test-data.js';

const TYPES: ReadonlySet<string> = new Set(RECORD_TYPES);

/**
 * Refuses a resource that cannot be deposited by anybody: of another type, of another structure than R4, with resources
 * within it, with anything that could run, or test data among real ones.
 *
 * @throws GraphQLError DEPOSIT_REJECTED with the place of the first thing that is wrong
 */
export function checkResource({ resource, place }: BundleEntry, isTest: boolean): void {
  if (!TYPES.has(resource.resourceType)) {
    const type = resource.resourceType;
    const got = isKnownResourceType(type) ? filled(RESOURCE.known, { type }) : RESOURCE.another;
    throw rejected(
      `${place}.resourceType`,
      filled(RESOURCE.type, { allowed: RECORD_TYPES.join(', '), got }),
    );
  }
  if (resource['contained'] !== undefined) {
    throw rejected(`${place}.contained`, RESOURCE.contained);
  }
  const [issue] = checkStructure(resource);
  if (issue !== undefined) throw rejected(placeOf(issue, place), problemOf(issue));
  refuseActiveContent(resource, place);
  if (!isTest) refuseTestData(sourceLabelsOf(resource), place);
}

/** `Observation.component[1].code` within `Bundle.entry[3].resource`. */
function placeOf({ path }: StructureIssue, place: string): string {
  const [, ...steps] = path.split('.');
  return [place, ...steps].join('.');
}

/** Elements that R4 does not have are told by their place alone: their names may be about somebody. */
function problemOf({ code, texts }: StructureIssue): Texts {
  switch (code) {
    case 'R5_SHAPE':
      return RESOURCE.r5;
    case 'STU3_SHAPE':
      return RESOURCE.stu3;
    case 'DATABASE_EXPORT':
      return RESOURCE.database;
    case 'UNKNOWN_ELEMENT':
      return RESOURCE.unknownElement;
    case 'NOT_A_RESOURCE':
      return BUNDLE.noResource;
    case 'MISSING_ELEMENT':
    case 'AMBIGUOUS_CHOICE':
    case 'INVALID_VALUE':
    case 'UNKNOWN_MODIFIER':
      return texts;
  }
}
