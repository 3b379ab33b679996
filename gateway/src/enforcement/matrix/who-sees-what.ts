/** Who can ever see what: each kind of data by each kind of caller; every cell has rows, or a test that holds it. */
import { consent, domesticRequest, ownRequest } from '../testing/requests.js';
import {
  OFFICES,
  condition,
  labelled,
  office,
  parent,
  professionalAbroad,
  profession,
  shared,
} from './cases.js';
import { COUNTS } from './held-elsewhere.js';
import type { HeldElsewhere } from './held-elsewhere.js';
import { atHome, boundTo, notAtHome, refused, released, row, shown, withheldBy } from './row.js';
import type { MatrixRow, MatrixSection, Outcome } from './row.js';

/** The columns: to whom. */
export type Audience = 'patient' | 'domestic professional' | 'cross-border professional' | 'others';

/** The rows: what. */
export const SUBJECTS = [
  'demographics',
  'clinical records',
  'restricted records',
  'very restricted records',
  'free-text notes',
  'images',
  'names of other providers’ staff',
  'consents, grants and audit of others',
  'counts',
] as const;

/** What somebody may see. */
export type Subject = (typeof SUBJECTS)[number];

/** What holds a cell of the table: rows of the matrix, or tests that run the whole graph. */
export type Cell = readonly MatrixRow[] | readonly HeldElsewhere[];

const others = (when: string, ...outcomes: readonly Outcome[]): readonly MatrixRow[] =>
  OFFICES.flatMap(([caller, held]) =>
    outcomes.map((outcome) => row(caller, when, office(held), outcome, 'choice')),
  );

const own = (when: string, origin: MatrixRow['origin'], ...outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => [
    row('patient', when, ownRequest(), outcome, origin),
    row('substitute decision maker', `${when} of a child`, parent(), outcome, origin),
  ]);

const home = (
  when: string,
  outcome: Outcome,
  origin: MatrixRow['origin'],
  request = domesticRequest(),
) => row('domestic professional', when, request, outcome, origin);

const abroad = (
  when: string,
  outcome: Outcome,
  origin: MatrixRow['origin'],
  request = professionalAbroad(),
) => row('cross-border professional', when, request, outcome, origin);

const chosen = { grant: { includesRestricted: true } };
const notes = { grant: { scopes: ['CLINICAL_NOTE'] } } as const;
const image = { category: 'RAD_IMAGE' };
const images = { grant: { scopes: ['RAD_IMAGE'] } } as const;

/** The table, cell by cell. */
export const WHO_SEES_WHAT: Readonly<Record<Subject, Readonly<Record<Audience, Cell>>>> = {
  demographics: {
    patient: own('demographics', 'choice', shown('PERSON'), atHome),
    'domestic professional': [
      home('demographics', shown('PERSON'), 'practice'),
      home('demographics: identity card, address, telephone', atHome, 'choice'),
    ],
    'cross-border professional': [
      abroad('demographics', shown('PERSON'), 'choice'),
      abroad('demographics: identity card, address, telephone', notAtHome, 'choice'),
    ],
    others: others('demographics', refused('PERSON', null)),
  },
  'clinical records': {
    patient: own('clinical records', 'choice', released({}), released({ date: '1980-05-05' })),
    'domestic professional': [
      home('a clinical record that is shared', released({}), 'law'),
      home('a clinical record of long ago', released({ date: '1980-05-05' }), 'law'),
      home(
        'clinical records of a category that is not shared',
        refused('LAB_REPORT', 'CONSENT_REQUIRED'),
        'law',
        shared([consent({ provision: [{ type: 'deny', category: ['LAB_REPORT'] }] })]),
      ),
    ],
    'cross-border professional': [
      abroad('a clinical record that is granted', released({}), 'law'),
      abroad(
        'clinical records that are not granted',
        refused('DIAGNOSIS', 'CONSENT_REQUIRED'),
        'law',
      ),
      abroad(
        'a clinical record of more than three years ago',
        withheldBy('DATA_PERIOD', { date: '2023-11-21' }),
        'practice',
      ),
    ],
    others: others('clinical records', refused('LAB_REPORT', null)),
  },
  'restricted records': {
    patient: own('a restricted record', 'choice', released(labelled('R'))),
    'domestic professional': [
      home('a restricted record', withheldBy('LABEL', labelled('R')), 'practice'),
      home(
        'a restricted record, after a step-up',
        released(labelled('R')),
        'practice',
        profession('DOCTOR', true),
      ),
    ],
    'cross-border professional': [
      abroad('a restricted record', withheldBy('LABEL', labelled('R')), 'choice'),
      abroad(
        'a restricted record that the patient chose',
        released(labelled('R')),
        'choice',
        professionalAbroad(chosen),
      ),
      abroad(
        'a restricted record that the patient chose, and a condition forbids',
        withheldBy('LABEL', labelled('R')),
        'choice',
        professionalAbroad({ ...chosen, conditions: [condition('NO_RESTRICTED_LABEL', 'true')] }),
      ),
    ],
    others: others('restricted records', refused('DIAGNOSIS', null)),
  },
  'very restricted records': {
    patient: own('a very restricted record', 'choice', released(labelled('V'))),
    'domestic professional': [
      home(
        'a very restricted record of another clinic, after a step-up',
        withheldBy('LABEL', labelled('V')),
        'choice',
        profession('DOCTOR', true),
      ),
      home(
        'a very restricted record of the own clinic, after a step-up',
        released({ ...labelled('V'), author: ['role-1', 'clinic'] }),
        'choice',
        profession('DOCTOR', true),
      ),
    ],
    'cross-border professional': [
      abroad(
        'a very restricted record, whatever the patient chose',
        withheldBy('LABEL', labelled('V')),
        'choice',
        professionalAbroad(chosen),
      ),
    ],
    others: others('very restricted records', refused('PROCEDURE', null)),
  },
  'free-text notes': {
    patient: own('notes', 'choice', shown('CLINICAL_NOTE')),
    'domestic professional': [home('notes', shown('CLINICAL_NOTE'), 'practice')],
    'cross-border professional': [
      abroad('notes that are not granted', refused('CLINICAL_NOTE', 'CONSENT_REQUIRED'), 'choice'),
      abroad('notes that are granted', shown('CLINICAL_NOTE'), 'choice', professionalAbroad(notes)),
      abroad(
        'restricted notes that are granted',
        withheldBy('LABEL', { category: 'CLINICAL_NOTE', ...labelled('R') }),
        'choice',
        professionalAbroad(notes),
      ),
    ],
    others: others('notes', refused('CLINICAL_NOTE', null)),
  },
  images: {
    patient: own('images, to view and download', 'choice', released(image), boundTo()),
    'domestic professional': [
      home('images, to view', released(image), 'practice'),
      home('images, not to download', boundTo('NO_IMAGE_DOWNLOAD'), 'choice'),
    ],
    'cross-border professional': [
      abroad('images, to view', released(image), 'choice', professionalAbroad(images)),
      abroad(
        'images, not to download',
        boundTo('NO_ONWARD_TRANSFER', 'NO_REUSE', 'NO_IMAGE_DOWNLOAD'),
        'choice',
        professionalAbroad(images),
      ),
      abroad(
        'images, to download by a condition',
        boundTo('NO_ONWARD_TRANSFER', 'NO_REUSE'),
        'choice',
        professionalAbroad({ ...images, conditions: [condition('NO_IMAGE_DOWNLOAD', 'false')] }),
      ),
    ],
    others: others('images', refused('RAD_IMAGE', null)),
  },
  'names of other providers’ staff': {
    patient: own('names of staff', 'choice', atHome),
    'domestic professional': [home('names of staff', atHome, 'choice')],
    'cross-border professional': [abroad('names of staff', notAtHome, 'choice')],
    others: others('encounters, and who was at them', refused('ENCOUNTER', null)),
  },
  'consents, grants and audit of others': {
    patient: own(
      'own consents, grants and audit',
      'choice',
      shown('CONSENT'),
      shown('GRANT'),
      shown('AUDIT'),
    ),
    'domestic professional': [
      home(
        'a consent to the own clinic',
        released({ category: 'CONSENT', party: ['clinic'] }),
        'choice',
      ),
      home(
        'a consent to another clinic',
        withheldBy('RELATION', { category: 'CONSENT', party: ['other'] }),
        'choice',
      ),
      home('grants', refused('GRANT', null), 'choice'),
      home('the audit', refused('AUDIT', null), 'choice'),
    ],
    'cross-border professional': [
      abroad('the own grant', released({ category: 'GRANT', party: ['hospital-szh'] }), 'choice'),
      abroad(
        'a grant to another hospital',
        withheldBy('RELATION', { category: 'GRANT', party: ['other'] }),
        'choice',
      ),
      abroad('consents', refused('CONSENT', null), 'choice'),
      abroad('the audit', refused('AUDIT', null), 'choice'),
    ],
    others: [
      row('Commissioner', 'the audit', office('COMMISSIONER'), shown('AUDIT'), 'choice'),
      row('Commissioner', 'grants', office('COMMISSIONER'), shown('GRANT'), 'choice'),
      row('auditor', 'the audit', office('AUDITOR'), shown('AUDIT'), 'choice'),
      row('auditor', 'grants', office('AUDITOR'), refused('GRANT', null), 'choice'),
      row(
        'Secretary for Health',
        'the audit',
        office('SECRETARY_FOR_HEALTH'),
        refused('AUDIT', null),
        'choice',
      ),
      ...others('consents', refused('CONSENT', null)),
    ],
  },
  counts: {
    patient: COUNTS,
    'domestic professional': COUNTS,
    'cross-border professional': COUNTS,
    others: others('counts of records', refused('LAB_REPORT', null)),
  },
};

const isRow = (held: MatrixRow | HeldElsewhere): held is MatrixRow => 'request' in held;

/** The table as sections, one for each kind of data. */
export const WHO_SEES_WHAT_SECTIONS: readonly MatrixSection[] = SUBJECTS.map((subject) => ({
  title: `Who sees ${subject}`,
  rows: Object.values(WHO_SEES_WHAT[subject]).flatMap((cell) => cell.filter(isRow)),
}));
