import type { Author, SeedRecord } from '../../model.js';
import { provenance } from '../../records/document.js';
import type { Study } from '../../records/imaging.js';
import { imagingStudy } from '../../records/imaging.js';
import type { Labels } from '../../records/labels.js';
import { NORMAL, restricted, veryRestricted } from '../../records/labels.js';
import { radiologyReport } from '../../records/report.js';
import { coding, concept, local } from '../../records/terminology.js';
import { AUTHORS } from '../authors.js';
import type { Scene } from './scene.js';

const CHEST_XRAY = concept(coding('loinc', '36643-5', 'XR Chest 2 Views'));
const CHEST_CT = concept(coding('loinc', '24627-2', 'CT Chest'));
const BRAIN_MR = concept(coding('loinc', '24590-2', 'MR Brain'));
const HEAD_CT = concept(coding('loinc', '24725-4', 'CT Head'));
const ABDOMEN_US = concept(coding('loinc', '24558-9', 'US Abdomen'));

interface Film {
  readonly name: string;
  readonly author: Author;
  readonly study: Study;
  /** The radiologist's conclusion; without one there is no report. */
  readonly conclusion?: string;
  readonly security?: Labels;
  readonly encounter?: string;
}

/** Imaging studies of Chan Tai Man and the radiologists' reports on them. */
export function imaging(scene: Scene): readonly SeedRecord[] {
  const { about } = scene;
  const pictures = films(scene).flatMap(({ name, author, study, conclusion, ...more }) => {
    const images = imagingStudy(about(`imaging/${name}`, author, more), study);
    if (conclusion === undefined || study.started === undefined) return [images];
    const { what, started } = study;
    const report = about(`radiology/${name}`, author, { security: NORMAL, ...more });
    return [images, radiologyReport(report, what, started, conclusion, images)];
  });
  return [...pictures, ...deposited(scene)];
}

function films({ calendar: { at }, boundary }: Scene): readonly Film[] {
  return [
    {
      name: 'chest',
      author: AUTHORS.wong,
      study: { modality: 'DX', what: CHEST_XRAY, started: at(150, '11:20') },
      conclusion: 'No focal consolidation.',
    },
    {
      name: 'pneumonia',
      author: AUTHORS.hung,
      encounter: 'visit/pneumonia',
      study: { modality: 'CT', what: CHEST_CT, started: at(499, '08:30'), images: 120 },
      conclusion: 'Consolidation of the right lower lobe.',
    },
    {
      name: 'brain',
      author: AUTHORS.wong,
      study: { modality: 'MR', what: BRAIN_MR, started: at(1490, '10:00'), images: 220 },
      conclusion: 'Age-related changes.',
    },
    {
      name: 'first-moment',
      author: AUTHORS.tse,
      study: { modality: 'US', what: ABDOMEN_US, started: boundary.firstMoment },
      conclusion: 'Fatty liver, mild.',
    },
    {
      name: 'last-second',
      author: AUTHORS.tse,
      study: { modality: 'US', what: ABDOMEN_US, started: boundary.lastSecondOutside },
      conclusion: 'Gallstones.',
    },
    {
      name: 'undated',
      author: AUTHORS.lee,
      study: { modality: 'DX', what: CHEST_XRAY, started: undefined },
    },
    {
      name: 'special-clinic',
      author: AUTHORS.shum,
      security: restricted('STD'),
      study: { modality: 'US', what: ABDOMEN_US, started: at(160, '15:00') },
      conclusion: 'Enlarged lymph nodes.',
    },
    {
      name: 'house-code',
      author: AUTHORS.hung,
      study: {
        modality: 'US',
        what: local('IMG-07', 'House view no. 7'),
        started: at(170, '15:00'),
      },
    },
    {
      name: 'fall',
      author: AUTHORS.yuen,
      security: restricted('ETHUD'),
      study: { modality: 'CT', what: HEAD_CT, started: at(1510, '02:10'), images: 60 },
    },
    {
      name: 'infection',
      author: AUTHORS.shum,
      security: veryRestricted('HIV'),
      study: { modality: 'CT', what: CHEST_CT, started: at(121, '09:00'), images: 110 },
      conclusion: 'Findings discussed at the special clinic.',
    },
    {
      name: 'injury',
      author: AUTHORS.yuen,
      security: veryRestricted('SDV'),
      study: { modality: 'DX', what: CHEST_XRAY, started: at(1600, '16:00') },
    },
  ];
}

/** What the Shenzhen hospital deposited, with a statement of who made it. */
function deposited({ calendar: { at }, about }: Scene): readonly SeedRecord[] {
  const started = at(1, '10:00');
  const abroad = { encounter: 'encounter/lianhua-bay', security: NORMAL };
  const images = imagingStudy(about('imaging/deposited', AUTHORS.li, abroad), {
    modality: 'DX',
    what: CHEST_XRAY,
    started,
  });
  const conclusion = 'Heart size at the upper limit of normal.';
  const report = radiologyReport(
    about('radiology/deposited', AUTHORS.li, abroad),
    CHEST_XRAY,
    started,
    conclusion,
    images,
  );
  const statements = [images, report].map((target) =>
    provenance(
      about(`provenance/${target.resource.resourceType}`, AUTHORS.li, { security: NORMAL }),
      target,
      at(1, '12:00'),
    ),
  );
  return [images, report, ...statements];
}
