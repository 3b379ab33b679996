import { refusalAt } from '@causeway/client';
import type { SeenRecord } from './read-record.js';
import { REASONS } from './words.js';

/** Whose record it is. */
export function Person({ record: { patient, refusals } }: { readonly record: SeenRecord }) {
  const refusal = refusalAt(refusals, ['patient', 'hkid']);
  return (
    <section aria-label="Patient">
      <h2>{patient.name?.map(({ text }) => text).join(' ')}</h2>
      <p>Born {patient.birthDate ?? 'on a day that is not known here'}</p>
      <p data-locked-by={refusal?.code}>
        Identity card: {refusal === undefined ? patient.hkid : REASONS[refusal.code]}
      </p>
    </section>
  );
}
