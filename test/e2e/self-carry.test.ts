/** Patients take their own record along: over HTTP, through the whole graph. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decryptFile, readHealthLink } from '@causeway/gateway/self-carry';
import { openRecords } from '@causeway/records';
import { checkStructure, isKnownResourceType } from '@causeway/records/fhir';
import { CHILD_CHAN, PATIENT_CHAN } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { z } from 'zod';
import { RECORD_LISTS } from '../../gateway/src/self-carry/sections.js';
import { compareFhir } from '../support/compare-fhir.js';
import { startGraph } from '../support/start-graph.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import type { TestGraph } from '../support/start-graph.js';

const folder = copyOfSeededWorld(TODAY);

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph({ isServed: true, folder });
});
beforeEach(() => {
  graph.time.now = TODAY;
});
afterAll(async () => {
  await graph.close();
});

async function post(path: string, body: object, who: PersonaName | null = 'patient-chan') {
  return fetch(path.startsWith('http') ? path : `${graph.url ?? ''}${path}`, {
    method: 'POST',
    headers: {
      ...(who !== null && (await graph.headersOf(who))),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

/** What sources say and the graph does not tell: see docs/self-carry.md. */
const NOT_IN_THE_GRAPH = [
  '.meta.tag',
  // Persons and organisations whom a source refers to without a name.
  '.author',
  '.custodian',
  '.interpreter',
  '.participant',
  '.participant.actor',
  '.performer',
  '.recorder',
  '.requester',
  '.serviceProvider',
  '.agent.onBehalfOf',
  '.agent.who.reference',
  '.series.description',
  '.series.performer',
];

const bundleShape = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('document'),
  entry: z.array(
    z.object({
      fullUrl: z.string(),
      resource: z.looseObject({ resourceType: z.string(), id: z.string() }),
    }),
  ),
});
type Bundle = z.infer<typeof bundleShape>;

const compositionShape = z.object({
  section: z.array(
    z.object({
      code: z.object({ coding: z.array(z.object({ code: z.string() })) }),
      entry: z.array(z.object({ reference: z.string() })).default([]),
      emptyReason: z.object({ coding: z.array(z.object({ code: z.string() })) }).optional(),
    }),
  ),
});

const linkShape = z.object({
  shlink: z.string(),
  passcode: z.string().optional(),
  expiresAt: z.string(),
  file: z.string(),
  qrCode: z.string(),
});

async function exported(body: object, who: PersonaName = 'patient-chan'): Promise<Bundle> {
  const response = await post('/self-carry/bundle', body, who);
  const answered: unknown = await response.json();
  expect({ status: response.status, answered }).toMatchObject({ status: 200 });
  return bundleShape.parse(answered);
}

function sectionsOf({ entry }: Bundle) {
  const { section } = compositionShape.parse(entry[0]?.resource);
  return section.map(({ code, entry: entries, emptyReason }) => ({
    code: code.coding[0]?.code,
    entries: entries.length,
    emptyReason: emptyReason?.coding[0]?.code,
  }));
}

/** The records of a document: what stands in its sections. */
function recordsIn({ entry }: Bundle) {
  const others = ['Composition', 'Patient', 'Device', 'Provenance'];
  return entry.filter(({ resource }) => !others.includes(resource.resourceType));
}

/** Makes a link of little, since what is behind it is not the matter. */
async function linked(body: object = {}) {
  const response = await post('/self-carry', { categories: ['ALLERGY_ADR'], ...body });
  const answered = linkShape.parse(await response.json());
  const link = readHealthLink(answered.shlink);
  if (link === null) throw new Error('Expected a link');
  return { ...answered, link };
}

const opened = (url: string, body: object) => post(url, { recipient: 'A clinic', ...body }, null);

describe('the document of a patient’s own record', () => {
  let whole: Bundle;
  beforeAll(async () => {
    whole = await exported({});
  });

  it('holds every record of theirs, restricted ones too', async () => {
    const fields = RECORD_LISTS.map(({ field }) => `${field} { totalCount }`).join(' ');
    const { data } = await graph.ask(
      'patient-chan',
      `query($id: ID!) { patient(id: $id) { ${fields} } }`,
      { id: PATIENT_CHAN },
    );
    const patient = z
      .record(z.string(), z.object({ totalCount: z.number() }))
      .parse(data?.['patient']);
    const expected = Object.values(patient).reduce((sum, { totalCount }) => sum + totalCount, 0);
    expect(recordsIn(whole)).toHaveLength(expected);
    expect(JSON.stringify(whole)).toContain('"code":"R"');
  });

  it('says what the source said, but for what the graph does not tell', () => {
    const records = openRecords({
      path: join(folder.path, 'records.sqlite'),
      keys: [],
      clock: () => TODAY,
    });
    const sources = records.repository.statedOfPatient(PATIENT_CHAN);
    records.close();
    const byId = new Map(whole.entry.map(({ resource }) => [resource.id, resource]));
    const differences = sources.map(({ id, content }) => compareFhir(content, byId.get(id) ?? {}));
    expect(differences.flatMap(({ changed }) => [...changed])).toEqual([]);
    const leftOut = new Set(
      differences.flatMap(({ leftOut: paths }) =>
        [...paths].map((path) => path.replace(/^\w+/, '')),
      ),
    );
    expect([...leftOut].filter((path) => !NOT_IN_THE_GRAPH.includes(path))).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });

  it('is sound FHIR R4: elements, cardinalities, types', () => {
    const issues = whole.entry
      .filter(({ resource }) => isKnownResourceType(resource.resourceType))
      .flatMap(({ resource }) => checkStructure(resource));
    expect(issues).toEqual([]);
  });

  it('refers to nothing that is not in it, and names nothing twice', () => {
    const urls = whole.entry.map(({ fullUrl }) => fullUrl);
    const referred = [...JSON.stringify(whole).matchAll(/"reference":"([^"]+)"/g)].map(
      ([, url]) => url,
    );
    expect(new Set(urls).size).toBe(urls.length);
    expect(referred.filter((url) => !urls.includes(url ?? ''))).toEqual([]);
  });

  it('has every record in a section, and the sections that every summary has', () => {
    const sections = sectionsOf(whole);
    expect(sections.slice(0, 3).map(({ code }) => code)).toEqual(['10160-0', '48765-2', '11450-4']);
    expect(sections.reduce((sum, { entries }) => sum + entries, 0)).toBe(recordsIn(whole).length);
  });

  it('holds the categories and the period that were chosen, and says what was left out', async () => {
    const some = await exported({
      categories: ['ALLERGY_ADR', 'MEDICATION'],
      period: { start: '2100-01-01' },
    });
    expect(sectionsOf(some)).toEqual([
      { code: '10160-0', entries: 0, emptyReason: 'unavailable' },
      { code: '48765-2', entries: 0, emptyReason: 'unavailable' },
      { code: '11450-4', entries: 0, emptyReason: 'withheld' },
    ]);
  });
});

describe('whose record may be exported', () => {
  it.each<[PersonaName | null, object, number, string]>([
    [null, {}, 401, 'UNAUTHENTICATED'],
    ['dr-wong', { patient: PATIENT_CHAN }, 403, 'FORBIDDEN'],
    ['dr-li', { patient: PATIENT_CHAN }, 403, 'FORBIDDEN'],
    ['commissioner', { patient: PATIENT_CHAN }, 403, 'FORBIDDEN'],
    ['caregiver-chan', { patient: PATIENT_CHAN }, 404, 'NOT_FOUND'],
    ['sdm-chan', { patient: PATIENT_CHAN }, 404, 'NOT_FOUND'],
    ['patient-chan', { patient: '00000000-0000-4000-8000-000000000000' }, 404, 'NOT_FOUND'],
  ])('%s asks for %j: %d %s', async (who, body, status, code) => {
    for (const path of ['/self-carry', '/self-carry/bundle', '/self-carry/files']) {
      const response = await post(path, body, who);
      expect([path, response.status, await response.json()]).toMatchObject([
        path,
        status,
        { errors: [{ extensions: { code } }] },
      ]);
    }
  });
});

it('is told how to ask by who brings no token', async () => {
  const { headers } = await post('/self-carry', {}, null);
  expect(headers.get('www-authenticate')).toMatch(/^Bearer, DPoP algs=/);
});

describe('who decides for a patient', () => {
  it('exports the child’s record as the patient would', async () => {
    const child = await exported({ patient: CHILD_CHAN }, 'sdm-chan');
    expect(child.entry[1]?.resource).toMatchObject({ resourceType: 'Patient', id: CHILD_CHAN });
  });
});

describe('a SMART Health Link', () => {
  it('opens by link and passcode, and holds the same document', async () => {
    const { link, passcode, expiresAt, qrCode } = await linked({ label: 'For the journey' });
    expect(link).toMatchObject({
      flag: 'P',
      label: 'For the journey',
      v: 1,
      exp: Date.parse(expiresAt) / 1000,
    });
    expect(link.url).toMatch(/\/shl\/[\w-]{43}$/);
    expect(passcode).toMatch(/^\d{8}$/);
    expect(qrCode).toContain('<svg');
    const response = await opened(link.url, { passcode });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const { files } = z
      .object({ files: z.array(z.object({ contentType: z.string(), embedded: z.string() })) })
      .parse(await response.json());
    expect(files).toHaveLength(1);
    expect(files[0]?.contentType).toBe('application/fhir+json');
    const [header = ''] = files[0]?.embedded.split('.') ?? [];
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      cty: 'application/fhir+json',
    });
    const document = bundleShape.parse(await decryptFile(files[0]?.embedded ?? '', link.key));
    expect(recordsIn(document)).toHaveLength(
      recordsIn(await exported({ categories: ['ALLERGY_ADR'] })).length,
    );
  });

  it('takes the passcode that the patient chose, and does not repeat it', async () => {
    const { link, passcode } = await linked({ passcode: '135790' });
    expect(passcode).toBeUndefined();
    expect((await opened(link.url, { passcode: '135790' })).status).toBe(200);
  });

  it('counts wrong passcodes, one by one even at once, and is gone after ten', async () => {
    const { link, passcode } = await linked();
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => opened(link.url, { passcode: '000000' })),
    );
    const refused = guesses.filter(({ status }) => status === 401);
    const left = await Promise.all(refused.map((response) => response.json()));
    expect(
      left
        .map(
          (answer) => z.object({ remainingAttempts: z.number() }).parse(answer).remainingAttempts,
        )
        .toSorted((a, b) => a - b),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(guesses.filter(({ status }) => status === 404)).toHaveLength(10);
    expect((await opened(link.url, { passcode })).status).toBe(404);
  });

  it('ends to the second, whatever the receiver was told', async () => {
    const { link, passcode, expiresAt } = await linked({ expiresIn: 'PT1H' });
    graph.time.now = Date.parse(expiresAt) - 1;
    expect((await opened(link.url, { passcode })).status).toBe(200);
    graph.time.now = Date.parse(expiresAt);
    expect((await opened(link.url, { passcode })).status).toBe(404);
  });

  it('is listed with its openings, and gone once the patient closes it', async () => {
    const { link, passcode, file } = await linked({ label: 'Listed' });
    await opened(link.url, { passcode });
    const listed = z.object({ files: z.array(z.looseObject({ id: z.string() })) });
    const { files } = listed.parse(await (await post('/self-carry/files', {})).json());
    expect(files.find(({ id }) => id === file)).toMatchObject({
      label: 'Listed',
      openings: 1,
      lastOpenedAt: new Date(TODAY).toISOString(),
      revokedAt: null,
    });
    expect((await post('/self-carry/revoke', { file }, 'sdm-chan')).status).toBe(404);
    expect((await opened(link.url, { passcode })).status).toBe(200);
    expect((await post('/self-carry/revoke', { file })).status).toBe(200);
    expect((await opened(link.url, { passcode })).status).toBe(404);
  });

  it('gives a location, good once, for a file longer than the viewer takes', async () => {
    const { link, passcode } = await linked();
    const response = await opened(link.url, { passcode, embeddedLengthMax: 10 });
    const { files } = z
      .object({ files: z.array(z.object({ location: z.string() })) })
      .parse(await response.json());
    const location = files[0]?.location ?? '';
    const file = await fetch(location);
    expect(file.headers.get('content-type')).toBe('application/jose');
    expect(await decryptFile(await file.text(), link.key)).toMatchObject({ type: 'document' });
    expect((await fetch(location)).status).toBe(404);
  });

  it('answers unknown, over, closed and locked links alike, and bad requests before any of them', async () => {
    const { link } = await linked();
    const unknown = await opened(`${graph.url ?? ''}/shl/${'A'.repeat(43)}`, {
      passcode: '000000',
    });
    const malformed = await opened(`${graph.url ?? ''}/shl/short`, { passcode: '000000' });
    expect([unknown.status, malformed.status]).toEqual([404, 404]);
    expect(await unknown.text()).toBe(await malformed.text());
    expect((await post(link.url, { passcode: '000000' }, null)).status).toBe(400);
    expect((await fetch(link.url)).status).toBe(405);
    const bare = await opened(link.url, {});
    expect([bare.status, await bare.json()]).toEqual([401, { remainingAttempts: 10 }]);
  });

  it('lets pages of any origin ask for it, and no other route', async () => {
    const preflight = (path: string) =>
      fetch(`${graph.url ?? ''}${path}`, {
        method: 'OPTIONS',
        headers: { origin: 'https://viewer.example', 'access-control-request-method': 'POST' },
      });
    const allowed = (await preflight(`/shl/${'A'.repeat(43)}`)).headers;
    expect(allowed.get('access-control-allow-origin')).toBe('*');
    expect(allowed.get('access-control-allow-headers')).toBe('content-type');
    const other = (await preflight('/self-carry')).headers;
    expect(other.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    [{ passcode: '12345' }],
    [{ passcode: 'letters' }],
    [{ expiresIn: 'P31D' }],
    [{ expiresIn: 'PT0S' }],
    [{ expiresIn: 'soon' }],
    [{ label: 'x'.repeat(81) }],
    [{ categories: [] }],
    [{ categories: ['PERSON'] }],
    [{ period: { start: 'soon' } }],
    [{ other: 1 }],
  ])('is not made from %j', async (body) => {
    const response = await post('/self-carry', body);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });
});
