/** What the conditions of recognitions amount to; what is not understood refuses. */
import type { ConditionFact } from '@causeway/schema';
import { ADMINISTRATIVE, SHARABLE } from './catalogue.js';
import { isDuration, lookBackStart } from './time.js';

/** Conditions together: a list that none of them gives is null. */
export interface Terms {
  readonly scopes: readonly string[] | null;
  readonly purposes: readonly string[] | null;
  readonly clients: readonly string[] | null;
  readonly professions: readonly string[] | null;
  readonly isTiedToPlaces: boolean;
  readonly lookBacks: readonly string[];
  readonly durations: readonly string[];
  readonly validity: { readonly start: string | null; readonly end: string | null } | null;
  readonly mayRead: boolean;
  readonly mayHoldRestricted: boolean;
}

const LISTS = ['ALLOWED_SCOPES', 'ALLOWED_PURPOSES', 'DESIGNATED_CLIENT', 'PRACTITIONER_ROLES'];
const FLAGS = ['READ_ALLOWED', 'DEPOSIT_ALLOWED', 'NO_IMAGE_DOWNLOAD', 'NO_RESTRICTED_LABEL'];
const OTHERS = [
  'MAX_LOOKBACK',
  'MAX_GRANT_DURATION',
  'VALIDITY_PERIOD',
  'NAMED_LOCATIONS',
  'DEPOSIT_DUTY',
  'GBA_ONLY',
];

/** Conditions together; null where one of them is not understood. */
export function termsOf(conditions: readonly ConditionFact[], now: number): Terms | null {
  if (!conditions.every((condition) => isUnderstood(condition, now))) return null;
  const valuesOf = (kind: string): readonly string[] =>
    conditions.filter((one) => one.kind === kind).map(({ value }) => value);
  const inAll = (kind: string): readonly string[] | null => {
    const [first, ...others] = valuesOf(kind).map(wordsOf);
    return first?.filter((word) => others.every((list) => list.includes(word))) ?? null;
  };
  const validities = valuesOf('VALIDITY_PERIOD');
  if (validities.length > 1) return null;
  const [validity] = validities.map((value) => value.split('/'));
  return {
    scopes: inAll('ALLOWED_SCOPES'),
    purposes: inAll('ALLOWED_PURPOSES'),
    clients: inAll('DESIGNATED_CLIENT'),
    professions: inAll('PRACTITIONER_ROLES'),
    isTiedToPlaces: valuesOf('NAMED_LOCATIONS').length > 0,
    // Three years are looked back at most, whatever else is said.
    lookBacks: ['P3Y', ...valuesOf('MAX_LOOKBACK')],
    durations: valuesOf('MAX_GRANT_DURATION'),
    validity:
      validity === undefined ? null : { start: validity[0] || null, end: validity[1] || null },
    mayRead: !valuesOf('READ_ALLOWED').includes('false'),
    mayHoldRestricted: !valuesOf('NO_RESTRICTED_LABEL').includes('true'),
  };
}

function isUnderstood({ kind, value }: ConditionFact, now: number): boolean {
  if (![...LISTS, ...FLAGS, ...OTHERS].includes(kind)) return false;
  if (FLAGS.includes(kind)) return value === 'true' || value === 'false';
  switch (kind) {
    case 'ALLOWED_SCOPES':
      return wordsOf(value).every((word) =>
        [...SHARABLE, ...ADMINISTRATIVE].some((scope) => scope === word),
      );
    case 'MAX_LOOKBACK':
      return lookBackStart(value, now) !== null;
    case 'MAX_GRANT_DURATION':
      return isDuration(value);
    case 'VALIDITY_PERIOD':
      return value.split('/').length <= 2 && value.replace('/', '') !== '';
    default:
      return true;
  }
}

function wordsOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
