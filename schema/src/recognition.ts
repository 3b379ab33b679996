import type { RecognitionFact } from './facts.js';
import { coversInstant } from './period.js';

/** Why a recognition is not in force at an instant (epoch milliseconds), null where it is. */
export function recognitionProblem(recognition: RecognitionFact, now: number): string | null {
  if (!coversInstant(recognition.period, now)) return 'recognition not in its period';
  switch (recognition.status) {
    case 'RECOGNISED':
      return null;
    case 'SUSPENDED': {
      // A suspension has an end; once it is over the recognition is in force again.
      const { suspension } = recognition;
      const isOver =
        suspension?.end != null && !coversInstant({ start: null, end: suspension.end }, now);
      return isOver ? null : 'recognition suspended';
    }
    case 'APPLIED':
    case 'REFUSED':
    case 'CANCELLED':
    case 'EXPIRED':
    case 'WITHDRAWN':
      return `recognition ${recognition.status.toLowerCase()}`;
  }
}
