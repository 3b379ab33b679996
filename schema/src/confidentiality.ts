/** Levels of confidentiality that decisions tell apart: normal, restricted, very restricted. */
export type Confidentiality = 'N' | 'R' | 'V';

/** @see https://terminology.hl7.org/CodeSystem-v3-Confidentiality.html */
export const CONFIDENTIALITY_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/** @see https://terminology.hl7.org/CodeSystem-v3-ActCode.html */
export const SENSITIVITY_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** A code with its system, as much of a FHIR Coding as decisions read. */
export interface Code {
  readonly system: string | null;
  readonly code: string | null;
}

const LEVELS: ReadonlyMap<string | null, Confidentiality> = new Map([
  ['U', 'N'],
  ['L', 'N'],
  ['M', 'N'],
  ['N', 'N'],
  ['R', 'R'],
  ['V', 'V'],
]);

/**
 * The confidentiality of a record by its security labels: the highest that it carries. Without any
 * confidentiality code, or with one that is not known, it is unclassified, which counts as restricted.
 */
export function confidentialityOf(security: readonly Code[]): Confidentiality {
  let highest: Confidentiality | undefined;
  for (const { system, code } of security) {
    if (system !== CONFIDENTIALITY_SYSTEM) continue;
    const level = LEVELS.get(code) ?? 'R';
    if (highest === undefined || level > highest) highest = level;
  }
  return highest ?? 'R';
}
