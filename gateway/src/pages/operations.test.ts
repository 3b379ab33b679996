import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import * as authorise from './authorise/operations.js';
import * as link from './link/operations.js';

const api = buildSchema(
  readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'),
);

describe('what the pages ask', () => {
  it.each(Object.entries({ ...authorise, ...link }))(
    'is valid against the schema that clients see: %s',
    (_name, document) => {
      expect(validate(api, parse(document)).map(({ message }) => message)).toEqual([]);
    },
  );
});
