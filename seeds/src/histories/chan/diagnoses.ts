import type { SeedRecord } from '../../model.js';
import { condition } from '../../records/condition.js';
import { restricted, veryRestricted } from '../../records/labels.js';
import { coding, concept, local, snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

/** Diagnoses of Chan Tai Man. */
export function diagnoses(scene: Scene): readonly SeedRecord[] {
  return [...normal(scene), ...sensitive(scene)];
}

function normal({ calendar, boundary, about, yearOf }: Scene): readonly SeedRecord[] {
  const { at, daysAgo } = calendar;
  return [
    condition(about('diagnosis/diabetes', AUTHORS.wong), {
      of: concept(
        coding('snomed', '44054006', 'Diabetes mellitus type 2'),
        coding('icd10', 'E11.9', 'Type 2 diabetes mellitus without complications'),
      ),
      recorded: at(2500, '10:00'),
      category: 'problem-list-item',
    }),
    condition(about('diagnosis/hypertension', AUTHORS.wong), {
      of: concept(
        coding('snomed', '38341003', 'Hypertensive disorder'),
        coding('icd10', 'I10', 'Essential (primary) hypertension'),
      ),
      recorded: daysAgo(2000),
      category: 'problem-list-item',
    }),
    condition(about('diagnosis/hyperlipidaemia', AUTHORS.tse), {
      of: concept(
        coding('snomed', '55822004', 'Hyperlipidemia'),
        coding('icd10', 'E78.5', 'Hyperlipidaemia, unspecified'),
      ),
      recorded: daysAgo(900),
      category: 'problem-list-item',
    }),
    condition(about('diagnosis/knee', AUTHORS.wong), {
      of: snomed('239873007', 'Osteoarthritis of knee'),
      recorded: daysAgo(600),
    }),
    condition(about('diagnosis/back-pain', AUTHORS.wong, { encounter: 'visit/clinic-200' }), {
      of: snomed('279039007', 'Low back pain'),
      recorded: at(200, '09:50'),
      status: 'resolved',
    }),
    condition(about('diagnosis/cold', AUTHORS.lee, { encounter: 'visit/cold' }), {
      of: concept(
        coding('snomed', '54150009', 'Upper respiratory infection'),
        coding('icd10', 'J06.9', 'Acute upper respiratory infection, unspecified'),
      ),
      recorded: at(70, '18:10'),
      status: 'resolved',
    }),
    condition(about('diagnosis/gout', AUTHORS.tse), {
      of: snomed('90560007', 'Gout'),
      recorded: boundary.firstDay,
    }),
    condition(about('diagnosis/reflux', AUTHORS.tse), {
      of: snomed('235595009', 'Gastroesophageal reflux disease'),
      recorded: boundary.lastDayOutside,
    }),
    condition(about('diagnosis/asthma', AUTHORS.lee), {
      of: snomed('195967001', 'Asthma'),
      recorded: yearOf(5),
      status: 'remission',
    }),
    condition(about('diagnosis/rhinitis', AUTHORS.lee), {
      of: snomed('61582004', 'Allergic rhinitis'),
    }),
    condition(about('diagnosis/cataract', AUTHORS.hung), {
      of: snomed('193570009', 'Cataract'),
      onset: daysAgo(800),
    }),
  ];
}

function sensitive({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  return [
    condition(
      about('diagnosis/depression', AUTHORS.yuen, {
        encounter: 'visit/psychiatry',
        security: restricted('PSY'),
      }),
      { of: snomed('35489007', 'Depressive disorder'), recorded: at(100, '14:40') },
    ),
    condition(about('diagnosis/house-code', AUTHORS.lee), {
      of: local('DX-0021', 'Complaint no. 21'),
      recorded: at(80, '18:30'),
    }),
    condition(
      about('diagnosis/alcohol', AUTHORS.yuen, {
        encounter: 'visit/psychiatry-first',
        security: restricted('ETHUD'),
      }),
      {
        of: snomed('66590003', 'Alcohol dependence'),
        recorded: at(1500, '14:45'),
        status: 'remission',
      },
    ),
    condition(
      about('diagnosis/hiv', AUTHORS.shum, {
        encounter: 'visit/special-clinic',
        security: veryRestricted('HIV'),
      }),
      {
        of: snomed('86406008', 'Human immunodeficiency virus infection'),
        recorded: at(120, '16:20'),
      },
    ),
    condition(about('diagnosis/violence', AUTHORS.yuen, { security: veryRestricted('SDV') }), {
      of: snomed('47505003', 'Posttraumatic stress disorder'),
      recorded: at(1600, '15:00'),
      status: 'remission',
    }),
  ];
}
