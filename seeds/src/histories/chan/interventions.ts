import { HARBOUR_BEND_HOSPITAL, LION_ROCK_HOSPITAL } from '../../ids.js';
import type { SeedRecord } from '../../model.js';
import { immunization } from '../../records/immunization.js';
import { NORMAL, restricted } from '../../records/labels.js';
import { procedure } from '../../records/procedure.js';
import { referral } from '../../records/referral.js';
import { otherReport } from '../../records/report.js';
import type { Concept } from '../../records/terminology.js';
import { cvx, loinc, snomed } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

/** Procedures, vaccinations, investigations and referrals of Chan Tai Man. */
export function interventions(scene: Scene): readonly SeedRecord[] {
  return [procedures, vaccinations, investigations, referrals].flatMap((part) => part(scene));
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
