/**
 * The kinds of conditions that a recognition may be subject to: what each one says, and which values say it. The
 * register takes no other kind and no other value, so that a decision understands whatever the register holds; what was
 * imported all the same is kept, shown, and denies.
 */
import {
  SHARABLE_SCOPES,
  earliestInstant,
  filled,
  isPurposeOfUse,
  latestInstant,
} from '@causeway/schema';
import type { ConditionFact, Texts } from '@causeway/schema';
import { CONDITION, FORM } from './refusal-texts.js';

/** A kind of condition. */
export interface ConditionKind {
  /** What a condition of the kind says. */
  readonly meaning: string;
  /** The form of its value, in words. */
  readonly form: Texts;
  /** Whether a value has that form. */
  readonly isReadable: (value: string) => boolean;
}

const flag = (meaning: string): ConditionKind => ({
  meaning: `${meaning}: \`true\` or \`false\`.`,
  form: FORM.flag,
  isReadable: (value) => value === 'true' || value === 'false',
});

const list = (meaning: string, words: Texts, isWord: (word: string) => boolean): ConditionKind => ({
  meaning: `${meaning}, separated by commas.`,
  form: filled(FORM.list, { words }),
  isReadable: (value) => value.split(',').every((word) => isWord(word.trim())),
});

/** Years, months, weeks and days, then hours, minutes and seconds; longer ones would leave the calendar. */
const DURATION =
  /^P(?=\d|T\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,4}M)?(?:\d{1,4}S)?)?$/;

/** Whether a text is a duration that the register takes: one that is not nothing, and stays within the calendar. */
export const isDuration = (value: string): boolean => DURATION.test(value) && /[1-9]/.test(value);

const duration = (meaning: string): ConditionKind => ({
  meaning: `${meaning} (ISO 8601 duration).`,
  form: FORM.duration,
  isReadable: isDuration,
});

const sharable: ReadonlySet<string> = new Set(SHARABLE_SCOPES);

const KINDS = {
  ALLOWED_SCOPES: list('Only these scopes may be read', FORM.scopes, (word) => sharable.has(word)),
  ALLOWED_PURPOSES: list(
    'Only these purposes of use may be declared',
    FORM.purposes,
    isPurposeOfUse,
  ),
  MAX_LOOKBACK: {
    meaning: 'Only records of the last so long may be read (ISO 8601 duration).',
    form: FORM.days,
    isReadable: (value) => isDuration(value) && !value.includes('T'),
  },
  VALIDITY_PERIOD: {
    meaning: 'Only within this time: `start/end`, either may be left out.',
    form: FORM.period,
    isReadable: isPeriod,
  },
  READ_ALLOWED: flag('Whether records may be read'),
  DEPOSIT_ALLOWED: flag('Whether records may be deposited'),
  DEPOSIT_DUTY: duration('Records of an encounter have to be deposited within so long'),
  NO_IMAGE_DOWNLOAD: flag('Whether images may only be viewed'),
  NO_RESTRICTED_LABEL: flag('Whether restricted records stay out whatever a grant says'),
  MAX_GRANT_DURATION: duration('A grant may last so long at most'),
  DESIGNATED_CLIENT: list('Only these clients may be used', FORM.clients, isName),
  NAMED_LOCATIONS: list('Only at these locations', FORM.locations, isName),
  PRACTITIONER_ROLES: list('Only for these professions', FORM.professions, (word) =>
    /^[A-Z]+(?:_[A-Z]+)*$/.test(word),
  ),
  GBA_ONLY: flag('Whether only providers in the Greater Bay Area may ask'),
} as const satisfies Readonly<Record<string, ConditionKind>>;

/** The word of a kind of condition. */
export type ConditionKindWord = keyof typeof KINDS;

/** Every kind, by its word. */
export const CONDITION_KINDS: Readonly<Record<ConditionKindWord, ConditionKind>> = KINDS;

/** What a condition of a kind says; null for a kind that is not known. */
export function meaningOf(kind: string): string | null {
  return kindOf(kind)?.meaning ?? null;
}

/** What is wrong with conditions: an unknown kind, one given twice, a value that cannot be read; null for none. */
export function problemOfConditions(conditions: readonly ConditionFact[]): Texts | null {
  const seen = new Set<string>();
  for (const { kind, value } of conditions) {
    const known = kindOf(kind);
    if (known === undefined) {
      const parts = { got: quoted(kind), known: Object.keys(CONDITION_KINDS).join(', ') };
      return filled(CONDITION.kind, parts);
    }
    if (seen.has(kind)) return filled(CONDITION.twice, { kind });
    seen.add(kind);
    if (!known.isReadable(value)) {
      return filled(CONDITION.value, { kind, form: known.form, got: quoted(value) });
    }
  }
  return null;
}

/** What was given, on one line and no longer than is needed to find it. */
function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}

function kindOf(kind: string): ConditionKind | undefined {
  return Object.entries(CONDITION_KINDS).find(([word]) => word === kind)?.[1];
}

function isPeriod(value: string): boolean {
  const [start = '', end, ...rest] = value.split('/');
  if (end === undefined || rest.length > 0 || (start === '' && end === '')) return false;
  const from = start === '' ? -Infinity : earliestInstant(start);
  const until = end === '' ? Infinity : latestInstant(end);
  return from !== null && until !== null && from <= until;
}

function isName(word: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,100}$/u.test(word);
}
