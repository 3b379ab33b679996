import type { ProvisionFact, PurposeOfUse } from '@causeway/schema';

/** The purposes that lie within another. */
const NARROWER: Readonly<Record<string, readonly PurposeOfUse[]>> = {
  TREAT: ['ETREAT', 'BTG'],
  ETREAT: ['BTG'],
  HOPERAT: ['CAREMGT'],
};

/**
 * The rules with each denial for a purpose being one for all that lies within it; a permit is for what it names alone.
 *
 * @see https://terminology.hl7.org/ValueSet-v3-PurposeOfUse.html
 */
export function denyingAllWithin(rules: readonly ProvisionFact[]): readonly ProvisionFact[] {
  return rules.map((rule) => ({
    ...rule,
    ...(rule.purpose && rule.type === 'deny' && { purpose: widened(rule.purpose) }),
    ...(rule.provision && { provision: denyingAllWithin(rule.provision) }),
  }));
}

function widened(purposes: readonly string[]): readonly string[] {
  const all = purposes.flatMap((purpose) => [
    purpose,
    ...(Object.hasOwn(NARROWER, purpose) ? (NARROWER[purpose] ?? []) : []),
  ]);
  return [...new Set(all)];
}
