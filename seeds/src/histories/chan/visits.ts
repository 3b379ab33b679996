import type { SeedRecord } from '../../model.js';
import { appointment, encounter } from '../../records/encounter.js';
import { restricted, veryRestricted } from '../../records/labels.js';
import { snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

const CHECK_UP = snomed('185349003', 'Encounter for check up');
const FOR_SYMPTOM = snomed('185345009', 'Encounter for symptom');
const ADMISSION = snomed('32485007', 'Hospital admission');
const DIABETES = snomed('44054006', 'Diabetes mellitus type 2');

/** Days ago of the visits to the diabetes clinic of the public hospital. */
export const CLINIC_DAYS: readonly number[] = [20, 200, 380, 560, 740, 920, 1280, 1460, 1640, 1820];

/** Encounters and appointments of Chan Tai Man. The one abroad comes with its grant. */
export function visits({ calendar, boundary, about }: Scene): readonly SeedRecord[] {
  const { at, inDays } = calendar;
  const clinic = CLINIC_DAYS.map((days) =>
    encounter(about(`visit/clinic-${days}`, AUTHORS.wong), {
      class: 'AMB',
      type: CHECK_UP,
      start: at(days, '09:30'),
      end: at(days, '10:00'),
      reason: DIABETES,
    }),
  );
  const booked = (name: string, days: number, status: 'fulfilled' | 'noshow') =>
    appointment(about(`appointment/${name}`, AUTHORS.wong), {
      start: at(days, '09:30'),
      end: at(days, '10:00'),
      service: CHECK_UP,
      status,
    });
  return [
    ...clinic,
    encounter(about('visit/cold', AUTHORS.lee), {
      class: 'AMB',
      type: FOR_SYMPTOM,
      start: at(70, '18:00'),
      end: at(70, '18:15'),
    }),
    encounter(about('visit/pneumonia', AUTHORS.hung), {
      class: 'IMP',
      type: ADMISSION,
      start: at(500, '20:40'),
      end: at(494, '11:00'),
    }),
    encounter(about('visit/psychiatry', AUTHORS.yuen, { security: restricted('PSY') }), {
      class: 'AMB',
      type: CHECK_UP,
      start: at(100, '14:00'),
      end: at(100, '14:45'),
    }),
    encounter(about('visit/psychiatry-first', AUTHORS.yuen, { security: restricted('PSY') }), {
      class: 'AMB',
      type: FOR_SYMPTOM,
      start: at(1500, '14:00'),
      end: at(1500, '15:00'),
    }),
    encounter(about('visit/special-clinic', AUTHORS.shum, { security: veryRestricted('HIV') }), {
      class: 'AMB',
      type: CHECK_UP,
      start: at(120, '16:00'),
      end: at(120, '16:30'),
    }),
    encounter(about('visit/first-moment', AUTHORS.tse), {
      class: 'EMER',
      type: FOR_SYMPTOM,
      start: boundary.firstMoment,
      end: `${boundary.firstDay}T02:00:00+08:00`,
    }),
    encounter(about('visit/last-second', AUTHORS.tse), {
      class: 'EMER',
      type: FOR_SYMPTOM,
      start: boundary.lastSecondOutside,
      end: boundary.firstMoment,
    }),
    booked('past', 20, 'fulfilled'),
    booked('missed', 300, 'noshow'),
    booked('long-past', 1460, 'fulfilled'),
    appointment(about('appointment/next', AUTHORS.wong), {
      start: `${inDays(160)}T09:30:00+08:00`,
      end: `${inDays(160)}T10:00:00+08:00`,
      service: CHECK_UP,
      status: 'booked',
    }),
    appointment(about('appointment/psychiatry', AUTHORS.yuen, { security: restricted('PSY') }), {
      start: `${inDays(30)}T14:00:00+08:00`,
      end: `${inDays(30)}T14:45:00+08:00`,
      service: CHECK_UP,
      status: 'booked',
    }),
  ];
}
