import type { SeedRecord } from '../../model.js';
import { restricted, veryRestricted } from '../../records/labels.js';
import type { Finding } from '../../records/observation.js';
import type { Result } from '../../records/report.js';
import { PANELS, laboratoryReport } from '../../records/report.js';
import { local, loinc, snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

const HBA1C = loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood');
const CREATININE = loinc('14682-9', 'Creatinine [Moles/volume] in Serum or Plasma');
const POTASSIUM = loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma');
const HAEMOGLOBIN = loinc('718-7', 'Hemoglobin [Mass/volume] in Blood');
const LEUKOCYTES = loinc('6690-2', 'Leukocytes [#/volume] in Blood by Automated count');

/** Days ago and per cent. */
const HBA1C_SERIES: readonly (readonly [days: number, value: number])[] = [
  [21, 6.9],
  [111, 7.0],
  [201, 7.1],
  [291, 7.1],
  [381, 7.3],
  [561, 7.4],
  [741, 7.2],
  [921, 7.5],
  [1281, 7.8],
  [1461, 7.7],
  [1641, 8.0],
  [1821, 8.1],
  [2001, 7.9],
  [2181, 8.4],
  [2361, 8.8],
  [2541, 9.2],
];

/** Laboratory reports of Chan Tai Man and their results. */
export function laboratory(scene: Scene): readonly SeedRecord[] {
  return [...series(scene), ...panels(scene), ...atTheBoundary(scene), ...sensitive(scene)].flat();
}

type Reports = readonly (readonly SeedRecord[])[];

function series({ calendar: { at }, about }: Scene): Reports {
  return HBA1C_SERIES.map(([days, value]) =>
    laboratoryReport(about(`lab/hba1c-${days}`, AUTHORS.wong), HBA1C, at(days, '08:20'), [
      { code: HBA1C, finding: { value, unit: '%' } },
    ]),
  );
}

function panels({ calendar: { at, daysAgo }, about }: Scene): Reports {
  const lipids = (ldl: number): readonly Result[] => [
    mmol('14647-2', 'Cholesterol [Moles/volume] in Serum or Plasma', ldl + 2),
    mmol('14646-4', 'Cholesterol in HDL [Moles/volume] in Serum or Plasma', 1.2),
    mmol('22748-8', 'Cholesterol in LDL [Moles/volume] in Serum or Plasma', ldl),
    mmol('14927-8', 'Triglyceride [Moles/volume] in Serum or Plasma', 1.7),
  ];
  return [
    laboratoryReport(
      about('lab/lipids-30', AUTHORS.wong),
      PANELS.lipids,
      at(30, '08:20'),
      lipids(2.1),
    ),
    laboratoryReport(
      about('lab/lipids-400', AUTHORS.wong),
      PANELS.lipids,
      daysAgo(400),
      lipids(2.6),
    ),
    laboratoryReport(
      about('lab/lipids-1300', AUTHORS.lee),
      PANELS.lipids,
      daysAgo(1300),
      lipids(3.9),
    ),
    // Nobody wrote down when the blood was taken.
    laboratoryReport(
      about('lab/blood-count', AUTHORS.lee),
      PANELS.bloodCount,
      undefined,
      BLOOD_COUNT,
    ),
    // One result is more delicate than the report that it belongs to.
    laboratoryReport(about('lab/check-up', AUTHORS.lee), PANELS.liver, at(45, '09:10'), [
      {
        code: loinc(
          '1742-6',
          'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
        ),
        finding: { value: 31, unit: 'U/L' },
      },
      {
        code: loinc(
          '1920-8',
          'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
        ),
        finding: { value: 27, unit: 'U/L' },
      },
      {
        code: loinc('5195-3', 'Hepatitis B virus surface Ag [Presence] in Serum'),
        finding: NOT_DETECTED,
        security: restricted('STD'),
      },
    ]),
  ];
}

function atTheBoundary({ boundary, about }: Scene): Reports {
  const renal = (name: string, effective: string): readonly SeedRecord[] =>
    laboratoryReport(about(`lab/${name}`, AUTHORS.tse), PANELS.renal, effective, [
      { code: CREATININE, finding: { value: 88, unit: 'umol/L' } },
      { code: POTASSIUM, finding: { value: 4.2, unit: 'mmol/L' } },
    ]);
  return [
    renal('first-moment', boundary.firstMoment),
    renal('first-moment-in-utc', boundary.firstMomentInUtc),
    renal('last-second', boundary.lastSecondOutside),
  ];
}

function sensitive({ calendar: { at }, about }: Scene): Reports {
  const antibody = loinc('7917-8', 'HIV 1 Ab [Presence] in Serum');
  const viralLoad = loinc(
    '20447-9',
    'HIV 1 RNA [#/volume] (viral load) in Serum or Plasma by NAA with probe detection',
  );
  const ethanol = loinc('5643-2', 'Ethanol [Mass/volume] in Serum or Plasma');
  const house = local('LAB-0032', 'House panel no. 32');
  const copies = (value: number): Finding => ({ value, unit: '{copies}/mL' });
  return [
    laboratoryReport(
      about('lab/hiv-antibody', AUTHORS.laboratory, { security: restricted('HIV') }),
      antibody,
      at(130, '08:50'),
      [{ code: antibody, finding: DETECTED }],
    ),
    laboratoryReport(about('lab/house-code', AUTHORS.laboratory), house, at(60, '08:50'), [
      { code: local('LAB-0032-A', 'House test A'), finding: { value: 12, unit: 'U/L' } },
    ]),
    laboratoryReport(
      about('lab/ethanol', AUTHORS.yuen, { security: restricted('ETHUD') }),
      ethanol,
      at(1500, '14:20'),
      [{ code: ethanol, finding: { value: 140, unit: 'mg/dL' } }],
    ),
    laboratoryReport(
      about('lab/viral-load', AUTHORS.shum, { security: veryRestricted('HIV') }),
      viralLoad,
      at(125, '09:00'),
      [{ code: viralLoad, finding: copies(40) }],
    ),
    laboratoryReport(
      about('lab/viral-load-first', AUTHORS.shum, { security: veryRestricted('HIV') }),
      viralLoad,
      at(1450, '09:00'),
      [{ code: viralLoad, finding: copies(51_000) }],
    ),
  ];
}

const DETECTED: Finding = { concept: snomed('260373001', 'Detected') };
const NOT_DETECTED: Finding = { concept: snomed('260415000', 'Not detected') };

const BLOOD_COUNT: readonly Result[] = [
  { code: HAEMOGLOBIN, finding: { value: 14.1, unit: 'g/dL' } },
  { code: LEUKOCYTES, finding: { value: 6.3, unit: '10*9/L' } },
];

function mmol(code: string, display: string, value: number): Result {
  return {
    code: loinc(code, display),
    finding: { value: Math.round(value * 10) / 10, unit: 'mmol/L' },
  };
}
