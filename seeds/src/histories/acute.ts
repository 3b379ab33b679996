import type { SeedRecord } from '../model.js';
import { condition } from '../records/condition.js';
import { medicalCertificate } from '../records/document.js';
import { encounter } from '../records/encounter.js';
import { NORMAL } from '../records/labels.js';
import { medicationRequest } from '../records/medication.js';
import { atc, coding, concept, snomed } from '../records/terminology.js';
import type { Concept } from '../records/terminology.js';
import type { Chart } from './chart.js';
import { aboutIn, daysThrough } from './chart.js';

const FOR_SYMPTOM = snomed('185345009', 'Encounter for symptom');

const EPISODES: readonly (readonly [diagnosis: Concept, medicine: Concept, dosage: string])[] = [
  [
    concept(
      coding('snomed', '54150009', 'Upper respiratory infection'),
      coding('icd10', 'J06.9', 'Acute upper respiratory infection, unspecified'),
    ),
    atc('N02BE01', 'paracetamol'),
    '500 mg when needed',
  ],
  [snomed('10509002', 'Acute bronchitis'), atc('J01FA10', 'azithromycin'), '500 mg for three days'],
  [snomed('279039007', 'Low back pain'), atc('M01AE01', 'ibuprofen'), '400 mg with food'],
  [snomed('24079001', 'Atopic dermatitis'), atc('R06AX13', 'loratadine'), '10 mg once a day'],
  [
    snomed('68566005', 'Urinary tract infectious disease'),
    atc('J01CA04', 'amoxicillin'),
    '500 mg three times a day',
  ],
  [
    snomed('235595009', 'Gastroesophageal reflux disease'),
    atc('A02BC01', 'omeprazole'),
    '20 mg before breakfast',
  ],
];

/** Illnesses that come and go, about one a year. */
export function acuteEpisodes(chart: Chart): readonly SeedRecord[] {
  const { calendar, random, familyDoctor } = chart;
  return daysThrough(chart, 340).flatMap((day, number) => {
    const stem = `acute/${String(number)}`;
    const [diagnosis, medicine, dosage] = random.pick(EPISODES);
    const about = (part: string) =>
      aboutIn(chart, `${stem}/${part}`, familyDoctor, { encounter: `${stem}/visit` });
    const leave = random.between(1, 4);
    return [
      encounter(aboutIn(chart, `${stem}/visit`, familyDoctor), {
        class: 'AMB',
        type: FOR_SYMPTOM,
        start: calendar.at(day, '17:30'),
        end: calendar.at(day, '17:45'),
      }),
      condition(about('diagnosis'), {
        of: diagnosis,
        recorded: calendar.at(day, '17:40'),
        status: 'resolved',
      }),
      medicationRequest(about('prescription'), {
        medicine,
        authored: calendar.at(day, '17:42'),
        dosage,
        status: 'completed',
      }),
      ...(random.chance(0.5)
        ? [
            medicalCertificate(
              aboutIn(chart, `${stem}/certificate`, familyDoctor, {
                encounter: `${stem}/visit`,
                security: NORMAL,
              }),
              {
                title: 'Sick leave',
                text: `Unfit for work or school for ${String(leave)} day(s).`,
                date: calendar.at(day, '17:44'),
              },
            ),
          ]
        : []),
    ];
  });
}
