import { exclusionsOf, isInterpreted, mayDeny } from '../consents.js';
import { withoutObjected } from '../depositable.js';
import type { Draft } from '../draft.js';
import type { Pass } from '../gate.js';
import { readingOf } from '../reading.js';
import { uninterpretedReason } from '../uninterpreted.js';

/**
 * Gate 10: deny provisions and restrictions override every permit, across all consents in force, imported ones
 * included. They take records away without a word: that the patient restricted something is not for the caller.
 */
export const passProvision: Pass = (request, draft) => {
  const reading = readingOf(request);
  if (reading === null) return null;
  if (request.consentFacts === null) return 'no consents known';
  for (const consent of request.consentFacts.consents) {
    if (!mayDeny(consent, request.now)) continue;
    // An objection to deposit says nothing about reading.
    if (consent.kind === 'DEPOSIT_OBJECTION' && request.action !== 'DEPOSIT') continue;
    const exclusions = exclusionsOf(consent, reading);
    if (!isInterpreted(consent, reading)) draft.uninterpreted.push(consent.id);
    draft.exclusions.push(...exclusions);
    // What else the patient keeps from being read is not for a depositor to learn by what is refused.
    if (consent.kind === 'DEPOSIT_OBJECTION')
      draft.depositable = withoutObjected(draft.depositable, exclusions);
  }
  if (request.action === 'DEPOSIT' && draft.depositable.size === 0) return 'deposit objected to';
  const deniesPatient = draft.exclusions.some(
    ({ category, ...rest }) =>
      Object.keys(rest).length === 0 && (category?.includes('PERSON') ?? true),
  );
  return deniesPatient ? reasonOf(draft) : null;
};

function reasonOf({ uninterpreted }: Draft): string {
  return uninterpreted.length > 0 ? uninterpretedReason(uninterpreted) : 'denied by the patient';
}
