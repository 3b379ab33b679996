import type { ClinicalScope } from '@causeway/schema';
import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { encounterOf, patientOf, performersOf, record } from './record.js';
import type { Concept } from './terminology.js';
import { SYSTEMS, hl7 } from './terminology.js';

/** A measured value with its UCUM unit. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

/** What was found: a value, a concept, or components. */
export type Finding =
  | Measured
  | { readonly concept: Concept }
  | { readonly components: readonly (readonly [code: Concept, measured: Measured])[] };

type Category = 'vital-signs' | 'social-history' | 'laboratory' | 'exam';

/** A vital sign or a fact of lifestyle, at a FHIR dateTime. */
export function observation(
  about: About,
  category: 'vital-signs' | 'social-history',
  what: Concept,
  finding: Finding,
  effective: string | undefined,
): SeedRecord {
  return observationIn('OBS_LIFESTYLE', category, about, what, finding, effective);
}

/** A measurement at birth, at a FHIR dateTime. */
export function birthObservation(
  about: About,
  what: Concept,
  finding: Finding,
  effective: string,
): SeedRecord {
  return observationIn('BIRTH', 'exam', about, what, finding, effective);
}

/** A result of a laboratory, at a FHIR dateTime. */
export function laboratoryResult(
  about: About,
  what: Concept,
  finding: Finding,
  effective: string | undefined,
): SeedRecord {
  return observationIn('LAB_REPORT', 'laboratory', about, what, finding, effective);
}

/** @see https://hl7.org/fhir/R4/observation.html */
function observationIn(
  scope: ClinicalScope,
  category: Category,
  about: About,
  what: Concept,
  finding: Finding,
  effective: string | undefined,
): SeedRecord {
  return record(about, scope, 'Observation', {
    status: 'final',
    category: [hl7('observation-category', category)],
    code: what,
    subject: patientOf(about),
    encounter: encounterOf(about),
    effectiveDateTime: effective,
    performer: performersOf(about),
    ...valueOf(finding),
  });
}

function valueOf(finding: Finding): Readonly<Record<string, unknown>> {
  if ('concept' in finding) return { valueCodeableConcept: finding.concept };
  if ('components' in finding) {
    return {
      component: finding.components.map(([code, measured]) => ({
        code,
        valueQuantity: quantity(measured),
      })),
    };
  }
  return { valueQuantity: quantity(finding) };
}

function quantity({ value, unit }: Measured): Readonly<Record<string, unknown>> {
  return { value, unit, system: SYSTEMS.ucum, code: unit };
}
