import assert from 'node:assert/strict';
import type { PersonaName } from '@causeway/seeds/personas';
import { CHAN } from '../questions.js';
import { valueAt } from '../target.js';
import type { Target } from '../target.js';

/**
 * Gives an organisation in Hong Kong a sharing consent of Chan Tai Man's, as himself or as somebody else; its id.
 *
 * @throws AssertionError if that is refused
 */
export async function giveSharingConsent(
  target: Target,
  organization: string,
  who: PersonaName = 'patient-chan',
): Promise<string> {
  const answer = await target.ask(
    who,
    'mutation Audit($id: ID!, $organization: ID!) { giveSharingConsent(patient: $id, organization: $organization) { id } }',
    { ...CHAN, organization },
  );
  const id = valueAt(answer, 'giveSharingConsent.id');
  assert.ok(typeof id === 'string', `${who} gives no sharing consent: ${answer.text}`);
  return id;
}

/** Revokes a sharing consent of Chan Tai Man's. */
export async function revokeSharingConsent(target: Target, consent: string): Promise<void> {
  const answer = await target.ask(
    'patient-chan',
    'mutation Audit($id: ID!, $consent: ID!) { revokeSharingConsent(patient: $id, id: $consent) { id } }',
    { ...CHAN, consent },
  );
  assert.equal(valueAt(answer, 'revokeSharingConsent.id'), consent);
}
