import type { SharableCategory } from '@causeway/client';
import { useActionState } from 'react';
import { askForGrant } from './ask-for-grant.js';
import { SECTIONS } from './sections.js';
import type { SignedIn } from './signed-in.js';
import { textOf } from './text-of.js';

interface AskForConsentProps {
  readonly own: SignedIn;
  readonly scopes: readonly SharableCategory[];
  readonly onAsked: (request: string) => void;
}

/** The form by which the patient at the desk is asked, with the code that they read out. */
export function AskForConsent({ own, scopes, onAsked }: AskForConsentProps) {
  const [problem, send, isPending] = useActionState<string | null, FormData>(async (_, form) => {
    const wish = { code: textOf(form, 'code'), reason: textOf(form, 'reason'), scopes };
    const asked = await askForGrant(own, wish);
    if (asked.kind === 'refused') return asked.problem;
    onAsked(asked.id);
    return null;
  }, null);
  const titles = SECTIONS.filter(({ scope }) => scopes.includes(scope)).map(({ title }) => title);
  return (
    <form action={send} aria-label="Ask for consent">
      <h2>Ask the patient for consent</h2>
      <p>To read a year back, for a week: {titles.join(', ')}.</p>
      <label>
        The patient’s code
        <input name="code" required autoComplete="off" autoFocus />
      </label>
      <label>
        Why, for the patient to read
        <input name="reason" required maxLength={500} />
      </label>
      <button disabled={isPending}>Ask the patient</button>
      {problem !== null && <p role="alert">{problem}</p>}
    </form>
  );
}
