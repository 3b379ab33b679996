import type { Pass } from '../gate.js';
import { windowStart } from '../period.js';

/** Gate 9: abroad, only records within the look-back of the grant, and never beyond that of the recognition. */
export const passDataPeriod: Pass = ({ consentFacts, now }, draft) => {
  if (draft.standing !== 'CROSS_BORDER_PROVIDER') return null;
  const granted = windowStart(consentFacts?.grant?.lookBack ?? '', now);
  const bound = windowStart(draft.conditions?.maxLookBack ?? '', now);
  if (granted === null || bound === null) return 'look-back not understood';
  draft.windowStart = Math.max(granted, bound);
  return null;
};
