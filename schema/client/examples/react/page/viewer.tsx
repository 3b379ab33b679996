import { refusalAt } from '@causeway/client';
import type { GrantState, SharableCategory } from '@causeway/client';
import { useReducer, useState } from 'react';
import { AskForConsent } from './ask-for-consent.js';
import { GrantStatus } from './grant-status.js';
import type { Standing } from './grant-status.js';
import type { SeenRecord } from './read-record.js';
import { Record } from './record.js';
import { SECTIONS } from './sections.js';
import type { SignedIn } from './signed-in.js';
import { useRecord } from './use-record.js';
import type { Watched } from './watched.js';

interface ViewerProps {
  readonly own: SignedIn;
  /** The grant to begin with; null to begin by asking. */
  readonly first: string | null;
}

/** A record under the newest of the reader's grants that is open. It follows what the patient does, while it does. */
export function Viewer({ own, first }: ViewerProps) {
  const [grants, setGrants] = useState<readonly Watched[]>(
    first === null ? [] : [{ kind: 'held', id: first }],
  );
  const [wanted, setWanted] = useState<SharableCategory | null>(null);
  const [states, tell] = useReducer(withStanding, {});
  const open = grants.findLast(({ id }) => states[id] === 'REDEEMED')?.id ?? null;
  const view = useRecord(own, open);
  const record = typeof view === 'string' ? null : view;
  return (
    <>
      {grants.map((watched) => (
        <GrantStatus
          key={watched.id}
          own={own}
          watched={watched}
          state={states[watched.id] ?? null}
          tell={tell}
        />
      ))}
      {view === 'READING' ? <p>Reading…</p> : <Record record={record} onAsk={setWanted} />}
      {wanted !== null && (
        <AskForConsent
          own={own}
          scopes={scopesToAskFor(record, wanted)}
          onAsked={(id) => {
            setWanted(null);
            setGrants((all) => [...all, { kind: 'asked', id }]);
          }}
        />
      )}
    </>
  );
}

type States = Readonly<Partial<Record<string, GrantState | null>>>;

const withStanding = (states: States, { id, state }: Standing): States => ({
  ...states,
  [id]: state,
});

/** A new consent takes the place of the former: what is open is asked for again, with what is wanted; or else, everything. */
function scopesToAskFor(
  record: SeenRecord | null,
  wanted: SharableCategory,
): readonly SharableCategory[] {
  const scopes = SECTIONS.filter(
    ({ field, scope }) =>
      record === null ||
      scope === wanted ||
      refusalAt(record.refusals, ['patient', field]) === undefined,
  );
  return scopes.map(({ scope }) => scope);
}
