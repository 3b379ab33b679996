import type { SeedRecord } from '../../model.js';
import { allergy } from '../../records/allergy.js';
import { restricted, veryRestricted } from '../../records/labels.js';
import { local, snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

const RASH = snomed('271807003', 'Eruption of skin');
const ANAPHYLAXIS = snomed('39579001', 'Anaphylaxis');

/** Allergies and adverse drug reactions of Chan Tai Man. */
export function allergies(scene: Scene): readonly SeedRecord[] {
  return [...normal(scene), ...sensitive(scene)];
}

function normal({ calendar, boundary, about, yearOf, lastMonth }: Scene): readonly SeedRecord[] {
  const { daysAgo, at } = calendar;
  return [
    allergy(about('allergy/penicillin', AUTHORS.wong), {
      to: snomed('91936005', 'Allergy to penicillin'),
      kind: 'medication',
      severity: 'high',
      recorded: at(400, '10:15'),
      reaction: ANAPHYLAXIS,
    }),
    allergy(about('allergy/ibuprofen', AUTHORS.pharmacist), {
      to: snomed('387207008', 'Ibuprofen'),
      kind: 'medication',
      severity: 'low',
      recorded: daysAgo(150),
      reaction: RASH,
    }),
    allergy(about('allergy/shellfish', AUTHORS.tse), {
      to: snomed('300913006', 'Allergy to shellfish'),
      kind: 'food',
      recorded: boundary.firstDay,
    }),
    allergy(about('allergy/latex', AUTHORS.tse), {
      to: snomed('300916003', 'Allergy to latex'),
      kind: 'environment',
      recorded: boundary.firstMoment,
    }),
    allergy(about('allergy/peanut', AUTHORS.tse), {
      to: snomed('91935009', 'Allergy to peanut'),
      kind: 'food',
      recorded: boundary.lastDayOutside,
    }),
    allergy(about('allergy/dust-mite', AUTHORS.tse), {
      to: snomed('232350006', 'House dust mite allergy'),
      kind: 'environment',
      recorded: boundary.lastSecondOutside,
    }),
    allergy(about('allergy/aspirin', AUTHORS.lee), {
      to: snomed('293586001', 'Allergy to aspirin'),
      kind: 'medication',
      recorded: daysAgo(2200),
    }),
    allergy(about('allergy/grass', AUTHORS.lee), {
      to: snomed('418689008', 'Allergy to grass pollen'),
      kind: 'environment',
      recorded: yearOf(4),
    }),
    allergy(about('allergy/egg', AUTHORS.lee), {
      to: snomed('91930004', 'Allergy to eggs'),
      kind: 'food',
      recorded: lastMonth,
    }),
    // Nobody wrote down when: visible at home, never abroad.
    allergy(about('allergy/mould', AUTHORS.lee), {
      to: snomed('419474003', 'Allergy to mould'),
      kind: 'environment',
    }),
    allergy(about('allergy/fish', AUTHORS.lee), {
      to: snomed('417532002', 'Allergy to fish'),
      kind: 'food',
      onset: daysAgo(730),
    }),
    // Its date is that of the encounter.
    allergy(about('allergy/dairy', AUTHORS.hung, { encounter: 'visit/pneumonia' }), {
      to: snomed('425525006', 'Allergy to dairy product'),
      kind: 'food',
    }),
  ];
}

function sensitive({ calendar: { daysAgo }, about }: Scene): readonly SeedRecord[] {
  return [
    allergy(about('allergy/abacavir', AUTHORS.shum, { security: restricted('HIV') }), {
      to: snomed('387005008', 'Abacavir'),
      kind: 'medication',
      severity: 'high',
      recorded: daysAgo(300),
      reaction: RASH,
    }),
    // A code that nobody else can read is unclassified, which counts as restricted.
    allergy(about('allergy/house-code', AUTHORS.lee), {
      to: local('ALG-0417', 'Lotion no. 4'),
      kind: 'medication',
      recorded: daysAgo(250),
    }),
    allergy(about('allergy/disulfiram', AUTHORS.yuen, { security: restricted('ETHUD') }), {
      to: snomed('387212009', 'Disulfiram'),
      kind: 'medication',
      recorded: daysAgo(1500),
    }),
    allergy(about('allergy/nevirapine', AUTHORS.shum, { security: veryRestricted('HIV') }), {
      to: snomed('386898005', 'Nevirapine'),
      kind: 'medication',
      severity: 'high',
      recorded: daysAgo(280),
      reaction: RASH,
    }),
    allergy(about('allergy/efavirenz', AUTHORS.shum, { security: veryRestricted('HIV') }), {
      to: snomed('387001004', 'Efavirenz'),
      kind: 'medication',
      recorded: daysAgo(1480),
    }),
  ];
}
