import type { Refusal } from '@causeway/client';
import { REASONS } from './words.js';

interface LockedProps {
  readonly title: string;
  /** What the graph says of it; null where no grant is open, by which it could say anything. */
  readonly refusal: Refusal | null;
  readonly onAsk: () => void;
}

/** Says why something is locked, and lets the reader ask for it where asking could help. */
export function Locked({ title, refusal, onAsk }: LockedProps) {
  return (
    <>
      <p data-locked-by={refusal?.code ?? 'NO_GRANT'}>
        <span aria-hidden="true">🔒 </span>
        {refusal === null ? 'No grant is open.' : REASONS[refusal.code]}{' '}
        {refusal?.documentation !== undefined && (
          <a href={refusal.documentation} target="_blank" rel="noreferrer">
            Why {title.toLowerCase()} can be locked
          </a>
        )}
      </p>
      {(refusal?.requestable ?? true) && (
        <button type="button" onClick={onAsk}>
          Ask for consent: {title}
        </button>
      )}
    </>
  );
}
