/**
 * The purposes of use a caller may declare.
 *
 * @see https://terminology.hl7.org/ValueSet-v3-PurposeOfUse.html
 */
export const PURPOSES_OF_USE = [
  'TREAT',
  'CAREMGT',
  'ETREAT',
  'BTG',
  'PATRQT',
  'HOPERAT',
  'HPAYMT',
  'HMARKT',
  'HRESCH',
  'PUBHLTH',
  'HTEST',
] as const;

/** An HL7 v3 ActReason code below PurposeOfUse that the layer knows; knowing is not permitting. */
export type PurposeOfUse = (typeof PURPOSES_OF_USE)[number];

const known: ReadonlySet<string> = new Set(PURPOSES_OF_USE);

/** Whether the text is a purpose of use that the layer knows. */
export function isPurposeOfUse(text: string): text is PurposeOfUse {
  return known.has(text);
}
