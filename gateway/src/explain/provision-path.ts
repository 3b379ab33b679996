/** Which provision of a consent decides, as indices from the outermost in; what it would be without is for others to say. */
import type { ProvisionFact } from '@causeway/schema';

/** The way to a provision: the index of the outermost, then of each within it. */
export type ProvisionPath = readonly number[];

type Rules = readonly ProvisionFact[];

/** The outermost denial that denies by itself, where all others are left out; null where none does. */
export function denyingProvision(
  rules: Rules,
  denies: (rules: Rules) => boolean,
): ProvisionPath | null {
  for (const [index, rule] of rules.entries()) {
    if (!denies([rule])) continue;
    const { provision = [] } = rule;
    const within =
      rule.type === 'permit'
        ? denyingProvision(provision, (nested) => denies([{ ...rule, provision: nested }]))
        : null;
    return [index, ...(within ?? [])];
  }
  return null;
}

/** The innermost provision without which another thing would come of it; null where none makes a difference. */
export function decidingProvision(
  rules: Rules,
  differs: (rules: Rules) => boolean,
): ProvisionPath | null {
  for (const [index, rule] of rules.entries()) {
    if (!differs(rules.toSpliced(index, 1))) continue;
    const within = decidingProvision(rule.provision ?? [], (nested) =>
      differs(rules.with(index, { ...rule, provision: nested })),
    );
    return [index, ...(within ?? [])];
  }
  return null;
}
