/**
 * The security labels that a source set: on the resource, on an element of it, or on the bundle that carries it.
 *
 * @see https://hl7.org/fhir/R4/security-labels.html
 */
import { CONFIDENTIALITY_SYSTEM, SENSITIVITY_SYSTEM } from '@causeway/schema';
import { codingOf, objectOf, valuesAt } from './elements.js';
import type { SecurityLabel } from '../tables.js';

/** An inline label of data segmentation: a Coding that an extension sets on one element. */
const INLINE_LABEL =
  'http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label';

/** Labels that say how data is to be handled or why, not how sensitive it is. */
const HANDLING_SYSTEMS: ReadonlySet<string> = new Set([
  'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  'http://terminology.hl7.org/CodeSystem/v3-ActUSPrivacyLaw',
]);

/** Codes of the system of sensitivities that are handling caveats or marks of the labelling itself. */
const HANDLING_CODES: ReadonlySet<string> = new Set(
  'LABEL PERSISTLABEL PROCESSINLINELABEL PRIVMARK NOREUSE NODSCLCD NODSCLCDS NOAUTH NOCOLLECT NOINTEGRATE NOLIST NOMOU NOORGPOL NOPAT NOPERSISTP NORDSCLCD NORDSCLW NORELINK NOVIP ORCON'.split(
    ' ',
  ),
);

/** The labels of a resource by its source, inline ones included. */
export function sourceLabelsOf(resource: unknown): readonly SecurityLabel[] {
  const own = valuesAt(resource, 'meta.security').map(labelOf);
  const inline = inlineLabelsOf(resource);
  const isMissing = inline.length === 0 && own.some(announcesInlineLabels);
  return [...own, ...(isMissing ? [UNKNOWN_LABEL] : inline)].filter((label) => label !== null);
}

/** What is labelled in a way that cannot be read carries a label that nothing is known of. */
const UNKNOWN_LABEL: SecurityLabel = { system: null, code: null };

function announcesInlineLabels(label: SecurityLabel | null): boolean {
  return label?.system === SENSITIVITY_SYSTEM && label.code === 'PROCESSINLINELABEL';
}

/** The inline labels on the elements of a value, however deep. */
export function inlineLabelsOf(value: unknown): readonly SecurityLabel[] {
  if (Array.isArray(value)) return value.flatMap(inlineLabelsOf);
  const object = objectOf(value);
  if (object === null) return [];
  const here =
    object['url'] === INLINE_LABEL ? [labelOf(object['valueCoding']) ?? UNKNOWN_LABEL] : [];
  return [...here, ...Object.values(object).flatMap(inlineLabelsOf)];
}

/** Whether a label makes what carries it restricted: a sensitivity, or a label that nothing is known of. */
export function isSensitivity({ system, code }: SecurityLabel): boolean {
  if (system === CONFIDENTIALITY_SYSTEM) return false;
  if (system !== null && HANDLING_SYSTEMS.has(system)) return false;
  return !(system === SENSITIVITY_SYSTEM && code !== null && HANDLING_CODES.has(code));
}

function labelOf(value: unknown): SecurityLabel | null {
  const coding = codingOf(value);
  if (coding === null) return null;
  const { system, code, display } = coding;
  return display === null ? { system, code } : { system, code, display };
}
