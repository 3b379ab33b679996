/**
 * The code systems that the value sets of sensitive codes cover, and what a code of each looks like. A code in none
 * of the sets is harmless only if it is a code of a system that the sets were drawn from.
 */
import type { Code } from '@causeway/schema';

/** The systems that the value sets cover. */
export type CoveredSystem = 'SNOMED' | 'LOINC' | 'ICD10' | 'RXNORM' | 'ATC' | 'CVX';

const SYSTEMS: Readonly<Record<string, CoveredSystem>> = {
  'http://snomed.info/sct': 'SNOMED',
  'urn:oid:2.16.840.1.113883.6.96': 'SNOMED',
  'http://loinc.org': 'LOINC',
  'urn:oid:2.16.840.1.113883.6.1': 'LOINC',
  'http://hl7.org/fhir/sid/icd-10': 'ICD10',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD10',
  'http://hl7.org/fhir/sid/icd-10-nl': 'ICD10',
  'urn:oid:2.16.840.1.113883.6.3': 'ICD10',
  'urn:oid:2.16.840.1.113883.6.90': 'ICD10',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RXNORM',
  'urn:oid:2.16.840.1.113883.6.88': 'RXNORM',
  'http://www.whocc.no/atc': 'ATC',
  'urn:oid:2.16.840.1.113883.6.73': 'ATC',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
  'urn:oid:2.16.840.1.113883.12.292': 'CVX',
};

/** National editions of ICD-10 keep its codes: `.../CodeSystem/icd-10-cm-2021-tw`. */
const NATIONAL_ICD10 = /\/icd-10(-cm)?(-\d{4})?-[a-z]{2}$/;

/** The covered system that a URI names, null for any other. */
export function coveredSystemOf(system: string | null): CoveredSystem | null {
  if (system === null) return null;
  const known = Object.hasOwn(SYSTEMS, system) ? SYSTEMS[system] : undefined;
  return known ?? (NATIONAL_ICD10.test(system) ? 'ICD10' : null);
}

/** Whether a coding is a well-formed code of a covered system. */
export function isWellFormed({ system, code }: Code): boolean {
  const covered = coveredSystemOf(system);
  if (covered === null || code === null) return false;
  switch (covered) {
    case 'SNOMED':
      return isSnomedConcept(code);
    case 'LOINC':
      return isLoinc(code);
    case 'ICD10':
      return /^[A-Z]\d[0-9AB](\.?[0-9A-Z]{1,4})?$/.test(code);
    case 'RXNORM':
      return /^[1-9]\d{0,7}$/.test(code);
    case 'ATC':
      return /^[A-DGHJLMNPRSV](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$/.test(code);
    case 'CVX':
      return /^\d{1,3}$/.test(code);
  }
}

/** A LOINC code, or a LOINC answer or part, with a right check digit. */
function isLoinc(code: string): boolean {
  const [, body, check] = /^((?:LA|LP)?\d{1,7})-(\d)$/.exec(code) ?? [];
  return body !== undefined && loincCheckDigit(body) === Number(check);
}

/** Modulus 10 from the right, every other character doubled; letters count by their place after the digit 0. */
function loincCheckDigit(body: string): number {
  let sum = 0;
  [...body].reverse().forEach((character, index) => {
    const value = character.charCodeAt(0) - 48;
    sum += index % 2 === 0 ? 2 * value - Math.floor(value / 5) * 9 : value;
  });
  return (10 - (sum % 10)) % 10;
}

/** A SNOMED CT concept id: partition 00 or 10, and a right check digit (Verhoeff). */
function isSnomedConcept(code: string): boolean {
  return /^[1-9]\d{2,14}[01]0\d$/.test(code) && verhoeffOf(code) === 0;
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** The dihedral group D5: rotations 0 to 4, reflections 5 to 9. */
function product(left: number, right: number): number {
  const rotation = left < 5 ? (left + right) % 5 : (left - right + 5) % 5;
  return left < 5 === right < 5 ? rotation : rotation + 5;
}

function verhoeffOf(digits: string): number {
  let check = 0;
  [...digits].reverse().forEach((digit, index) => {
    let value = Number(digit);
    for (let times = index % 8; times > 0; times -= 1) value = PERMUTATION[value] ?? 0;
    check = product(check, value);
  });
  return check;
}
