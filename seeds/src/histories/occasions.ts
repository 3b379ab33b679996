/** What happens once, or every year, and not to everybody: allergies, vaccinations, investigations, procedures. */
import { LION_ROCK_HOSPITAL } from '../ids.js';
import type { SeedRecord } from '../model.js';
import { allergy } from '../records/allergy.js';
import { chineseMedicineCondition } from '../records/condition.js';
import { imagingStudy } from '../records/imaging.js';
import type { Study } from '../records/imaging.js';
import { immunization } from '../records/immunization.js';
import { NORMAL } from '../records/labels.js';
import { chineseMedicineRequest } from '../records/medication.js';
import { observation } from '../records/observation.js';
import { procedure } from '../records/procedure.js';
import { referral } from '../records/referral.js';
import { otherReport, radiologyReport } from '../records/report.js';
import { cvx, loinc, snomed } from '../records/terminology.js';
import { AUTHORS } from './authors.js';
import type { Chart } from './chart.js';
import { aboutIn, daysThrough } from './chart.js';

/** What happens to a patient now and then. */
export function occasions(chart: Chart): readonly SeedRecord[] {
  return [allergies, vaccinations, pictures, interventions, lifestyle, chineseMedicine].flatMap(
    (part) => part(chart),
  );
}

const ALLERGENS = [
  ['91936005', 'Allergy to penicillin', 'medication'],
  ['293586001', 'Allergy to aspirin', 'medication'],
  ['91935009', 'Allergy to peanut', 'food'],
  ['300913006', 'Allergy to shellfish', 'food'],
  ['91930004', 'Allergy to eggs', 'food'],
  ['232350006', 'House dust mite allergy', 'environment'],
  ['300916003', 'Allergy to latex', 'environment'],
] as const;

function allergies(chart: Chart): readonly SeedRecord[] {
  const { calendar, random, first, last, familyDoctor } = chart;
  const found = ALLERGENS.filter(() => random.chance(0.15));
  if (found.length === 0) {
    // Absence is a statement too, and no allergy.
    return [
      allergy(aboutIn(chart, 'allergy/none', familyDoctor), {
        to: snomed('716186003', 'No known allergy'),
        kind: 'medication',
        recorded: calendar.daysAgo(random.between(last, first)),
        verification: 'unconfirmed',
      }),
    ];
  }
  return found.map(([code, display, kind], position) =>
    allergy(aboutIn(chart, `allergy/${code}`, familyDoctor), {
      to: snomed(code, display),
      kind,
      recorded: calendar.daysAgo(random.between(last, first)),
      ...(position === 1 ? { verification: 'refuted' } : {}),
    }),
  );
}

function vaccinations(chart: Chart): readonly SeedRecord[] {
  const influenza = cvx('140', 'Influenza, seasonal, injectable, preservative free');
  return daysThrough(chart, 365)
    .filter(() => chart.random.chance(0.7))
    .map((day) =>
      immunization(
        aboutIn(chart, `vaccine/influenza-${String(day)}`, chart.familyDoctor),
        influenza,
        chart.calendar.daysAgo(day),
      ),
    );
}

const PICTURES: readonly Omit<Study, 'started'>[] = [
  { modality: 'DX', what: loinc('36643-5', 'XR Chest 2 Views') },
  { modality: 'CT', what: loinc('24627-2', 'CT Chest'), images: 90 },
  { modality: 'CT', what: loinc('24725-4', 'CT Head'), images: 60 },
  { modality: 'MR', what: loinc('24590-2', 'MR Brain'), images: 180 },
  { modality: 'US', what: loinc('24558-9', 'US Abdomen'), images: 12 },
];

function pictures(chart: Chart): readonly SeedRecord[] {
  const { calendar, random, hospital } = chart;
  return daysThrough(chart, 900).flatMap((day) => {
    const started = calendar.at(day, '11:00');
    const sketch = random.pick(PICTURES);
    const about = (part: string) =>
      aboutIn(chart, `${part}/${String(day)}`, hospital, { security: NORMAL });
    const study = imagingStudy(about('imaging'), { ...sketch, started });
    const report = radiologyReport(
      about('radiology'),
      sketch.what,
      started,
      'No acute abnormality.',
      study,
    );
    return [study, report];
  });
}

function interventions(chart: Chart): readonly SeedRecord[] {
  const { calendar, random, familyDoctor, hospital, age } = chart;
  if (age < 18 * 365) return [];
  return daysThrough(chart, 1_200).flatMap((day) => {
    const [code, display] = random.pick([
      ['73761001', 'Colonoscopy'],
      ['54885007', 'Extraction of cataract'],
      ['91251008', 'Physical therapy procedure'],
      ['80146002', 'Appendectomy'],
      ['127783003', 'Spirometry'],
    ] as const);
    const ecg = aboutIn(chart, `ecg/${String(day)}`, hospital, { security: NORMAL });
    return [
      referral(
        aboutIn(chart, `referral/${String(day)}`, familyDoctor),
        snomed('11429006', 'Consultation'),
        calendar.daysAgo(day + 2),
        LION_ROCK_HOSPITAL,
      ),
      otherReport(
        ecg,
        'EC',
        loinc('34534-8', '12 lead EKG panel'),
        calendar.at(day, '09:00'),
        'Sinus rhythm.',
      ),
      procedure(
        aboutIn(chart, `procedure/${String(day)}`, hospital),
        snomed(code, display),
        calendar.daysAgo(day),
      ),
    ];
  });
}

function lifestyle(chart: Chart): readonly SeedRecord[] {
  const { calendar, random, last, age } = chart;
  if (age < 18 * 365) return [];
  const status = random.pick([
    snomed('266919005', 'Never smoked tobacco'),
    snomed('8517006', 'Ex-smoker'),
    snomed('449868002', 'Smokes tobacco daily'),
  ]);
  return [
    observation(
      aboutIn(chart, 'lifestyle/smoking', AUTHORS.nurse),
      'social-history',
      loinc('72166-2', 'Tobacco smoking status'),
      { concept: status },
      calendar.daysAgo(last + 30),
    ),
  ];
}

/** About every third patient also sees a practitioner of Chinese medicine, whose sources label what they write. */
function chineseMedicine(chart: Chart): readonly SeedRecord[] {
  const { calendar, random } = chart;
  if (!random.chance(0.35)) return [];
  return daysThrough(chart, 800).flatMap((day) => {
    const [pattern, remedy] = random.pick([
      ['肝鬱氣滯證', '逍遙散'],
      ['脾氣虛證', '四君子湯'],
      ['腎陰虛證', '六味地黃丸'],
    ] as const);
    const about = (part: string) =>
      aboutIn(chart, `chinese-medicine/${part}-${String(day)}`, AUTHORS.yim, { security: NORMAL });
    return [
      chineseMedicineCondition(about('pattern'), {
        of: { text: pattern },
        recorded: calendar.at(day, '16:00'),
        status: 'resolved',
      }),
      chineseMedicineRequest(about('remedy'), {
        medicine: { text: remedy },
        authored: calendar.at(day, '16:10'),
        dosage: '每日一劑，水煎服',
        status: 'completed',
      }),
    ];
  });
}
