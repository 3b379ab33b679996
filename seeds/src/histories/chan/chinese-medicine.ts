import type { SeedRecord } from '../../model.js';
import { chineseMedicineCondition } from '../../records/condition.js';
import { NORMAL } from '../../records/labels.js';
import { chineseMedicineRequest } from '../../records/medication.js';
import type { Concept } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

/**
 * What a practitioner of Chinese medicine wrote of Chan Tai Man. Its codes belong to no system that is classified: the
 * source has to say that they are normal.
 */
export function chineseMedicine({
  calendar: { at, daysAgo },
  about,
}: Scene): readonly SeedRecord[] {
  const security = NORMAL;
  return [
    chineseMedicineCondition(about('chinese-medicine/pattern', AUTHORS.yim, { security }), {
      of: chinese('CMP-031', '氣陰兩虛證'),
      recorded: at(240, '17:00'),
    }),
    chineseMedicineCondition(about('chinese-medicine/wasting-thirst', AUTHORS.yim, { security }), {
      of: chinese('CMD-114', '消渴病'),
      recorded: daysAgo(1700),
    }),
    chineseMedicineRequest(about('chinese-medicine/decoction', AUTHORS.yim, { security }), {
      medicine: chinese('CMF-207', '六味地黃丸'),
      authored: at(240, '17:10'),
      dosage: '每次八丸，每日三次',
      status: 'completed',
    }),
    chineseMedicineRequest(about('chinese-medicine/old-decoction', AUTHORS.yim, { security }), {
      medicine: chinese('CMF-015', '生脈飲'),
      authored: daysAgo(1700),
      dosage: '每次一支，每日兩次',
      status: 'completed',
    }),
  ];
}

/** A concept of an invented list of Chinese medicine. */
function chinese(code: string, display: string): Concept {
  return {
    coding: [{ system: 'https://invented.example/chinese-medicine', code, display }],
    text: display,
  };
}
