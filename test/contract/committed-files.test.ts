import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildConsents } from '@causeway/consents';
import { buildPatients } from '@causeway/patients';
import { buildProviders } from '@causeway/providers';
import { buildRecords } from '@causeway/records';
import { composedFiles, sdlPath } from '@causeway/schema/compose-files';

describe('what is committed', () => {
  it.each([buildPatients, buildProviders, buildConsents, buildRecords].map((build) => build()))(
    'is the SDL that $name prints (if not: npm run schema:print)',
    ({ name, sdl }) => {
      expect(readFileSync(sdlPath(name), 'utf8')).toBe(sdl);
    },
  );

  it('is what the subgraphs compose to (if not: npm run schema:compose)', () => {
    for (const { path, text } of composedFiles()) expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
