import { useEffect, useState } from 'react';
import { readRecord } from './read-record.js';
import type { SeenRecord } from './read-record.js';
import type { SignedIn } from './signed-in.js';

/** What there is to show: a record, nothing that may be read, or nothing yet. */
export type RecordView = SeenRecord | 'NONE' | 'READING';

interface Reading {
  readonly grant: string;
  readonly view: RecordView;
}

/** Reads the record under a grant, anew for each; what was seen under another is not shown a moment longer. */
export function useRecord(own: SignedIn, grant: string | null): RecordView {
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    if (grant === null) return;
    let isWanted = true;
    const show = (view: RecordView) => {
      if (isWanted) setReading({ grant, view });
    };
    readRecord(own, grant).then(
      (record) => show(record ?? 'NONE'),
      () => show('NONE'),
    );
    return () => {
      isWanted = false;
      setReading(null);
    };
  }, [own, grant]);
  if (grant === null) return 'NONE';
  return reading?.grant === grant ? reading.view : 'READING';
}
