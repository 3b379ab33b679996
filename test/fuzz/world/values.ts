/** The values of fields that are neither texts nor records: the same, whoever asks. */
import type { Code } from '@causeway/schema';
import { linked, textOf } from './world.js';
import type { RecordData, World } from './world.js';

/** A value object below a record. */
export interface Detail {
  readonly text: string;
  /** A record that the value is about. */
  readonly about: RecordData | null;
  readonly inner: { readonly text: string; readonly texts: readonly string[] };
}

/** The value objects of a field of a record. */
export function detailsOf(world: World, record: RecordData, field: string): readonly Detail[] {
  const [about = null] = linked(world, record, `${field}.about`);
  return ['first', 'second'].map((name) => {
    const text = textOf(record, `${field}.${name}`);
    return { text, about, inner: { text: `${text}.inner`, texts: [`${text}.a`, `${text}.b`] } };
  });
}

/** Codes as a concept with a text. */
export function conceptOf(record: RecordData): {
  readonly text: string;
  readonly coding: readonly Code[];
} {
  return { text: textOf(record, 'code'), coding: record.code };
}

/** Whether a record is of those that a hint tells apart. */
export function isHinted({ id }: RecordData, hint: string): boolean {
  return id.endsWith(hint);
}

/** What is made of a patient's name. */
export function derivedFrom(name: unknown): string {
  return `${String(name)}.risk`;
}

/** The title of an organisation. */
export function titleOf(organization: string): string {
  return `title of ${organization}`;
}
