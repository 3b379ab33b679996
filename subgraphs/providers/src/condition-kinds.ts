/**
 * The kinds of conditions that a recognition may be subject to, and what each one says. Conditions are data: one of
 * another kind is kept and shown all the same, and denies.
 */
export const CONDITION_KINDS: Readonly<Record<string, string>> = {
  ALLOWED_SCOPES: 'Only these scopes may be read, separated by commas.',
  ALLOWED_PURPOSES: 'Only these purposes of use may be declared, separated by commas.',
  MAX_LOOKBACK: 'Only records of the last so long may be read (ISO 8601 duration).',
  VALIDITY_PERIOD: 'Only within this time: `start/end`, either may be left out.',
  READ_ALLOWED: 'Whether records may be read: `true` or `false`.',
  DEPOSIT_ALLOWED: 'Whether records may be deposited: `true` or `false`.',
  DEPOSIT_DUTY: 'Records of an encounter have to be deposited within so long (ISO 8601 duration).',
  NO_IMAGE_DOWNLOAD: 'Whether images may only be viewed: `true` or `false`.',
  NO_RESTRICTED_LABEL:
    'Whether restricted records stay out whatever a grant says: `true` or `false`.',
  MAX_GRANT_DURATION: 'A grant may last so long at most (ISO 8601 duration).',
  DESIGNATED_CLIENT: 'Only these clients may be used, separated by commas.',
  NAMED_LOCATIONS: 'Only at these locations, separated by commas.',
  PRACTITIONER_ROLES: 'Only for these professions, separated by commas.',
  GBA_ONLY: 'Whether only providers in the Greater Bay Area may ask: `true` or `false`.',
};

/** What a condition of a kind says; null for a kind that is not known. */
export function meaningOf(kind: string): string | null {
  return (Object.hasOwn(CONDITION_KINDS, kind) ? CONDITION_KINDS[kind] : undefined) ?? null;
}
