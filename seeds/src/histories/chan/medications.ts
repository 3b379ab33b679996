import type { SeedRecord } from '../../model.js';
import { restricted, veryRestricted } from '../../records/labels.js';
import { medicationDispense, medicationRequest } from '../../records/medication.js';
import { recordId } from '../../records/record.js';
import { atc, local } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';
import { CLINIC_DAYS } from './visits.js';

const METFORMIN = atc('A10BA02', 'metformin');
const ESCITALOPRAM = atc('N06AB10', 'escitalopram');
const LAMIVUDINE = atc('J05AF05', 'lamivudine');

/** Prescriptions of Chan Tai Man, and what was dispensed on them. */
export function medications(scene: Scene): readonly SeedRecord[] {
  return [...prescriptions(scene), ...sensitivePrescriptions(scene), ...dispensings(scene)];
}

function prescriptions({ calendar, boundary, about }: Scene): readonly SeedRecord[] {
  const { at, daysAgo } = calendar;
  const metformin = CLINIC_DAYS.map((days) =>
    medicationRequest(
      about(`medication/metformin-${days}`, AUTHORS.wong, { encounter: `visit/clinic-${days}` }),
      {
        medicine: METFORMIN,
        authored: at(days, '09:55'),
        dosage: '500 mg twice a day with meals',
        status: days === CLINIC_DAYS[0] ? 'active' : 'completed',
      },
    ),
  );
  return [
    ...metformin,
    medicationRequest(
      about('medication/amlodipine', AUTHORS.wong, { encounter: 'visit/clinic-20' }),
      {
        medicine: atc('C08CA01', 'amlodipine'),
        authored: daysAgo(20),
        dosage: '5 mg once a day',
      },
    ),
    medicationRequest(about('medication/hydrochlorothiazide', AUTHORS.lee), {
      medicine: atc('C03AA03', 'hydrochlorothiazide'),
      authored: daysAgo(1300),
      dosage: '25 mg in the morning',
      status: 'stopped',
    }),
    medicationRequest(about('medication/atorvastatin', AUTHORS.tse), {
      medicine: atc('C10AA05', 'atorvastatin'),
      authored: boundary.firstDay,
      dosage: '20 mg at night',
    }),
    medicationRequest(about('medication/simvastatin', AUTHORS.tse), {
      medicine: atc('C10AA01', 'simvastatin'),
      authored: boundary.lastDayOutside,
      dosage: '20 mg at night',
      status: 'stopped',
    }),
    medicationRequest(about('medication/paracetamol', AUTHORS.lee), {
      medicine: atc('N02BE01', 'paracetamol'),
      authored: undefined,
      dosage: '500 mg when needed',
    }),
  ];
}

function sensitivePrescriptions({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  return [
    medicationRequest(
      about('medication/escitalopram', AUTHORS.yuen, {
        encounter: 'visit/psychiatry',
        security: restricted('PSY'),
      }),
      { medicine: ESCITALOPRAM, authored: at(100, '14:40'), dosage: '10 mg in the morning' },
    ),
    medicationRequest(about('medication/house-code', AUTHORS.lee), {
      medicine: local('MED-1108', 'Mixture no. 8'),
      authored: at(90, '18:10'),
      dosage: '10 mL three times a day',
      status: 'completed',
    }),
    medicationRequest(
      about('medication/sertraline', AUTHORS.yuen, {
        encounter: 'visit/psychiatry-first',
        security: restricted('PSY'),
      }),
      {
        medicine: atc('N06AB06', 'sertraline'),
        authored: at(1500, '14:50'),
        dosage: '50 mg in the morning',
        status: 'stopped',
      },
    ),
    medicationRequest(
      about('medication/lamivudine', AUTHORS.shum, {
        encounter: 'visit/special-clinic',
        security: veryRestricted('HIV'),
      }),
      { medicine: LAMIVUDINE, authored: at(120, '16:25'), dosage: '300 mg once a day' },
    ),
    medicationRequest(
      about('medication/efavirenz', AUTHORS.shum, { security: veryRestricted('HIV') }),
      {
        medicine: atc('J05AG03', 'efavirenz'),
        authored: at(1400, '16:25'),
        dosage: '600 mg at night',
        status: 'stopped',
      },
    ),
  ];
}

function dispensings({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  const request = (name: string): string => recordId('chan-tai-man', `medication/${name}`);
  const metformin = [20, 200, 380, 1280].map((days) =>
    medicationDispense(about(`dispensing/metformin-${days}`, AUTHORS.pharmacist), {
      medicine: METFORMIN,
      handedOver: at(days - 1, '12:30'),
      request: request(`metformin-${days}`),
    }),
  );
  return [
    ...metformin,
    medicationDispense(
      about('dispensing/escitalopram', AUTHORS.yuen, { security: restricted('PSY') }),
      {
        medicine: ESCITALOPRAM,
        handedOver: at(100, '15:30'),
        request: request('escitalopram'),
      },
    ),
    medicationDispense(
      about('dispensing/lamivudine', AUTHORS.shum, { security: veryRestricted('HIV') }),
      { medicine: LAMIVUDINE, handedOver: at(120, '17:05'), request: request('lamivudine') },
    ),
  ];
}
