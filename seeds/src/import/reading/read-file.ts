/** The items of a file: of a JSON file at once, of an NDJSON file line by line. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { refusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { decode } from './decode.js';
import type { ReadItem } from './entry.js';
import { isNdjson } from './files.js';
import { parseJson } from './parse-json.js';
import { split } from './split.js';

/** A JSON file is one value and has to be read at once; what is larger belongs into NDJSON. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;

/** A line of NDJSON is one resource. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

const NEW_LINE = 0x0a;

/** Every item of a file, refusals of the file or of one line among them. */
export async function* readItems(path: string): AsyncGenerator<ReadItem> {
  try {
    if (isNdjson(path)) yield* readLines(path);
    else yield* await readJson(path);
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    yield refused('', refusal('UNREADABLE_FILE', `Expected a readable file, got ${problem}`));
  }
}

async function readJson(path: string): Promise<readonly ReadItem[]> {
  const { size } = await stat(path);
  if (size > MAX_JSON_BYTES) {
    const reason = `Expected at most ${MAX_JSON_BYTES} bytes of JSON, got ${size}; split it or use NDJSON`;
    return [refused('', refusal('FILE_TOO_LARGE', reason))];
  }
  return itemsOf(await readFile(path), '');
}

async function* readLines(path: string): AsyncGenerator<ReadItem> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    const place = `line ${number}`;
    if (line === 'too long') {
      const reason = `Expected lines of at most ${MAX_LINE_BYTES} bytes, got a longer one`;
      yield refused(place, refusal('FILE_TOO_LARGE', reason));
    } else if (!isBlank(line)) {
      yield* itemsOf(line, place);
    }
  }
}

/** The lines of a file as bytes: an encoding is judged line by line, so that one bad line costs one item. */
async function* linesOf(path: string): AsyncGenerator<Uint8Array | 'too long'> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      const part = chunk.subarray(start, end);
      yield length + part.length > MAX_LINE_BYTES ? 'too long' : Buffer.concat([...parts, part]);
      parts = [];
      length = 0;
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    // Of a line that is too long only its length is of interest.
    if (length <= MAX_LINE_BYTES) parts.push(rest);
    else parts = [];
  }
  if (length > 0) yield length > MAX_LINE_BYTES ? 'too long' : Buffer.concat(parts);
}

function itemsOf(bytes: Uint8Array, place: string): readonly ReadItem[] {
  const text = decode(bytes);
  if (typeof text !== 'string') return [refused(place, text)];
  const parsed = parseJson(text);
  return 'refusal' in parsed ? [refused(place, parsed.refusal)] : split(parsed.value, place);
}

function refused(place: string, reason: Refusal): ReadItem {
  return { kind: 'refused', place, type: null, refusal: reason };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
