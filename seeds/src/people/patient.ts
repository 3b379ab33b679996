import { idOf, inventedHkid, inventedResidencePermit } from '../identifiers.js';
import type { SeedPatient } from '../model.js';
import { randomOf } from '../random.js';

const DISTRICTS = [
  'Central and Western',
  'Eastern',
  'Islands',
  'Kowloon City',
  'Kwai Tsing',
  'Kwun Tong',
  'North',
  'Sai Kung',
  'Sha Tin',
  'Sham Shui Po',
  'Southern',
  'Tai Po',
  'Tsuen Wan',
  'Tuen Mun',
  'Wan Chai',
  'Wong Tai Sin',
  'Yau Tsim Mong',
  'Yuen Long',
];

const ESTATES = [
  'Kapok Garden',
  'Egret Court',
  'Lantern Mansions',
  'Seven Steps Estate',
  'Junk Bay Terrace',
];

type Said = 'slug' | 'name' | 'gender' | 'birthDate' | 'joining';

/** What has to be said of a patient; the rest follows from the serial number and the slug. */
export type PatientSketch = Pick<SeedPatient, Said> &
  Partial<Omit<SeedPatient, Said>> & {
    /** Numbers of cards and records are made from it. */
    readonly serial: number;
  };

/** A patient from a sketch: capable and living unless the sketch says otherwise. */
export function patientOf({ serial, ...sketch }: PatientSketch): SeedPatient {
  const random = randomOf(`patient/${sketch.slug}`);
  const flat = `Flat ${random.between(1, 38)}${random.pick(['A', 'B', 'C', 'D', 'E'])}`;
  return {
    id: idOf(`patient/${sketch.slug}`),
    deceased: null,
    hkid: inventedHkid(serial),
    patientNumber: `9${String(serial).padStart(11, '0')}`,
    residencePermit: random.chance(0.3) ? inventedResidencePermit(sketch.birthDate) : null,
    address: {
      line: `${flat}, Block ${random.between(1, 9)}, ${random.pick(ESTATES)}`,
      district: random.pick(DISTRICTS),
    },
    // Numbers that begin with 0 are not issued in Hong Kong.
    phone: `+852 0${String(serial).padStart(7, '0')}`,
    email: random.chance(0.6) ? `${sketch.slug}@invented.example` : null,
    preferredLanguage: random.pick(['zh-Hant-HK', 'zh-Hant-HK', 'zh-Hant-HK', 'zh-Hans-CN', 'en']),
    notificationPreference: {
      channel: random.pick(['APP', 'APP', 'SMS', 'EMAIL', 'POST']),
      refusesAccessNotices: random.chance(0.1),
    },
    incapable: false,
    isTest: false,
    generalPractitioner: null,
    ...sketch,
  };
}
