import type { ClinicalScope } from '@causeway/schema';
import type { SeedRecord } from '../model.js';
import type { Labels } from './labels.js';
import { laboratoryResult } from './observation.js';
import type { Finding } from './observation.js';
import type { About } from './record.js';
import { encounterOf, patientOf, performersOf, record, referenceTo } from './record.js';
import type { Concept } from './terminology.js';
import { coding } from './terminology.js';

/** A result of a laboratory report; its labels are the report's unless it has its own. */
export interface Result {
  readonly code: Concept;
  readonly finding: Finding;
  readonly security?: Labels;
}

/** A laboratory report and its results, taken at a FHIR dateTime: the report first. */
export function laboratoryReport(
  about: About,
  panel: Concept,
  effective: string | undefined,
  results: readonly Result[],
): readonly SeedRecord[] {
  const observations = results.map(({ code, finding, security }, position) =>
    laboratoryResult(
      { ...about, name: `${about.name}/${position + 1}`, security: security ?? about.security },
      code,
      finding,
      effective,
    ),
  );
  const report = diagnosticReport('LAB_REPORT', 'LAB', about, {
    code: panel,
    effective,
    result: observations.map(({ id }) => referenceTo('Observation', id)),
  });
  return [report, ...observations];
}

/**
 * A radiologist's report on an imaging study, at a FHIR dateTime. No code speaks for its conclusion: unless the
 * source labels it, it is unclassified.
 */
export function radiologyReport(
  about: About,
  code: Concept,
  effective: string,
  conclusion: string,
  study?: SeedRecord,
): SeedRecord {
  return diagnosticReport('RAD_REPORT', 'RAD', about, {
    code,
    effective,
    conclusion,
    imagingStudy: study === undefined ? undefined : [referenceTo('ImagingStudy', study.id)],
  });
}

/** A report of another investigation, of the heart or the lungs; its conclusion too is for the source to label. */
export function otherReport(
  about: About,
  service: 'CUS' | 'EC' | 'PF',
  code: Concept,
  effective: string,
  conclusion: string,
): SeedRecord {
  return diagnosticReport('OTHER_INVESTIGATION', service, about, { code, effective, conclusion });
}

const SERVICES = {
  LAB: 'Laboratory',
  RAD: 'Radiology',
  CUS: 'Cardiac Ultrasound',
  EC: 'Electrocardiac (e.g., EKG, EEC, Holter)',
  PF: 'Pulmonary Function',
} as const;

interface Reported {
  readonly code: Concept;
  readonly effective: string | undefined;
  readonly conclusion?: string;
  readonly result?: readonly unknown[];
  readonly imagingStudy?: readonly unknown[] | undefined;
}

/** @see https://hl7.org/fhir/R4/diagnosticreport.html */
function diagnosticReport(
  scope: ClinicalScope,
  service: keyof typeof SERVICES,
  about: About,
  { effective, ...reported }: Reported,
): SeedRecord {
  return record(about, scope, 'DiagnosticReport', {
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v2-0074',
            code: service,
            display: SERVICES[service],
          },
        ],
      },
    ],
    subject: patientOf(about),
    encounter: encounterOf(about),
    effectiveDateTime: effective,
    performer: performersOf(about),
    ...reported,
  });
}

/** Panels of laboratory tests, by LOINC. */
export const PANELS = {
  bloodCount: {
    coding: [coding('loinc', '58410-2', 'CBC panel - Blood by Automated count')],
    text: 'Complete blood count',
  },
  lipids: {
    coding: [coding('loinc', '24331-1', 'Lipid 1996 panel - Serum or Plasma')],
    text: 'Lipid profile',
  },
  renal: {
    coding: [coding('loinc', '24362-6', 'Renal function 2000 panel - Serum or Plasma')],
    text: 'Renal function',
  },
  liver: {
    coding: [coding('loinc', '24325-3', 'Hepatic function 2000 panel - Serum or Plasma')],
    text: 'Liver function',
  },
} as const satisfies Readonly<Record<string, Concept>>;
