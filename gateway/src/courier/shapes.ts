/** Notices and contacts as they come over the wire, checked: what is not of the expected shape is no answer at all. */
import { PURPOSES_OF_USE, SCOPES } from '@causeway/schema';
import type { ContactFacts, NoticeKind, NoticeTask } from '@causeway/schema';
import { z } from 'zod';
import { PATIENT_CHANNELS } from './message.js';
import { NOTICE_WORDS } from './words/index.js';

const scopes = z.array(z.enum(SCOPES));
const kinds = Object.keys(NOTICE_WORDS) as NoticeKind[];

/** `NoticeTask`, of a kind that there are words for. */
export const noticeTask: z.ZodType<NoticeTask> = z.object({
  id: z.string().min(1),
  patient: z.string(),
  kind: z.enum(kinds),
  duty: z.enum(['PREFERENCE', 'MANDATORY']),
  organization: z
    .object({
      id: z.string(),
      names: z.array(z.object({ language: z.string(), text: z.string() })),
    })
    .nullable(),
  purpose: z.enum(PURPOSES_OF_USE),
  scopes,
  counts: z.partialRecord(z.enum(SCOPES), z.number().int()).exactOptional(),
  views: z.array(z.object({ event: z.string(), at: z.number(), scopes })),
  recordedAt: z.number(),
  secret: z.string().nullable(),
  attempts: z.number().int(),
});

/** `ContactFacts`. */
export const contactFacts: z.ZodType<ContactFacts> = z.object({
  patient: z.string(),
  language: z.string(),
  channel: z.enum(PATIENT_CHANNELS),
  refusesAccessNotices: z.boolean(),
  telecom: z.array(z.object({ system: z.string(), value: z.string() })),
});
