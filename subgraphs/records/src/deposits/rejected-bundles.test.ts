import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildRecord, ofType } from '../testing/build-record.js';
import {
  allergy,
  atHome,
  bundleOf,
  deposit,
  depositPermit,
  depositor,
  refusalIn,
  report,
  result,
} from '../testing/deposits.js';
import type { Depositing } from '../testing/deposits.js';
import { openWith } from '../testing/open.js';
import type { OpenRecords } from '../testing/open.js';

let records: OpenRecords;

beforeEach(() => {
  records = openWith(
    buildRecord({ id: 'theirs', patient: 'p-lee' }),
    ofType('Encounter', { id: 'e-theirs', patient: 'p-chan', authorOrganization: 'o-other' }),
    ofType('Encounter', { id: 'e-home', patient: 'p-chan', authorOrganization: 'o-sz' }),
  );
});

afterEach(() => {
  records.close();
});

const nested = (levels: number): object =>
  levels === 0 ? {} : { extension: [{ url: 'urn:x', extension: nested(levels - 1) }] };

const HTEST = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' };

const narrative = (inside: string): object => ({
  text: { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>` },
});

const document = (attachment: object): object => ({
  resourceType: 'DocumentReference',
  status: 'current',
  subject: { reference: 'Patient/p-chan' },
  content: [{ attachment }],
});

const encounter = (stated: object = {}): object => ({
  resourceType: 'Encounter',
  id: 'e-1',
  status: 'finished',
  class: { code: 'AMB' },
  subject: { reference: 'Patient/p-chan' },
  ...stated,
});

const provenance = (target: string, stated: object = {}): object => ({
  resourceType: 'Provenance',
  target: [{ reference: target }],
  recorded: '2026-05-30T10:00:00+08:00',
  agent: [{ who: { display: 'Shenzhen' } }],
  ...stated,
});

const at = (fullUrl: string, resource: object, stated: object = {}): object => ({
  fullUrl,
  resource,
  ...stated,
});

const R = 'Bundle.entry[0].resource';

/** What is deposited, the place that the answer names, and what it expects there. */
const REJECTED: readonly (readonly [string, unknown, string, string, Depositing?])[] = [
  // The bundle
  ['no JSON object', 'PID|1', 'Bundle', 'a FHIR R4 Bundle'],
  ['another resource', allergy(), 'Bundle.resourceType', 'a Bundle'],
  [
    'a bundle without entries',
    { resourceType: 'Bundle', type: 'collection' },
    'Bundle.entry',
    'entries',
  ],
  ...['history', 'searchset', 'message', 'batch', 'transaction-response'].map(
    (type) =>
      [
        `a ${type}`,
        { ...bundleOf(allergy()), type },
        'Bundle.type',
        'collection, document',
      ] as const,
  ),
  [
    'an unknown member of the bundle',
    { ...bundleOf(allergy()), issues: {} },
    'Bundle.issues',
    'none',
  ],
  [
    '1,001 entries',
    bundleOf(...Array.from({ length: 1_001 }, () => allergy())),
    'Bundle.entry',
    'at most 1000 entries',
  ],
  [
    '6 MB',
    bundleOf(allergy({ note: [{ text: 'x'.repeat(6_000_000) }] })),
    'Bundle',
    'at most 5242880 bytes',
  ],
  ['what goes too deep', bundleOf(allergy(nested(20))), 'Bundle', 'at most 32 levels'],
  ['an entry without a resource', bundleOf({ fullUrl: 'urn:uuid:1' }), R, 'a FHIR R4 resource'],
  ...['PUT', 'DELETE', 'PATCH', 'GET'].map(
    (method) =>
      [
        `a ${method}`,
        bundleOf({ resource: allergy(), request: { method, url: 'AllergyIntolerance/theirs' } }),
        'Bundle.entry[0].request',
        'to create',
      ] as const,
  ),
  [
    'a conditional creation',
    bundleOf({
      resource: allergy(),
      request: { method: 'POST', url: 'AllergyIntolerance', ifNoneExist: 'code=1' },
    }),
    'Bundle.entry[0].request',
    'without condition',
  ],
  [
    'a search result',
    bundleOf({ resource: allergy(), search: {} }),
    'Bundle.entry[0].search',
    'none',
  ],
  [
    'a relative full URL',
    bundleOf(at('Observation/1', result())),
    'Bundle.entry[0].fullUrl',
    'an absolute URI',
  ],
  [
    'one name twice',
    bundleOf(at('urn:uuid:1', allergy()), at('urn:uuid:1', allergy())),
    'Bundle.entry[1].resource',
    'each resource once',
  ],
  // Types and structure
  ...['Patient', 'Consent', 'AuditEvent', 'Composition', 'Organization', 'Binary', 'Bundle'].map(
    (resourceType) =>
      [
        `a ${resourceType}`,
        bundleOf({ resourceType }),
        `${R}.resourceType`,
        'one of AllergyIntolerance',
      ] as const,
  ),
  [
    'contained resources',
    bundleOf(allergy({ contained: [{ resourceType: 'Patient' }] })),
    `${R}.contained`,
    'entries of their own',
  ],
  [
    'a shape of R5',
    bundleOf(allergy({ participant: [] })),
    `${R}.participant`,
    'got an element of R5',
  ],
  [
    'a shape of STU3',
    bundleOf(allergy({ assertedDate: '2020' })),
    `${R}.assertedDate`,
    'got an element of STU3',
  ],
  [
    'an export of a database',
    bundleOf(allergy({ _id: '5f' })),
    `${R}._id`,
    'an element of a database',
  ],
  [
    'an element that is none',
    bundleOf(allergy({ 'CHAN Tai Man': 1 })),
    `${R}.?`,
    'which has no such element',
  ],
  ['a missing element', bundleOf(result({ status: undefined })), `${R}.status`, 'Expected status'],
  [
    'a value of another type',
    bundleOf(allergy({ note: [{ text: 7 }] })),
    `${R}.note[0].text`,
    'another number',
  ],
  [
    'an unknown modifier',
    bundleOf(allergy({ modifierExtension: [{ url: 'urn:not' }] })),
    `${R}.modifierExtension`,
    'unknown',
  ],
  // Whose it is
  [
    "another patient's record",
    bundleOf(allergy({ patient: { reference: 'Patient/p-lee' } })),
    `${R}.patient`,
    'the patient of the deposit',
  ],
  [
    'a patient by another name',
    bundleOf(allergy({ patient: { identifier: { value: 'A123456' } } })),
    `${R}.patient`,
    'the patient of the deposit',
  ],
  [
    'no patient',
    bundleOf(result({ subject: undefined })),
    `${R}.subject`,
    'the patient of the deposit',
  ],
  [
    'a mention of another patient',
    bundleOf(allergy({ asserter: { reference: 'Patient/p-lee' } })),
    `${R}.asserter`,
    'the patient of the deposit',
  ],
  [
    'another author',
    bundleOf(report({ performer: [{ reference: 'Organization/o-other' }] })),
    `${R}.performer`,
    'the depositing organisation',
  ],
  [
    'an author from elsewhere',
    bundleOf(report({ performer: [{ reference: 'https://x.example/Organization/1' }] })),
    `${R}.performer`,
    'the depositing organisation',
  ],
  [
    'another encounter',
    bundleOf(allergy({ encounter: { reference: 'Encounter/e-2' } })),
    `${R}.encounter`,
    'the encounter that the deposit is of',
  ],
  [
    'the record of another encounter',
    bundleOf(encounter({ id: 'e-2' })),
    `${R}.id`,
    'the encounter that is open',
  ],
  [
    'two encounters',
    bundleOf(encounter(), encounter({ id: 'e-2' })),
    'Bundle.entry[1].resource',
    'one encounter',
  ],
  [
    "at home, another organisation's encounter",
    bundleOf(allergy({ encounter: { reference: 'Encounter/e-theirs' } })),
    `${R}.encounter`,
    'the encounter that the deposit is of',
    { permit: atHome() },
  ],
  [
    'at home, no encounter at all',
    bundleOf(allergy({ encounter: { reference: 'Encounter/e-none' } })),
    `${R}.encounter`,
    'the encounter that the deposit is of',
    { permit: atHome() },
  ],
  [
    'at home, two encounters',
    bundleOf(
      allergy({ encounter: { reference: 'Encounter/e-home' } }),
      allergy({ encounter: { reference: 'Encounter/e-theirs' } }),
    ),
    'Bundle.entry[1].resource.encounter',
    'the encounter that the deposit is of',
    { permit: atHome() },
  ],
  [
    "a reference to somebody's record",
    bundleOf(report({ result: [{ reference: 'AllergyIntolerance/theirs' }] })),
    `${R}.result`,
    'a record of the bundle',
  ],
  [
    'a reference to no record',
    bundleOf(report({ result: [{ reference: 'AllergyIntolerance/nothing' }] })),
    `${R}.result`,
    'a record of the bundle',
  ],
  [
    'a reference within a resource',
    bundleOf(report({ result: [{ reference: '#1' }] })),
    `${R}.result`,
    'entries of their own',
  ],
  // Categories
  [
    'a category that is not granted',
    bundleOf(allergy()),
    R,
    'a category that may be deposited here, got ALLERGY_ADR',
    { permit: depositPermit({ depositable: ['LAB_REPORT'] }) },
  ],
  [
    'a category that may be read alone',
    bundleOf(allergy()),
    R,
    'a category that may be deposited here, got ALLERGY_ADR',
    { permit: depositPermit({ scopes: ['ALLERGY_ADR', 'DEPOSIT'], depositable: [] }) },
  ],
  ['a record of no category', bundleOf(result()), R, 'a sharable category'],
  [
    'a Provenance of what is not there',
    bundleOf(provenance('urn:uuid:9')),
    `${R}.target`,
    'all of one category',
  ],
  [
    'a Provenance of two categories',
    bundleOf(
      at('urn:uuid:1', allergy()),
      at('urn:uuid:2', report()),
      provenance('urn:uuid:1', {
        target: [{ reference: 'urn:uuid:1' }, { reference: 'urn:uuid:2' }],
      }),
    ),
    'Bundle.entry[2].resource.target',
    'all of one category',
  ],
  // What could run
  [
    'a script in a narrative',
    bundleOf(allergy(narrative('<script>alert(1)</script>'))),
    `${R}.text.div`,
    'basic formatting',
  ],
  [
    'a handler in a narrative',
    bundleOf(allergy(narrative('<p onclick="x()">a</p>'))),
    `${R}.text.div`,
    'basic formatting',
  ],
  [
    'a script in a link',
    bundleOf(allergy(narrative('<a href="java&#115;cript:x()">a</a>'))),
    `${R}.text.div`,
    'basic formatting',
  ],
  [
    'a script in a note',
    bundleOf(allergy({ note: [{ text: 'a <script src=x>' }] })),
    `${R}.note[0].text`,
    'plain text',
  ],
  [
    'an HTML page',
    bundleOf(document({ contentType: 'text/html', data: 'PGI+' })),
    `${R}.content[0].attachment.contentType`,
    'text/plain',
  ],
  [
    'an SVG image',
    bundleOf(document({ contentType: 'image/svg+xml', data: 'PGI+' })),
    `${R}.content[0].attachment.contentType`,
    'text/plain',
  ],
  [
    'data of no type',
    bundleOf(document({ data: 'PGI+' })),
    `${R}.content[0].attachment.contentType`,
    'text/plain',
  ],
  [
    'an attachment at a data URL',
    bundleOf(document({ url: 'data:text/html,x', title: 'x' })),
    `${R}.content[0].attachment.url`,
    'an https URL',
  ],
  // Test data
  [
    'test data among real ones',
    bundleOf(allergy({ meta: { security: [HTEST] } })),
    `${R}.meta.security`,
    'real data',
  ],
  [
    'a bundle of test data',
    { ...bundleOf(allergy()), meta: { security: [HTEST] } },
    'Bundle.meta.security',
    'real data',
  ],
];

describe('a bundle is rejected in whole, with its place', () => {
  it.each(REJECTED)('%s', async (_, bundle, place, expected, depositing = {}) => {
    const before = records.repository.statedOfPatient('p-chan').length;
    const refusal = refusalIn(
      await deposit(records, withGood(bundle), { permit: depositPermit(), ...depositing }),
    );
    expect(refusal.startsWith(`DEPOSIT_REJECTED ${place}: Expected `)).toBe(true);
    expect(refusal).toContain(expected);
    expect(records.repository.statedOfPatient('p-chan')).toHaveLength(before);
    expect(await deposited()).toEqual([]);
  });

  it('says nothing of what it holds', async () => {
    const bundle = bundleOf(
      allergy({ 'CHAN Tai Man': 'x', patient: { reference: 'Patient/HKID-A1234563' } }),
    );
    expect(refusalIn(await deposit(records, bundle))).not.toMatch(/CHAN|HKID/);
  });

  it('answers for a record that is there as for one that is not', async () => {
    const naming = (id: string): object =>
      bundleOf(report({ result: [{ reference: `AllergyIntolerance/${id}` }] }));
    const [there, nowhere] = [
      refusalIn(await deposit(records, naming('theirs'))),
      refusalIn(await deposit(records, naming('nowhere'))),
    ];
    expect(there).toBe(nowhere);
  });
});

describe('an input is refused', () => {
  it.each([
    ['with a key that is too short', { key: 'short' }],
    ['with a key of other characters', { key: '鑰匙鑰匙鑰匙鑰匙' }],
    ['with a key that is too long', { key: 'k'.repeat(129) }],
  ])('%s', async (_, depositing) => {
    expect(refusalIn(await deposit(records, bundleOf(allergy()), depositing))).toMatch(
      /^BAD_USER_INPUT Expected an idempotency key/,
    );
  });
});

describe('a patient is not there to deposit for', () => {
  const READ = depositPermit({ action: 'READ' });

  it.each<[string, Depositing]>([
    ['without a permit', { patient: 'p-lee' }],
    ['with a permit to read', { permit: READ }],
    ['without the scope of receipts', { permit: depositPermit({ scopes: [] }) }],
    ['abroad without an encounter', { permit: depositPermit({ encounter: null }) }],
    [
      "abroad with another's encounter",
      { permit: depositPermit({ encounter: { id: 'e-1', organization: 'o-other' } }) },
    ],
    ['abroad without a grant', { permit: depositPermit({ grant: null }) }],
    [
      'for a person',
      {
        caller: {
          kind: 'person',
          subject: 's',
          client: 'c',
          purpose: 'PATRQT',
          tokenId: 't',
          person: 'p-chan',
        },
      },
    ],
  ])('%s', async (_, depositing) => {
    expect(
      refusalIn(
        await deposit(records, bundleOf(allergy()), { caller: depositor(), ...depositing }),
      ),
    ).toMatch(/^NOT_FOUND /);
  });
});

/** A bundle that would be taken but for what is wrong with it: a good record goes along. */
function withGood(bundle: unknown): unknown {
  const { entry } = bundle as { readonly entry?: readonly unknown[] };
  if (!Array.isArray(entry) || entry.length > 1_000) return bundle;
  return {
    ...(bundle as object),
    entry: [...(entry as unknown[]), { resource: report({ encounter: undefined }) }],
  };
}

async function deposited(): Promise<unknown> {
  const answer = await records.ask('{ depositEvents(after: 0, first: 10) }', {
    use: 'relay',
    caller: null,
  });
  return answer.data?.['depositEvents'];
}
