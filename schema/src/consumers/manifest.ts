import { AUDIENCE_NAMES } from '../audiences.js';
import type { AudienceName } from '../audiences.js';
import { SCOPES } from '../scopes.js';
import type { Scope } from '../scopes.js';

/** What a team says of itself and of the operations that it sends. */
export interface ConsumerManifest {
  /** The team's name, which is its folder's: `patient-app`. */
  readonly team: string;
  /** What its operations are for, in words. */
  readonly purpose: string;
  /** Whose variant of the graph they are written against. */
  readonly audience: AudienceName;
  /** The scopes that they rely on: these, all of these, and no others. */
  readonly scopes: readonly Scope[];
  /** Where their texts are, by paths from the manifest's folder. */
  readonly operations: readonly string[];
}

/** A registration that is none: what was expected, and what was got. */
export class ConsumerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConsumerError';
  }
}

const MEMBERS = ['team', 'purpose', 'audience', 'scopes', 'operations'] as const;

/**
 * The manifest of a file's text.
 *
 * @throws ConsumerError if it lacks something, or says more than a manifest can
 */
export function parseManifest(text: string, team: string): ConsumerManifest {
  const given = objectOf(text, team);
  const unknown = Object.keys(given).filter((name) => !MEMBERS.some((one) => one === name));
  if (unknown.length > 0) throw expected(team, `no more than ${MEMBERS.join(', ')}`, unknown);
  if (given['team'] !== team)
    throw expected(team, 'the name of its folder in `team`', given['team']);
  const { purpose, scopes, operations } = given;
  const audience = AUDIENCE_NAMES.find((name) => name === given['audience']);
  if (audience === undefined)
    throw expected(team, `one of ${AUDIENCE_NAMES.join(', ')} in \`audience\``, given['audience']);
  if (typeof purpose !== 'string' || purpose.trim() === '')
    throw expected(team, 'words in `purpose`', purpose);
  if (!isTexts(operations) || operations.length === 0)
    throw expected(team, 'paths of operations in `operations`', operations);
  return { team, purpose, audience, scopes: scopesOf(team, scopes), operations };
}

function scopesOf(team: string, given: unknown): readonly Scope[] {
  if (!isTexts(given)) throw expected(team, 'a list of scopes in `scopes`', given);
  return given.map((word) => {
    const scope = SCOPES.find((one) => one === word);
    if (scope === undefined) throw expected(team, 'scopes of the catalogue in `scopes`', word);
    return scope;
  });
}

function objectOf(text: string, team: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw expected(team, 'JSON', text.slice(0, 40));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw expected(team, 'an object', value);
  return { ...value };
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'string') &&
    new Set(value).size === value.length
  );
}

function expected(team: string, what: string, got: unknown): ConsumerError {
  return new ConsumerError(`${team}: manifest.json: expected ${what}, got ${JSON.stringify(got)}`);
}
