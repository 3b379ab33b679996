/** What the Secretary for Health has specified in the invented world; nobody real has been specified here. */
import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedDepositDuty } from '../model.js';

/** Every duty to deposit that was specified. Those abroad follow from the conditions of recognitions. */
export function depositDuties({ daysAgo }: Calendar): readonly SeedDepositDuty[] {
  return [
    {
      id: idOf('deposit-duty/bauhinia-lane'),
      organization: idOf('organization/bauhinia-lane'),
      // Of all its visits since then one brought no prescription.
      categories: ['MEDICATION'],
      within: 'P1D',
      since: daysAgo(90),
      reason: 'Prescriptions come first (invented)',
    },
  ];
}
