/** The stories that the explorer begins with: an operation each, asked by one of the personas. */
import { readFileSync } from 'node:fs';
import type { ExplorerTab } from '@causeway/gateway/explorer';
import { PATIENT_CHAN } from '@causeway/seeds/ids';
import { personaNamed } from '@causeway/seeds/personas';
import type { PersonaName } from '@causeway/seeds/personas';

/** In the order of the story that `npm run story` walks through. */
const STORIES: readonly (readonly [
  title: string,
  operation: string,
  caller: PersonaName,
  variables?: ExplorerTab['variables'],
])[] = [
  ['A doctor abroad reads', 'patient-record', 'dr-li', { id: PATIENT_CHAN }],
  ['A doctor at home reads', 'patient-record', 'dr-wong', { id: PATIENT_CHAN }],
  ['No grant, nothing', 'patient-record', 'dr-zhao', { id: PATIENT_CHAN }],
  ['What was granted', 'my-grant', 'dr-li'],
  ['The patient’s own record', 'my-record', 'patient-chan'],
  ['The patient’s consents', 'my-consents', 'patient-chan'],
  ['Who saw the record', 'who-saw-my-record', 'patient-chan'],
  ['What the patient was told', 'my-notifications', 'patient-chan'],
  ['Who is recognised', 'recognitions', 'commissioner'],
  ['The audit trail', 'audit-trail', 'auditor'],
];

/** The stories as tabs. */
export function storyTabs(): readonly ExplorerTab[] {
  return STORIES.map(([title, operation, caller, variables = {}]) => ({
    title,
    document: readFileSync(
      new URL(`../../../schema/operations/${operation}.graphql`, import.meta.url),
      'utf8',
    ),
    variables,
    caller,
    purpose: personaNamed(caller)?.purpose ?? 'TREAT',
  }));
}
