/** E: security labels. */
import type { RecordFacts } from '@causeway/schema';
import { ownRequest } from '../testing/requests.js';
import { FROM_ABROAD, condition, labelled, level, parent, profession } from './cases.js';
import { released, row, withheldBy } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const SENSITIVE = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HIV' };

/** Labels of a record, and the level that they amount to. */
const RECORDS: readonly (readonly [string, Partial<RecordFacts>, 'N' | 'R' | 'V'])[] = [
  ['normal', labelled('N'), 'N'],
  ['less than normal', labelled('L'), 'N'],
  ['restricted', labelled('R'), 'R'],
  ['very restricted', labelled('V'), 'V'],
  ['both normal and restricted', labelled('N', 'R'), 'R'],
  ['both normal and very restricted', labelled('V', 'N'), 'V'],
  ['not labelled', labelled(), 'R'],
  ['labelled by a code that nobody knows', labelled('X'), 'R'],
  ['labelled by its sensitivity alone', { ...labelled(), security: [SENSITIVE] }, 'R'],
  [
    'labelled normal by another system than that of confidentiality',
    { ...labelled(), security: [{ ...level('N'), system: 'http://example.org' }] },
    'R',
  ],
];

const rows = (
  caller: MatrixRow['caller'],
  who: string,
  request: MatrixRow['request'],
  levels: readonly ('N' | 'R' | 'V')[],
  origin: MatrixRow['origin'],
): readonly MatrixRow[] =>
  RECORDS.map(([label, record, of]) =>
    row(
      caller,
      `${who}: a record that is ${label}`,
      request,
      levels.includes(of) ? released(record) : withheldBy('LABEL', record),
      origin,
    ),
  );

const ALL = ['N', 'R', 'V'] as const;

const OF_ONES_OWN: readonly MatrixRow[] = [
  ...rows('patient', 'reads the own record', ownRequest(), ALL, 'choice'),
  ...rows('substitute decision maker', 'reads for a child', parent(), ALL, 'choice'),
];

const own = { ...labelled('V'), author: ['role-1', 'clinic'] };

const AT_HOME: readonly MatrixRow[] = [
  ...rows('domestic professional', 'without a step-up', profession('DOCTOR'), ['N'], 'practice'),
  ...rows(
    'domestic professional',
    'after a step-up',
    profession('DOCTOR', true),
    ['N', 'R'],
    'practice',
  ),
  row(
    'domestic professional',
    'without a step-up: a very restricted record of the own clinic',
    profession('DOCTOR'),
    withheldBy('LABEL', own),
    'choice',
  ),
  row(
    'domestic professional',
    'after a step-up: a very restricted record of the own clinic',
    profession('DOCTOR', true),
    released(own),
    'choice',
  ),
];

const ABROAD: readonly MatrixRow[] = FROM_ABROAD.flatMap(([caller, ask]) => [
  ...rows(caller, 'the patient named no restricted records', ask(), ['N'], 'choice'),
  ...rows(
    caller,
    'the patient named restricted records',
    ask({ grant: { includesRestricted: true } }),
    ['N', 'R'],
    'choice',
  ),
  ...rows(
    caller,
    'the patient named restricted records, and a condition forbids them',
    ask({
      grant: { includesRestricted: true },
      conditions: [condition('NO_RESTRICTED_LABEL', 'true')],
    }),
    ['N'],
    'choice',
  ),
  row(
    caller,
    'a step-up is of no use abroad: a restricted record',
    withStepUp(ask()),
    withheldBy('LABEL', labelled('R')),
    'choice',
  ),
  row(
    caller,
    'a very restricted record that the own hospital wrote',
    ask({ grant: { includesRestricted: true } }),
    withheldBy('LABEL', { ...labelled('V'), author: ['role-1', 'hospital-szh'] }),
    'choice',
  ),
]);

function withStepUp(request: MatrixRow['request']): MatrixRow['request'] {
  const { consentFacts } = request;
  const stepUp = { until: '2026-11-22T13:00:00+08:00' };
  return { ...request, consentFacts: consentFacts && { ...consentFacts, stepUp } };
}

/** E: labels for who reads their own, at home, and abroad. */
export const LABELS: readonly MatrixSection[] = [
  { title: 'Labels and the patient', rows: OF_ONES_OWN },
  { title: 'Labels at home', rows: AT_HOME },
  { title: 'Labels abroad', rows: ABROAD },
];
