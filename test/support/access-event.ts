import type { AccessEvent } from '@causeway/schema';

/** A permitted reading of allergies by a professional at home, unless told. All of it is invented. */
export function accessEvent(
  stated: Pick<AccessEvent, 'id' | 'patient' | 'at'> & Partial<AccessEvent>,
): AccessEvent {
  return {
    caller: {
      kind: 'professional',
      subject: 's-lee',
      client: 'c-clinic',
      tokenId: 't-lee',
      purpose: 'TREAT',
      practitionerRole: 'r-lee',
      organization: 'o-clinic',
      grant: null,
    },
    action: 'READ',
    outcome: 'PERMIT',
    gate: null,
    reason: null,
    release: 'RELEASED',
    operation: { name: 'Allergies', digest: 'f00d' },
    scopes: ['PERSON', 'ALLERGY_ADR'],
    counts: { ALLERGY_ADR: 2 },
    basis: ['c-1'],
    abroad: false,
    ...stated,
  };
}
