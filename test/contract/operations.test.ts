import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { API_PATH } from '@causeway/schema/compose-files';
import { Kind, buildSchema, parse, validate } from 'graphql';

const folder = fileURLToPath(new URL('../../schema/operations', import.meta.url));
const files = readdirSync(folder).sort();
const schema = buildSchema(readFileSync(API_PATH, 'utf8'));

/** `who-saw-my-record.graphql` holds the operation `WhoSawMyRecord`. */
const nameIn = (file: string): string =>
  file
    .replace(/\.graphql$/, '')
    .replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

describe('the example operations', () => {
  it('are there', () => {
    expect(files).toContain('patient-record.graphql');
  });

  it.each(files)(
    '%s is valid against the schema that clients see, and begins by saying what it is for',
    (file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const document = parse(text);
      expect(validate(schema, document)).toEqual([]);
      expect(text).toMatch(/^# [A-Z].*\.\n(?:query|mutation|subscription) /);
      const names = document.definitions.map((node) =>
        node.kind === Kind.OPERATION_DEFINITION ? node.name?.value : undefined,
      );
      expect(names).toEqual([nameIn(file)]);
    },
  );
});
