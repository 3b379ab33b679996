import type { RecognitionFact } from '@causeway/schema';

/** What a recognition means for the grants under it: they hold, wait, or end. */
export type RecognitionStanding = 'RECOGNISED' | 'SUSPENDED' | 'NONE';

/** What a recognition means for the grants under it, by its status as told; null for a party without one. */
export function standingOfRecognition(recognition: RecognitionFact | null): RecognitionStanding {
  switch (recognition?.status) {
    case 'RECOGNISED':
      return 'RECOGNISED';
    case 'SUSPENDED':
      return 'SUSPENDED';
    case 'APPLIED':
    case 'REFUSED':
    case 'CANCELLED':
    case 'EXPIRED':
    case 'WITHDRAWN':
    case undefined:
      return 'NONE';
  }
}
