/** `npm run mock`: which subgraphs are real, and what is left in the data folder. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUBGRAPHS } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { LION_ROCK_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds/ids';
import { personaNamed } from '@causeway/seeds/personas';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDataFolder } from '../../start/src/data-folder.js';
import { openDevelopmentIssuer } from '../../start/src/dev-issuer.js';
import { startMock } from '../../start/src/mock/start-mock.js';
import { readSettings } from '../../start/src/settings.js';
import { NEVER_LATE_ENVIRONMENT } from '../support/never-late.js';
import { runProgram } from '../support/program.js';

/** The mark of databases that need no seeds: what is real is empty here, and so told apart from what is made up. */
const SEEDED = '{"date":"2026-03-02","isComplete":true}\n';

/** Asks each subgraph for something of its own. */
const QUESTION = `query($id: ID!, $organization: ID!) {
  patient(id: $id) { birthDate laboratoryReports { totalCount } }
  organization(id: $organization) { name }
  grants(patient: $id) { totalCount }
}`;

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'causeway-mock-'));
});

afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

/** What the patient is answered over HTTP, with a token of the development issuer as `npm run token` gives it. */
async function answerOver(real: readonly SubgraphName[]): Promise<unknown> {
  const settings = readSettings({ ...NEVER_LATE_ENVIRONMENT, PORT: '0', CAUSEWAY_DATA: data });
  const graph = await startMock(settings, { clock: Date.now, say: () => undefined, real });
  try {
    const issuer = await openDevelopmentIssuer(openDataFolder(data), settings);
    const claims = personaNamed('patient-chan')?.claims;
    if (claims === undefined) throw new Error('Expected the persona patient-chan');
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await issuer.issue(claims, Date.now())}`,
        'purpose-of-use': 'PATRQT',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        query: QUESTION,
        variables: { id: PATIENT_CHAN, organization: LION_ROCK_HOSPITAL },
      }),
    });
    const { data: answer } = (await response.json()) as { readonly data: unknown };
    return answer;
  } finally {
    await graph.close();
  }
}

const SOME = { totalCount: expect.any(Number) };

const MADE_UP = {
  patient: { birthDate: expect.any(String), laboratoryReports: SOME },
  organization: { name: 'Lion Rock Hospital' },
  grants: SOME,
};

const EMPTY: Readonly<Record<SubgraphName, unknown>> = {
  patients: { ...MADE_UP, patient: null, grants: null },
  providers: { ...MADE_UP, organization: null },
  consents: { ...MADE_UP, grants: { totalCount: 0 } },
  records: { ...MADE_UP, patient: { ...MADE_UP.patient, laboratoryReports: { totalCount: 0 } } },
};

describe('npm run mock', () => {
  it('answers from what it makes up, and leaves no database behind', async () => {
    expect(await answerOver([])).toEqual(MADE_UP);
    expect(readdirSync(data).filter((file) => file.includes('sqlite'))).toEqual([]);
  });

  it.each(SUBGRAPHS)('answers from the database of %s where that is to be real', async (name) => {
    writeFileSync(join(data, 'seeded.json'), SEEDED);
    expect(await answerOver([name])).toEqual(EMPTY[name]);
    const databases = readdirSync(data).filter((file) => file.endsWith('.sqlite'));
    expect(databases).toEqual([`${name}.sqlite`]);
  });

  it('does not start in production, since it records no access', async () => {
    const settings = readSettings({
      PORT: '0',
      CAUSEWAY_DATA: data,
      NODE_ENV: 'production',
      CAUSEWAY_ISSUER: 'https://issuer.example',
      CAUSEWAY_AUDIENCE: 'causeway',
      CAUSEWAY_JWKS: 'https://issuer.example/jwks',
    });
    const starting = startMock(settings, { clock: Date.now, say: () => undefined, real: [] });
    await expect(starting).rejects.toThrow('records no access');
  });

  it('says which subgraphs there are when it is asked for another', async () => {
    const program = runProgram('mock', {
      args: ['--real', 'records,pharmacies'],
      environment: { CAUSEWAY_DATA: data, PORT: '0' },
    });
    const { code, stderr } = await program.ended;
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(
        'Expected some of patients, providers, consents, records, got "pharmacies"',
      ),
    ]);
  }, 60_000);
});
