import type { SeedRecord } from '../../model.js';
import { birthRecord, clinicalNote, medicalCertificate } from '../../records/document.js';
import { NORMAL, restricted, veryRestricted } from '../../records/labels.js';
import { birthObservation } from '../../records/observation.js';
import { loinc } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

/** Notes, certificates and the birth record of Chan Tai Man. */
export function documents(scene: Scene): readonly SeedRecord[] {
  return [...notes(scene), ...births(scene), ...certificates(scene)];
}

function notes({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  return [
    clinicalNote(
      about('note/clinic', AUTHORS.wong, { encounter: 'visit/clinic-20', security: NORMAL }),
      'progress',
      {
        title: 'Diabetes clinic',
        text: 'HbA1c 6.9 %. Continue metformin and amlodipine. Review in six months.',
        date: at(20, '10:00'),
      },
    ),
    clinicalNote(
      about('note/pneumonia', AUTHORS.hung, { encounter: 'visit/pneumonia', security: NORMAL }),
      'discharge',
      {
        title: 'Discharge summary',
        text: 'Community-acquired pneumonia, right lower lobe. Recovered on antibiotics.',
        date: at(494, '11:30'),
      },
    ),
    clinicalNote(about('note/first', AUTHORS.lee, { security: NORMAL }), 'consultation', {
      title: 'First consultation',
      text: 'Thirst and weight loss for two months. Referred to Lion Rock Hospital.',
      date: at(2510, '18:00'),
    }),
    // Words that nobody has labelled are unclassified.
    clinicalNote(about('note/unlabelled', AUTHORS.lee), 'summary', {
      title: 'Summary for the family',
      text: 'Has been well. Walks every day.',
      date: at(65, '19:00'),
    }),
    clinicalNote(
      about('note/psychiatry', AUTHORS.yuen, {
        encounter: 'visit/psychiatry',
        security: restricted('PSY'),
      }),
      'consultation',
      {
        title: 'Psychiatric consultation',
        text: 'Mood improved. Continue escitalopram.',
        date: at(100, '14:45'),
      },
    ),
    clinicalNote(
      about('note/special-clinic', AUTHORS.shum, {
        encounter: 'visit/special-clinic',
        security: veryRestricted('HIV'),
      }),
      'progress',
      {
        title: 'Special clinic',
        text: 'Viral load suppressed. Continue treatment.',
        date: at(120, '16:30'),
      },
    ),
  ];
}

function births({ about }: Scene): readonly SeedRecord[] {
  return [
    birthRecord(about('birth/delivery', AUTHORS.midwife, { security: NORMAL }), {
      title: 'Birth record',
      text: 'Born at term. Transcribed from paper.',
      date: '1961-04-18T05:30:00+08:00',
    }),
    birthObservation(
      about('birth/weight', AUTHORS.midwife),
      loinc('8339-4', 'Birth weight Measured'),
      { value: 3.1, unit: 'kg' },
      '1961-04-18',
    ),
  ];
}

function certificates({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  const leave = (name: string, days: number, text: string): SeedRecord =>
    medicalCertificate(about(`certificate/${name}`, AUTHORS.lee, { security: NORMAL }), {
      title: 'Sick leave',
      text,
      date: at(days, '18:14'),
    });
  return [
    leave('cold', 70, 'Unfit for work for two days.'),
    leave('back', 1900, 'Unfit for work for three days.'),
  ];
}
