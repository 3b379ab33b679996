import { latestInstant } from './clinical-date.js';
import type { RecognitionFact } from './facts.js';
import { coversInstant } from './period.js';

/** What is said of the states in which a recognition is never in force. */
const NOT_IN_FORCE = {
  APPLIED: 'recognition applied',
  REFUSED: 'recognition refused',
  CANCELLED: 'recognition cancelled',
  EXPIRED: 'recognition expired',
  WITHDRAWN: 'recognition withdrawn',
} as const;

/** Why a recognition is not in force. */
export type RecognitionProblem =
  | 'recognition not in its period'
  | 'recognition suspended'
  | (typeof NOT_IN_FORCE)[keyof typeof NOT_IN_FORCE];

/** Why a recognition is not in force at an instant (epoch milliseconds), null where it is. */
export function recognitionProblem(
  recognition: RecognitionFact,
  now: number,
): RecognitionProblem | null {
  if (!coversInstant(recognition.period, now)) return 'recognition not in its period';
  switch (recognition.status) {
    case 'RECOGNISED':
      return null;
    case 'SUSPENDED': {
      // Once its end has surely come the recognition is in force again; one that cannot be read never comes.
      const end = latestInstant(recognition.suspension?.end);
      return end !== null && end < now ? null : 'recognition suspended';
    }
    case 'APPLIED':
    case 'REFUSED':
    case 'CANCELLED':
    case 'EXPIRED':
    case 'WITHDRAWN':
      return NOT_IN_FORCE[recognition.status];
  }
}
