import { refusalAt } from '@causeway/client';
import { Locked } from './locked.js';
import type { SeenRecord } from './read-record.js';
import type { Section } from './sections.js';

interface RecordSectionProps {
  readonly section: Section;
  /** Null where no grant is open. */
  readonly record: SeenRecord | null;
  readonly onAsk: () => void;
}

/** A section of the record: its entries, or why it is locked. */
export function RecordSection({ section, record, onAsk }: RecordSectionProps) {
  const { title, field, lines } = section;
  const refusal = record === null ? null : refusalAt(record.refusals, ['patient', field]);
  if (record !== null && refusal === undefined) {
    return (
      <section aria-label={title}>
        <h2>{title}</h2>
        <Lines lines={lines(record.patient)} />
      </section>
    );
  }
  return (
    <section aria-label={title} className="locked">
      <h2>{title}</h2>
      <Locked title={title} refusal={refusal ?? null} onAsk={onAsk} />
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] | null }) {
  if (lines === null) return <p>This could not be read now.</p>;
  if (lines.length === 0) return <p>Nothing on record.</p>;
  return (
    <ul>
      {lines.map((line, place) => (
        <li key={place}>{line}</li>
      ))}
    </ul>
  );
}
