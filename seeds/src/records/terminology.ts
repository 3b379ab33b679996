/** Codes with the systems that define them. Codes of real terminologies are true pairs of code and meaning. */

/** A FHIR Coding. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** A FHIR CodeableConcept. */
export interface Concept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

/** The code systems that the world draws on. */
export const SYSTEMS = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  atc: 'http://www.whocc.no/atc',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  ucum: 'http://unitsofmeasure.org',
  dicom: 'http://dicom.nema.org/resources/ontology/DCM',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  /** A house list of codes that nobody else can read. */
  local: 'https://invented.example/house-codes',
} as const;

/** A coding of one of the systems. */
export function coding(system: keyof typeof SYSTEMS, code: string, display: string): Coding {
  return { system: SYSTEMS[system], code, display };
}

/** A concept by its codings; in words it is what the first of them displays. */
export function concept(...codings: readonly [Coding, ...Coding[]]): Concept {
  const text = codings[0].display;
  return { coding: codings, ...(text === undefined ? {} : { text }) };
}

/** A concept of SNOMED CT. */
export const snomed = (code: string, display: string): Concept =>
  concept(coding('snomed', code, display));

/** A concept of LOINC. */
export const loinc = (code: string, display: string): Concept =>
  concept(coding('loinc', code, display));

/** A medicine by its ATC code. */
export const atc = (code: string, display: string): Concept =>
  concept(coding('atc', code, display));

/** A vaccine by its CVX code. */
export const cvx = (code: string, display: string): Concept =>
  concept(coding('cvx', code, display));

/** A concept of the house list. */
export const local = (code: string, display: string): Concept =>
  concept(coding('local', code, display));

/** The category by which a record says that it is one of Chinese medicine. */
export const CHINESE_MEDICINE: Concept = { text: 'Chinese medicine 中醫' };

/** A concept of one of HL7's own code systems. */
export function hl7(system: string, code: string): Concept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] };
}
