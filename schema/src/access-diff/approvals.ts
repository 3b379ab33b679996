import { AUDIENCE_NAMES } from '../audiences.js';
import type { AudienceName } from '../audiences.js';
import type { AccessChange } from './compare-access.js';

/** A widening that somebody has thought about and agreed to. */
export interface Approval {
  readonly coordinate: string;
  readonly audience: AudienceName;
  readonly reason: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** A file of approvals that is none. */
export class ApprovalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ApprovalError';
  }
}

/**
 * The approvals of a file's text.
 *
 * @throws ApprovalError if one lacks something: half an approval approves nothing
 */
export function parseApprovals(text: string): readonly Approval[] {
  const entries = parsedJson(text);
  if (!Array.isArray(entries)) throw new ApprovalError('Expected a list of approved widenings');
  return entries.map(approvalOf);
}

/** Those approvals that are new since another version: an approval counts for one change, and not for the next. */
export function freshApprovals(
  before: readonly Approval[],
  after: readonly Approval[],
): readonly Approval[] {
  const spent = new Set(before.map(keyOf));
  return after.filter((approval) => !spent.has(keyOf(approval)));
}

/** The widenings that stand for themselves and that no approval names. */
export function unapprovedWidenings(
  changes: readonly AccessChange[],
  approvals: readonly Approval[],
): readonly AccessChange[] {
  return changes.filter(
    ({ coordinate, audience, verdict, within }) =>
      verdict === 'WIDENS' &&
      within === null &&
      !approvals.some((each) => each.coordinate === coordinate && each.audience === audience),
  );
}

function approvalOf(entry: unknown, index: number): Approval {
  const { coordinate, audience, reason, date } = textsOf(entry);
  const name = AUDIENCE_NAMES.find((each) => each === audience);
  const isComplete = isText(coordinate) && isText(reason) && isText(date);
  if (name === undefined || !isComplete || !isDate(date)) {
    throw new ApprovalError(
      `Approved widening ${index + 1}: expected a coordinate, an audience (${AUDIENCE_NAMES.join(', ')}), a reason and a date (YYYY-MM-DD), got ${JSON.stringify(entry)}`,
    );
  }
  return { coordinate, audience: name, reason, date };
}

function textsOf(entry: unknown): Readonly<Record<string, unknown>> {
  return typeof entry === 'object' && entry !== null ? { ...entry } : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ApprovalError(`Approved widenings: expected JSON, got ${String(error)}`);
  }
}

function keyOf({ coordinate, audience, reason, date }: Approval): string {
  return JSON.stringify([coordinate, audience, reason, date]);
}
