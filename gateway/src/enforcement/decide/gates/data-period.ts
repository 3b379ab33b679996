import { windowStart } from '@causeway/schema';
import type { Pass } from '../gate.js';

/**
 * Gate 9: abroad, only records within the look-back of the grant, and never beyond those of the recognition. It bounds
 * what is read; a deposit reads nothing.
 */
export const passDataPeriod: Pass = ({ action, consentFacts, now }, draft) => {
  if (draft.standing !== 'CROSS_BORDER_PROVIDER' || action === 'DEPOSIT') return null;
  const lookBacks = [
    consentFacts?.grant?.lookBack,
    ...(draft.conditions?.lookBacks ?? [undefined]),
  ];
  const starts = lookBacks.map((lookBack) => windowStart(lookBack ?? '', now));
  if (!starts.every((start) => start !== null)) return 'look-back not understood';
  draft.windowStart = Math.max(...starts);
  return null;
};
