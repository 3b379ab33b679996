/** What `npm run test:mutants` takes away has to be there, or the loss of it would be tried by nobody. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RULES } from '../mutants/rules.js';

const root = new URL('../../', import.meta.url);

describe('a rule whose loss is tried', () => {
  it.each(RULES.map(({ name, file, text }) => [name, file, text] as const))(
    'stands once in the sources: %s',
    (_name, file, text) => {
      expect(readFileSync(new URL(file, root), 'utf8').split(text)).toHaveLength(2);
    },
  );
});
