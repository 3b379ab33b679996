import { HARBOUR_BEND_HOSPITAL, LION_ROCK_HOSPITAL } from '../../ids.js';
import type { SeedRecord } from '../../model.js';
import { chineseMedicineCondition } from '../../records/condition.js';
import { birthRecord, clinicalNote, medicalCertificate } from '../../records/document.js';
import { immunization } from '../../records/immunization.js';
import { NORMAL, restricted, veryRestricted } from '../../records/labels.js';
import { chineseMedicineRequest } from '../../records/medication.js';
import { birthObservation, observation } from '../../records/observation.js';
import { procedure } from '../../records/procedure.js';
import { referral } from '../../records/referral.js';
import { otherReport } from '../../records/report.js';
import type { Concept } from '../../records/terminology.js';
import { cvx, loinc, snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';
import { CLINIC_DAYS } from './visits.js';

/** What Chan Tai Man's record holds beside allergies, diagnoses, medicines, laboratory and imaging. */
export function otherRecords(scene: Scene): readonly SeedRecord[] {
  return [
    ...procedures(scene),
    ...notes(scene),
    ...births(scene),
    ...vaccinations(scene),
    ...investigations(scene),
    ...referrals(scene),
    ...measurements(scene),
    ...certificates(scene),
    ...chineseMedicine(scene),
  ];
}

function procedures({ calendar: { daysAgo }, about }: Scene): readonly SeedRecord[] {
  return [
    procedure(
      about('procedure/physiotherapy', AUTHORS.physiotherapist),
      snomed('91251008', 'Physical therapy procedure'),
      daysAgo(180),
    ),
    procedure(
      about('procedure/colonoscopy', AUTHORS.hung),
      snomed('73761001', 'Colonoscopy'),
      daysAgo(420),
    ),
    procedure(
      about('procedure/cataract', AUTHORS.hung),
      snomed('54885007', 'Extraction of cataract'),
      daysAgo(700),
    ),
    procedure(
      about('procedure/appendix', AUTHORS.wong),
      snomed('80146002', 'Appendectomy'),
      daysAgo(2600),
    ),
    procedure(
      about('procedure/undated', AUTHORS.lee),
      snomed('127783003', 'Spirometry'),
      undefined,
    ),
    procedure(
      about('procedure/therapy', AUTHORS.yuen, { security: restricted('PSY') }),
      snomed('228557008', 'Cognitive and behavioral therapy'),
      daysAgo(95),
    ),
  ];
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

function vaccinations({ calendar: { daysAgo }, about }: Scene): readonly SeedRecord[] {
  const influenza = cvx('140', 'Influenza, seasonal, injectable, preservative free');
  const covid = cvx('208', 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose');
  const given = (name: string, vaccine: Concept, days: number): SeedRecord =>
    immunization(about(`vaccine/${name}-${days}`, AUTHORS.tse), vaccine, daysAgo(days));
  return [
    ...[40, 405, 770, 1135, 1500, 1865].map((days) => given('influenza', influenza, days)),
    ...[1210, 1238].map((days) => given('covid', covid, days)),
    given('pneumococcal', cvx('33', 'pneumococcal polysaccharide vaccine, 23 valent'), 310),
  ];
}

function investigations({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  const ecg = loinc('34534-8', '12 lead EKG panel');
  return [
    otherReport(
      about('investigation/ecg-150', AUTHORS.wong, { security: NORMAL }),
      'EC',
      ecg,
      at(150, '11:40'),
      'Sinus rhythm.',
    ),
    otherReport(
      about('investigation/ecg-1500', AUTHORS.wong, { security: NORMAL }),
      'EC',
      ecg,
      at(1495, '09:00'),
      'Sinus tachycardia.',
    ),
    otherReport(
      about('investigation/spirometry', AUTHORS.hung, { security: NORMAL }),
      'PF',
      loinc('18759-1', 'Spirometry study'),
      at(480, '10:00'),
      'Mild obstruction.',
    ),
    otherReport(
      about('investigation/echo', AUTHORS.shum, { security: restricted('HIV') }),
      'CUS',
      loinc('34552-0', 'Cardiac 2D echo panel'),
      at(122, '10:00'),
      'Normal function.',
    ),
  ];
}

function referrals({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  const service = snomed('11429006', 'Consultation');
  return [
    referral(
      about('referral/hospital', AUTHORS.lee),
      service,
      at(2510, '18:05'),
      LION_ROCK_HOSPITAL,
      snomed('44054006', 'Diabetes mellitus type 2'),
    ),
    referral(
      about('referral/knee', AUTHORS.tse),
      service,
      at(610, '11:00'),
      LION_ROCK_HOSPITAL,
      snomed('239873007', 'Osteoarthritis of knee'),
    ),
    referral(
      about('referral/psychiatry', AUTHORS.tse, { security: restricted('PSY') }),
      service,
      at(190, '09:58'),
      HARBOUR_BEND_HOSPITAL,
      snomed('35489007', 'Depressive disorder'),
    ),
  ];
}

function measurements({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
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

/** Codes of Chinese medicine belong to no system that is classified: its sources have to say that they are normal. */
function chineseMedicine({ calendar: { at, daysAgo }, about }: Scene): readonly SeedRecord[] {
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
