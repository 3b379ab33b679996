/** Images over HTTP: who sees them, by which link, and what of them leaves Hong Kong. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN, idOf } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import { generatedSlug } from '../../seeds/src/people/generated-people.js';
import { buildDicom } from '../../subgraphs/records/src/images/testing/build-dicom.js';
import { pixelsOf } from '../../subgraphs/records/src/images/testing/pixels-of.js';
import { plantImage } from '../support/images.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const NAME = 'CHAN^TAI MAN';
const PIXELS = [0, 50, 100, 150, 200, 255];
const FILE = buildDicom({
  elements: { '00100010': ['PN', NAME], '00100020': ['LO', 'A1234563'] },
});
const SLUG = generatedSlug(4);
const RESIDENT = idOf(`patient/${SLUG}`);
const GRANT = idOf(`grant/${SLUG}/lotus-lagoon`);

/** A doctor in Guangdong who may see images by a grant, and take them away. */
const DENG: PersonaClaims = {
  sub: idOf('account/dr-deng'),
  client_id: 'cross-boundary-viewer',
  fhirUser: `PractitionerRole/${idOf('practitioner-role/dr-deng')}`,
  organization: idOf('organization/lotus-lagoon'),
  grant: GRANT,
  purpose_of_use: ['TREAT'],
};

const OWN: PersonaClaims = {
  sub: idOf('account/resident'),
  client_id: 'ehealth-app',
  fhirUser: `Patient/${RESIDENT}`,
  purpose_of_use: ['PATRQT'],
};

const IMAGES = `query ($id: ID!) { patient(id: $id) { imagingStudies(first: 50) { edges { node {
  id images { id mediaType frames size digest }
} } } } }`;

interface Image {
  readonly id: string;
  readonly mediaType: string;
  readonly frames: number;
  readonly size: number;
  readonly digest: string | null;
}

interface Link {
  readonly viewUrl: string;
  readonly downloadUrl: string | null;
}

type Headers = Readonly<Record<string, string>>;

let graph: TestGraph;
/** A file of more than two pieces. */
const LONG = buildDicom({
  elements: { '00280010': ['US', [2_500]], '00280011': ['US', [2_000]] },
  pixels: Buffer.alloc(5_000_000, 5),
});

const studies: Record<'chan' | 'long' | 'resident' | 'restricted', string> = {
  chan: '',
  long: '',
  resident: '',
  restricted: '',
};

beforeAll(async () => {
  const folder = copyOfSeededWorld(TODAY);
  const plant = (patient: string, study = {}): string =>
    plantImage(folder, { patient, bytes: FILE, study }, TODAY);
  studies.chan = plant(PATIENT_CHAN);
  studies.resident = plant(RESIDENT);
  studies.long = plantImage(folder, { patient: RESIDENT, bytes: LONG }, TODAY);
  const system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
  studies.restricted = plant(PATIENT_CHAN, { security: [{ system, code: 'R' }] });
  graph = await startGraph({ folder, isServed: true });
});

afterAll(() => graph.close());

const at = (path: string): string => new URL(path, graph.url ?? '').href;

/** The image of a study, as somebody finds it in the graph. */
async function imageOf(
  who: PersonaName | PersonaClaims,
  patient: string,
  study: string,
): Promise<Image | undefined> {
  const { data } = await graph.ask(who, IMAGES, { id: patient });
  const { imagingStudies } = data?.['patient'] as {
    imagingStudies: { edges: { node: { id: string; images: Image[] } }[] };
  };
  return imagingStudies.edges.find(({ node }) => node.id === study)?.node.images[0];
}

async function linksTo(headers: Headers, ...images: readonly string[]): Promise<(Link | null)[]> {
  const response = await fetch(at('/images/links'), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ images }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as (Link | null)[];
}

/** Somebody with a token, an image of a patient as its own patient knows it, and the links to it. */
async function lookingAt(
  who: PersonaName | PersonaClaims,
  owner: PersonaName | PersonaClaims,
  patient: string,
  study: string,
) {
  const image = await imageOf(owner, patient, study);
  const headers = await graph.headersOf(who);
  const [link = null] = await linksTo(headers, image?.id ?? '');
  return { image: image?.id ?? '', headers, view: link?.viewUrl ?? '', link };
}

const get = (url: string, headers: Headers, more: Headers = {}, method = 'GET') =>
  fetch(url, { method, headers: { ...headers, ...more } });

const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer());

/** What is told of something that is not there: the same, whatever it is. */
async function told(response: Response) {
  const headers = Object.fromEntries(response.headers);
  delete headers['date'];
  return { status: response.status, headers, text: await response.text() };
}

const deng = () => lookingAt(DENG, OWN, RESIDENT, studies.resident);
const chan = () => lookingAt('patient-chan', 'patient-chan', PATIENT_CHAN, studies.chan);

describe('an image in the graph', () => {
  it('is told of with its digest at home, and without it abroad', async () => {
    const digest = createHash('sha256').update(FILE).digest('hex');
    const known = { mediaType: 'application/dicom', frames: 1, size: FILE.length };
    const id = expect.any(String);
    expect(await imageOf(OWN, RESIDENT, studies.resident)).toEqual({ ...known, id, digest });
    expect(await imageOf(DENG, RESIDENT, studies.resident)).toEqual({ ...known, id, digest: null });
  });
});

describe('an image, over HTTP', () => {
  it('is shown in full resolution, and given as it is, at home', async () => {
    const { headers, link } = await chan();
    const shown = await get(link?.viewUrl ?? '', headers);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(pixelsOf(await bytesOf(shown))).toEqual(PIXELS);
    const file = await get(link?.downloadUrl ?? '', headers);
    expect(await bytesOf(file)).toEqual(FILE);
  });

  it('leaves Hong Kong without what names persons, and with the same pixels', async () => {
    const { headers, link } = await deng();
    const file = await bytesOf(await get(link?.downloadUrl ?? '', headers));
    expect(file.toString('latin1', 128, 132)).toBe('DICM');
    expect(file.includes('CHAN')).toBe(false);
    expect(file.includes('A1234563')).toBe(false);
    expect(FILE.includes('A1234563')).toBe(true);
    expect(pixelsOf(await bytesOf(await get(link?.viewUrl ?? '', headers)))).toEqual(PIXELS);
  });

  it('is not to be taken away where that is not permitted', async () => {
    const { headers, view, link } = await lookingAt(
      'dr-wong',
      'patient-chan',
      PATIENT_CHAN,
      studies.chan,
    );
    expect(link?.downloadUrl).toBeNull();
    expect((await get(view, headers)).status).toBe(200);
    expect((await get(view.replace('?', '/file?'), headers)).status).toBe(403);
  });

  it('is answered by ranges', async () => {
    const { headers, view, link } = await chan();
    const url = link?.downloadUrl ?? '';
    const part = await get(url, headers, { range: 'bytes=128-131' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 128-131/${FILE.length}`);
    expect(await part.text()).toBe('DICM');
    expect(await bytesOf(await get(url, headers, { range: 'bytes=-6' }))).toEqual(
      Buffer.from(PIXELS),
    );
    expect((await get(view, headers, { range: 'bytes=0-7' })).status).toBe(206);
    const beyond = await get(url, headers, { range: `bytes=${FILE.length}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${FILE.length}`);
    const head = await get(url, headers, {}, 'HEAD');
    expect(head.headers.get('content-length')).toBe(String(FILE.length));
    expect((await get(url, headers, {}, 'DELETE')).status).toBe(405);
  });

  it('is not there, in one and the same way, for whoever may not see it', async () => {
    const { headers, view, image, link } = await chan();
    const other = await graph.headersOf('patient-chan');
    const stranger = await graph.headersOf('sdm-chan');
    const unknown = view.replace(image, '00000000-0000-4000-8000-000000000000');
    const download = new URL(link?.downloadUrl ?? '');
    const looked = new URL(view);
    looked.pathname = download.pathname;
    const later = new URL(view);
    later.searchParams.set('expires', String(Number(later.searchParams.get('expires')) + 1));
    const answers = await Promise.all([
      get(view, other),
      get(view, stranger),
      get(unknown, headers),
      get(at(`/images/${image}`), headers),
      get(looked.href, headers),
      get(later.href, headers),
      get(`${view}&frame=1`, headers),
    ]);
    const [first, ...others] = await Promise.all(answers.map(told));
    expect(first?.status).toBe(404);
    for (const answer of others) expect(answer).toEqual(first);
  });

  it('needs the token beside the link', async () => {
    const { view } = await chan();
    const response = await get(view, {});
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('is not there once its link has expired', async () => {
    const { headers, view } = await chan();
    graph.time.now += 5 * 60_000 - 1;
    expect((await get(view, headers)).status).toBe(200);
    graph.time.now += 1;
    expect((await get(view, headers)).status).toBe(404);
    graph.time.now = TODAY;
  });

  it('is linked to for nobody else', async () => {
    const { image } = await chan();
    const restricted = await imageOf('patient-chan', PATIENT_CHAN, studies.restricted);
    const ids = [image, restricted?.id ?? '', '00000000-0000-4000-8000-000000000000'];
    expect(await linksTo(await graph.headersOf('sdm-chan'), ...ids)).toEqual([null, null, null]);
    expect(await linksTo(await graph.headersOf('dr-li'), ...ids)).toEqual([null, null, null]);
    // Dr Wong sees normal records; those that are restricted need a step-up.
    const [normal, hidden] = await linksTo(await graph.headersOf('dr-wong'), ...ids);
    expect(normal).not.toBeNull();
    expect(hidden).toBeNull();
  });

  it('is on record before it is seen', async () => {
    const { headers, view } = await chan();
    graph.asked.length = 0;
    await bytesOf(await get(view, headers));
    const events = graph.asked
      .filter(({ context }) => context.use === 'audit')
      .flatMap(({ variables }) => variables['events'] as readonly object[]);
    expect(events).toMatchObject([
      {
        patient: PATIENT_CHAN,
        action: 'READ',
        outcome: 'PERMIT',
        release: 'RELEASED',
        operation: { name: 'ViewImage' },
        counts: { RAD_IMAGE: 1 },
      },
    ]);
  });

  it('is not seen where it cannot be put on record', async () => {
    const { headers, view } = await chan();
    graph.intercept = (_name, request, answer) =>
      request.body.includes('recordAccess') ? Promise.reject(new Error('down')) : answer();
    expect((await get(view, headers)).status).toBe(503);
    graph.intercept = (_name, _request, answer) => answer();
  });

  it('is not seen where the permission ends while it is read', async () => {
    const { headers, view } = await deng();
    let readings = 0;
    graph.intercept = async (_name, request, answer) => {
      const response = await answer();
      if (!request.body.includes('readImage(')) return response;
      readings += 1;
      // The second reading is of the bytes; the link's month is over before they leave.
      if (readings === 2) graph.time.now += 365 * 24 * 60 * 60_000;
      return response;
    };
    expect((await get(view, headers)).status).toBe(404);
    expect(readings).toBe(2);
    graph.time.now = TODAY;
    graph.intercept = (_name, _request, answer) => answer();
  });

  it('is given whole, however long', async () => {
    const { headers, link } = await lookingAt(OWN, OWN, RESIDENT, studies.long);
    expect(await bytesOf(await get(link?.downloadUrl ?? '', headers))).toEqual(LONG);
  });

  it('ends in the middle when the permission ends there', async () => {
    const { headers, link } = await lookingAt(DENG, OWN, RESIDENT, studies.long);
    let readings = 0;
    graph.intercept = async (_name, request, answer) => {
      const response = await answer();
      if (!request.body.includes('readImage(')) return response;
      readings += 1;
      if (readings === 3) graph.time.now += 365 * 24 * 60 * 60_000;
      return response;
    };
    await expect(get(link?.downloadUrl ?? '', headers).then(bytesOf)).rejects.toThrow();
    expect(readings).toBe(3);
    graph.time.now = TODAY;
    graph.intercept = (_name, _request, answer) => answer();
  });

  it('ends between two ranges when the grant is revoked', async () => {
    const { headers, link } = await deng();
    const url = link?.downloadUrl ?? '';
    expect((await get(url, headers, { range: 'bytes=0-99' })).status).toBe(206);
    const { errors } = await graph.ask(
      OWN,
      'mutation ($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { state } }',
      { patient: RESIDENT, id: GRANT },
    );
    expect(errors).toEqual([]);
    expect((await get(url, headers, { range: 'bytes=100-199' })).status).toBe(404);
  });
});
