/** What a patient asks for: which part of the record, and for a link, how long and under which passcode. */
import {
  CLINICAL_SCOPES,
  earliestInstant,
  filled,
  instantAfter,
  latestInstant,
} from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { z } from 'zod';
import { REFUSED, SHAPE } from './refusal-texts.js';
import { SelfCarryError } from './self-carry-error.js';

/** The longest that a link lasts. */
const LONGEST = 'P30D';

/** A FHIR date or dateTime that says when it begins, and when it ends. */
const moment = z
  .string()
  .refine((text) => earliestInstant(text) !== null && latestInstant(text) !== null);

const patient = z.string().min(1).max(64).optional();

const exportShape = z.strictObject({
  /** The caller's own if absent. */
  patient,
  categories: z.array(z.enum(CLINICAL_SCOPES)).min(1).optional(),
  period: z.strictObject({ start: moment.optional(), end: moment.optional() }).optional(),
});

const linkShape = exportShape.extend({
  /** Made here if absent. */
  passcode: z
    .string()
    .regex(/^\d{6,16}$/)
    .optional(),
  label: z.string().min(1).max(80).default('Health summary'),
  /** ISO 8601 duration. */
  expiresIn: z.string().default('P7D'),
});

/** Which part of whose record is to be exported. */
export type ExportRequest = z.infer<typeof exportShape>;

/** An export behind a link. */
export type LinkRequest = z.infer<typeof linkShape>;

/** Reads what an export asks for. @throws SelfCarryError for anything else */
export function readExportRequest(body: unknown): ExportRequest {
  return read(exportShape, body, SHAPE.export);
}

/** Reads what an export behind a link asks for. @throws SelfCarryError for anything else */
export function readLinkRequest(body: unknown): LinkRequest {
  return read(linkShape, body, SHAPE.link);
}

/** Reads whose files are asked for. @throws SelfCarryError for anything else */
export function readFilesRequest(body: unknown): { readonly patient?: string | undefined } {
  return read(z.strictObject({ patient }), body, SHAPE.files);
}

/** Reads which file is to be closed. @throws SelfCarryError for anything else */
export function readRevocation(body: unknown): {
  readonly patient?: string | undefined;
  readonly file: string;
} {
  const shape = z.strictObject({ patient, file: z.string().min(1).max(64) });
  return read(shape, body, SHAPE.revocation);
}

/**
 * When a link ends that is made now: a whole second, in epoch milliseconds.
 *
 * @throws SelfCarryError for a duration that cannot be read, or is longer than links last
 */
export function endOfLink(expiresIn: string, now: number): number {
  const second = Math.floor(now / 1000) * 1000;
  const end = instantAfter(second, expiresIn);
  const latest = instantAfter(second, LONGEST);
  if (end !== null && latest !== null && end > now && end <= latest) return end;
  throw badInput(filled(SHAPE.duration, { longest: LONGEST }));
}

function read<Value>(shape: z.ZodType<Value>, body: unknown, expected: Texts): Value {
  const { success, data } = shape.safeParse(body);
  if (success) return data;
  throw badInput(expected);
}

/** What was got is not repeated: it may hold a passcode. */
function badInput(expected: Texts): SelfCarryError {
  return new SelfCarryError(400, 'BAD_USER_INPUT', filled(REFUSED.otherShape, { expected }));
}
