/**
 * The confidentiality of a record at import and deposit, kept beside the source's own labels (`domain.md` 4.2): the
 * source's label; else the value sets; else normal for what is coded throughout in the systems those sets cover; else
 * nothing, which counts as restricted.
 */
import { CONFIDENTIALITY_SYSTEM, SENSITIVITY_SYSTEM, confidentialityOf } from '@causeway/schema';
import type { Confidentiality } from '@causeway/schema';
import type { SecurityLabel } from '../tables.js';
import { conceptsOf } from './concepts.js';
import type { Concept } from './concepts.js';
import { attachmentsOf, topicsOf } from './sensitive-topics.js';
import type { Resource } from './resource.js';
import type { SensitiveTopic } from './sensitive-value-sets.js';
import { isSensitivity, sourceLabelsOf } from './source-labels.js';
import { coveredSystemOf, isWellFormed } from './well-formed.js';

/** What stands around a resource and bears on its confidentiality. */
export interface Surroundings {
  /** The labels of the bundle that carries it; they count where it has no confidentiality of its own. */
  readonly bundleLabels?: readonly SecurityLabel[];
  /** For a free-text note: the labels of each record it accompanies. Nothing known leaves it unclassified. */
  readonly accompanied?: readonly (readonly SecurityLabel[])[];
}

/**
 * The labels of a record: those of its source, the computed confidentiality, and the sensitivities that the value
 * sets found. Labels without a confidentiality code mean unclassified.
 */
export function classify(
  resource: Resource,
  { bundleLabels = [], accompanied = [] }: Surroundings = {},
): readonly SecurityLabel[] {
  const own = sourceLabelsOf(resource);
  const source = own.some(isConfidentiality) ? own : [...own, ...bundleLabels];
  const topics = topicsOf(resource);
  const sensitivities = topics.flatMap((topic) => SENSITIVITIES[topic]);
  const stated = statedLevelOf(source);
  if (stated !== null) {
    return distinct([
      ...source,
      ...(stated.isExplicit ? [] : [level(stated.level)]),
      ...sensitivities,
    ]);
  }
  const computed = [...computedLevel(resource, topics), ...sensitivities];
  const all = isFreeText(resource)
    ? mostSensitive([computed, ...(accompanied.length > 0 ? accompanied : [[]])])
    : computed;
  return distinct([...source, ...all]);
}

/** Whether a record is a free text about other records, and so follows the most sensitive of them. */
export function isFreeText(resource: Resource): boolean {
  if (resource.resourceType === 'DocumentReference') return true;
  return (
    resource.resourceType === 'DiagnosticReport' &&
    (attachmentsOf(resource).length > 0 || typeof resource['conclusion'] === 'string')
  );
}

/** The codes by which consents and provisions name a topic. */
const SENSITIVITIES: Readonly<Record<SensitiveTopic, readonly SecurityLabel[]>> = {
  HIV: sensitivities('HIV'),
  MENTAL_HEALTH: sensitivities('PSY', 'BH'),
  SUBSTANCE_USE: sensitivities('ETH', 'SUD', 'BH'),
  SEXUAL_AND_REPRODUCTIVE_HEALTH: sensitivities('SEX'),
  DOMESTIC_VIOLENCE: sensitivities('SDV'),
};

function sensitivities(...codes: readonly string[]): readonly SecurityLabel[] {
  return codes.map((code) => ({ system: SENSITIVITY_SYSTEM, code }));
}

function level(code: Confidentiality): SecurityLabel {
  return { system: CONFIDENTIALITY_SYSTEM, code };
}

function isConfidentiality({ system }: SecurityLabel): boolean {
  return system === CONFIDENTIALITY_SYSTEM;
}

/** The level that the source states, by a confidentiality code or by a sensitivity, which is at least restricted. */
function statedLevelOf(
  source: readonly SecurityLabel[],
): { readonly level: Confidentiality; readonly isExplicit: boolean } | null {
  const explicit = source.some(isConfidentiality) ? confidentialityOf(source) : null;
  if (explicit === 'R' || explicit === 'V') return { level: explicit, isExplicit: true };
  if (source.some(isSensitivity)) return { level: 'R', isExplicit: false };
  return explicit === null ? null : { level: explicit, isExplicit: true };
}

function computedLevel(
  resource: Resource,
  topics: readonly SensitiveTopic[],
): readonly SecurityLabel[] {
  if (topics.length > 0) return [level('R')];
  const concepts = conceptsOf(resource);
  return concepts.length > 0 && concepts.every(isCovered) ? [level('N')] : [];
}

/** Whether the value sets can speak of a concept: a well-formed code, and none that is filed under a wrong system. */
function isCovered({ codings }: Concept): boolean {
  const claimed = codings.filter(({ system }) => coveredSystemOf(system) !== null);
  return claimed.length > 0 && claimed.every(isWellFormed);
}

/** The labels that hold for all of the given: the highest level; none where one is unclassified and none higher. */
function mostSensitive(all: readonly (readonly SecurityLabel[])[]): readonly SecurityLabel[] {
  const levels = all.map((labels) =>
    labels.some(isConfidentiality) ? confidentialityOf(labels) : null,
  );
  const found = all.flat().filter((label) => !isConfidentiality(label) && isSensitivity(label));
  const highest = (['V', 'R'] as const).find((each) => levels.includes(each));
  if (highest !== undefined) return [level(highest), ...found];
  return levels.includes(null) ? found : [level('N'), ...found];
}

function distinct(labels: readonly SecurityLabel[]): readonly SecurityLabel[] {
  const seen = new Map(labels.map((label) => [`${label.system ?? ''} ${label.code ?? ''}`, label]));
  return [...seen.values()];
}
