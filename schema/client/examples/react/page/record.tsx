import type { SharableCategory } from '@causeway/client';
import { Person } from './person.js';
import type { SeenRecord } from './read-record.js';
import { RecordSection } from './record-section.js';
import { SECTIONS } from './sections.js';

interface RecordProps {
  /** Null where no grant is open: then every section is locked. */
  readonly record: SeenRecord | null;
  readonly onAsk: (scope: SharableCategory) => void;
}

/** Every section of a record, each open or locked. */
export function Record({ record, onAsk }: RecordProps) {
  return (
    <>
      {record !== null && <Person record={record} />}
      {SECTIONS.map((section) => (
        <RecordSection
          key={section.scope}
          section={section}
          record={record}
          onAsk={() => onAsk(section.scope)}
        />
      ))}
    </>
  );
}
