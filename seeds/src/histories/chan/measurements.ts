import type { SeedRecord } from '../../model.js';
import { restricted } from '../../records/labels.js';
import { observation } from '../../records/observation.js';
import { loinc, snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';
import { CLINIC_DAYS } from './visits.js';

/** Vital signs and way of living of Chan Tai Man. */
export function measurements({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  const pressures = CLINIC_DAYS.map((days, position) =>
    observation(
      about(`vital/pressure-${days}`, AUTHORS.nurse, { encounter: `visit/clinic-${days}` }),
      'vital-signs',
      loinc('85354-9', 'Blood pressure panel with all children optional'),
      {
        components: [
          [
            loinc('8480-6', 'Systolic blood pressure'),
            { value: 128 + ((position * 7) % 19), unit: 'mm[Hg]' },
          ],
          [
            loinc('8462-4', 'Diastolic blood pressure'),
            { value: 76 + ((position * 5) % 13), unit: 'mm[Hg]' },
          ],
        ],
      },
      at(days, '09:20'),
    ),
  );
  const weights = CLINIC_DAYS.map((days, position) =>
    observation(
      about(`vital/weight-${days}`, AUTHORS.nurse, { encounter: `visit/clinic-${days}` }),
      'vital-signs',
      loinc('29463-7', 'Body weight'),
      { value: 71 + position, unit: 'kg' },
      at(days, '09:22'),
    ),
  );
  return [
    ...pressures,
    ...weights,
    observation(
      about('lifestyle/smoking', AUTHORS.nurse),
      'social-history',
      loinc('72166-2', 'Tobacco smoking status'),
      { concept: snomed('8517006', 'Ex-smoker') },
      at(200, '09:25'),
    ),
    observation(
      about('lifestyle/alcohol', AUTHORS.yuen, { security: restricted('ETHUD') }),
      'social-history',
      loinc('74013-4', 'Alcoholic drinks per drinking day'),
      { value: 2, unit: '{drinks}' },
      at(100, '14:15'),
    ),
  ];
}
