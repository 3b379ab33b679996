/** Conditions that are turned round, forgotten, remembered for too long, or asked at one door and not at the next. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { without } from '@causeway/kit';
import type { NewConsent, NewGrant } from '@causeway/consents';
import type { NewRecord } from '@causeway/records';
import { confidentialityOf } from '@causeway/schema';
import type { ProvisionFact } from '@causeway/schema';
import {
  BAUHINIA_CLINIC,
  CHILD_CHAN,
  FERRY_PIER_PHARMACY,
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  LION_ROCK_HOSPITAL,
  PATIENT_CHAN,
  PEARL_ISLET_HOSPITAL,
  PERSONAS,
  SDM_CHAN,
  SEED_NAMESPACE,
  idOf,
  openStores,
  world,
} from '@causeway/seeds';
import type { OpenStores, PersonaClaims, PersonaName } from '@causeway/seeds';
import { recordsOf } from '../support/records.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const CHAN = { id: PATIENT_CHAN };
const NAME = 'query ($id: ID!) { patient(id: $id) { name { text } } }';
const ALLERGIES =
  'query ($id: ID!) { patient(id: $id) { allergyIntolerances(first: 100) { totalCount edges { node { id } } } } }';
const NOTHING = '{"data":{"patient":null}}\n';

const WORLD = world(new Date(TODAY));

let graph: TestGraph;
let stores: OpenStores;
/** Two allergies that everybody with a permit sees. */
let penicillin: NewRecord;
let peanut: NewRecord;

beforeAll(async () => {
  const folder = copyOfSeededWorld(TODAY);
  graph = await startGraph({ folder });
  stores = openStores(folder.path, () => graph.time.now);
  const [first, second] = recordsOf(stores, PATIENT_CHAN, 'AllergyIntolerance').filter(
    ({ security, clinicalDate }) =>
      confidentialityOf(security) === 'N' && clinicalDate?.startsWith('2026') === true,
  );
  if (first === undefined || second === undefined) throw new Error('Expected two allergies');
  [penicillin, peanut] = [
    {
      ...first,
      authorOrganization: LION_ROCK_HOSPITAL,
      codes: [{ element: 'code', system: 'urn:substance', code: 'penicillin' }],
      content: {
        ...first.content,
        code: { coding: [{ system: 'urn:substance', code: 'penicillin' }] },
      },
      clinicalDate: '2026-05-05',
    },
    {
      ...second,
      authorOrganization: FERRY_PIER_PHARMACY,
      codes: [{ element: 'code', system: 'urn:substance', code: 'peanut' }],
      content: {
        ...second.content,
        code: { coding: [{ system: 'urn:substance', code: 'peanut' }] },
      },
      clinicalDate: '2026-06-06',
    },
  ];
  stores.records.putRecords([penicillin, peanut]);
});

afterAll(async () => {
  stores.close();
  await graph.close();
});

const tick = (): void => {
  graph.time.now += 1_000;
};

const claimsOf = (name: PersonaName): PersonaClaims => {
  const persona = PERSONAS.find((one) => one.name === name);
  if (persona === undefined) throw new Error(`Expected the persona ${name}`);
  return persona.claims;
};

/** A consent of the patient, with something else than usual. */
const consentOf = (stated: Partial<NewConsent> & Pick<NewConsent, 'kind'>): NewConsent =>
  ({
    id: idOf(`test/${stated.kind}`),
    origin: 'LAYER',
    patient: PATIENT_CHAN,
    status: 'active',
    grantor: `Patient/${PATIENT_CHAN}`,
    grantee: [],
    dateTime: null,
    period: { start: null, end: null },
    decision: 'permit',
    provision: [],
    ...stated,
  }) as NewConsent;

/** Does something while a consent is there. */
async function whileThereIs<Result>(
  consent: NewConsent,
  work: () => Promise<Result>,
): Promise<Result> {
  tick();
  stores.consents.putConsent(consent);
  try {
    return await work();
  } finally {
    tick();
    stores.consents.putConsent({ ...consent, status: 'inactive' });
  }
}

/** Which of the two allergies somebody sees. */
async function seenBy(who: PersonaName): Promise<readonly string[]> {
  const { text } = await graph.ask(who, ALLERGIES, CHAN);
  return [
    ...(text.includes(penicillin.id) ? ['penicillin'] : []),
    ...(text.includes(peanut.id) ? ['peanut'] : []),
  ];
}

const BOTH = ['penicillin', 'peanut'];

/** A restriction, and what is left. */
type Row = readonly [string, readonly ProvisionFact[], readonly string[]];

const PENICILLIN = [{ system: 'urn:substance', code: 'penicillin' }];

/** Denials and exceptions from them. */
const QUANTIFIERS: readonly Row[] = [
  ['nothing denied', [], BOTH],
  ['one denied', [{ type: 'deny', code: PENICILLIN }], ['peanut']],
  ['all denied', [{ type: 'deny', category: ['ALLERGY_ADR'] }], []],
  ['one permitted, which denies no other', [{ type: 'permit', code: PENICILLIN }], BOTH],
  [
    'one denied and permitted side by side',
    [
      { type: 'permit', code: PENICILLIN },
      { type: 'deny', code: PENICILLIN },
    ],
    ['peanut'],
  ],
  [
    'two denied one by one',
    [
      { type: 'deny', code: PENICILLIN },
      { type: 'deny', code: [{ system: 'urn:substance', code: 'peanut' }] },
    ],
    [],
  ],
  [
    'another code denied',
    [{ type: 'deny', code: [{ system: 'urn:substance', code: 'egg' }] }],
    BOTH,
  ],
  ['denied to somebody else', [{ type: 'deny', code: PENICILLIN, actor: [BAUHINIA_CLINIC] }], BOTH],
  ['denied for another purpose', [{ type: 'deny', code: PENICILLIN, purpose: ['HRESCH'] }], BOTH],
];

/** A denial of one record by every condition there is; each alone would let it go if it were not met. */
const CONJUNCTION = {
  category: ['ALLERGY_ADR'],
  code: PENICILLIN,
  authoredBy: [LION_ROCK_HOSPITAL],
  dataPeriod: { start: '2026-05-01', end: '2026-05-31' },
  securityLabel: [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' },
  ],
} satisfies Partial<ProvisionFact>;

const UNMET: readonly (readonly [string, Partial<ProvisionFact>])[] = [
  ['category', { category: ['DIAGNOSIS'] }],
  ['code', { code: [{ system: 'urn:substance', code: 'egg' }] }],
  ['author', { authoredBy: [BAUHINIA_CLINIC] }],
  ['period of the data', { dataPeriod: { start: '2025-05-01', end: '2025-05-31' } }],
  [
    'label',
    {
      securityLabel: [
        { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'V' },
      ],
    },
  ],
  ['actor', { actor: [BAUHINIA_CLINIC] }],
  ['purpose', { purpose: ['HRESCH'] }],
  ['period of the provision', { period: { start: '2020-01-01', end: '2020-12-31' } }],
];

describe('a restriction with', () => {
  it.each(QUANTIFIERS)('CVE-2026-92682: %s', async (_what, provision, left) => {
    const restriction = consentOf({ kind: 'RESTRICTION', provision });
    const seen = await whileThereIs(restriction, () => seenBy('dr-wong'));
    expect(seen).toEqual(left);
    expect(await seenBy('dr-wong')).toEqual(BOTH);
  });

  it('CVE-2026-92682: all denied but one never shows more than the one', async () => {
    const provision: ProvisionFact[] = [
      {
        type: 'deny',
        category: ['ALLERGY_ADR'],
        provision: [{ type: 'permit', code: PENICILLIN }],
      },
    ];
    const restriction = consentOf({ kind: 'RESTRICTION', provision });
    expect(await whileThereIs(restriction, () => seenBy('dr-wong'))).not.toContain('peanut');
  });

  it('CVE-2026-92683: all of its conditions met denies', async () => {
    const provision = [{ type: 'deny' as const, ...CONJUNCTION }];
    const restriction = consentOf({ kind: 'RESTRICTION', provision });
    for (const who of ['dr-wong', 'dr-li', 'pharmacist-ng'] as const)
      expect(await whileThereIs(restriction, () => seenBy(who))).toEqual(['peanut']);
  });

  it.each(UNMET)(
    'CVE-2026-92683: all but one of its conditions met (%s) denies nothing',
    async (_which, unmet) => {
      const provision = [{ type: 'deny' as const, ...CONJUNCTION, ...unmet }];
      const restriction = consentOf({ kind: 'RESTRICTION', provision });
      expect(await whileThereIs(restriction, () => seenBy('dr-wong'))).toEqual(BOTH);
    },
  );
});

const seeded = WORLD.grants.find(({ id }) => id === GRANT_LI);

const grantOf = (stated: Partial<NewGrant> = {}): NewGrant => {
  if (seeded === undefined) throw new Error('Expected the grant of Dr Li');
  return { ...without(seeded, 'slug'), ...stated };
};

describe('a grant', () => {
  it.each<readonly [string, Partial<NewGrant>]>([
    ['to another organisation', { organization: PEARL_ISLET_HOSPITAL }],
    ['to another practitioner', { practitionerRole: idOf('practitioner-role/dr-zhao') }],
    ['for another purpose', { purpose: 'HRESCH' }],
    ['that is not redeemed', { state: 'LINK_ISSUED' }],
    ['that is revoked', { state: 'REVOKED' }],
    ['for deposit alone', { permissions: ['DEPOSIT'] }],
    ['that is over', { period: { start: '2026-01-01', end: '2026-11-21' } }],
    ['that has not begun', { period: { start: '2026-11-23', end: '2026-12-31' } }],
    [
      'at whose encounter the patient has left',
      {
        encounter: { id: 'encounter', organization: LIANHUA_BAY_HOSPITAL, open: false },
      },
    ],
    [
      'with an encounter elsewhere',
      { encounter: { id: 'encounter', organization: PEARL_ISLET_HOSPITAL, open: true } },
    ],
    ['without an encounter', { encounter: null }],
    ['without the consent it rests on', { consent: idOf('consent/none') }],
  ])('CVE-2026-92683: %s permits nothing, whatever else of it is right', async (_what, stated) => {
    expect((await graph.ask('dr-li', NAME, CHAN)).text).toContain('CHAN');
    tick();
    stores.consents.putGrant(grantOf(stated));
    expect((await graph.ask('dr-li', NAME, CHAN)).text).toBe(NOTHING);
    expect(graph.dataRequests()).toEqual([]);
    tick();
    stores.consents.putGrant(grantOf());
  });

  /** The doors through which Dr Li comes to the patient. */
  const DOORS = [
    NAME,
    '{ myGrant { patient { name { text } } } }',
    'query ($id: ID!) { myPatients { name { text } } patient(id: $id) { id name { text } } }',
  ];

  it.each<readonly [string, Partial<PersonaClaims>]>([
    ['of a client that is not the designated one', { client_id: 'somebody-elses-browser' }],
    ['for another purpose', { purpose_of_use: ['HRESCH'] }],
    ['at another organisation', { organization: PEARL_ISLET_HOSPITAL }],
    ['without a grant', { grant: idOf('grant/none') }],
  ])('consent-server 5: used by a token %s is refused at every door', async (_what, stated) => {
    const claims = { ...claimsOf('dr-li'), ...stated };
    for (const door of DOORS) {
      expect((await graph.ask('dr-li', door, CHAN)).text).toContain('CHAN');
      expect((await graph.ask(claims, door, CHAN)).text).not.toContain('CHAN');
    }
  });
});

describe('what was decided', () => {
  const WHO = [
    'dr-li',
    'patient-chan',
    'dr-zhao',
    'dr-wong',
    'pharmacist-ng',
    'dr-lee',
    'sdm-chan',
    'commissioner',
  ] as const;
  const QUESTION = `query ($id: ID!, $other: ID!) {
    patient(id: $id) { name { text } hkid conditions { totalCount } imagingStudies { totalCount } }
    other: patient(id: $other) { name { text } hkid conditions { totalCount } }
  }`;
  const variables = { id: PATIENT_CHAN, other: CHILD_CHAN };

  it('GHSA-hx78-272p-mqqh, graphql-shield#349: for one caller, patient or argument is never another’s', async () => {
    const alone = new Map<string, string>();
    for (const who of WHO) alone.set(who, (await graph.ask(who, QUESTION, variables)).text);
    expect(new Set(alone.values()).size).toBeGreaterThan(4);
    const swapped = { id: CHILD_CHAN, other: PATIENT_CHAN };
    for (const who of [...WHO, ...WHO.toReversed()]) {
      expect((await graph.ask(who, QUESTION, variables)).text).toBe(alone.get(who));
      const { data } = await graph.ask(who, QUESTION, swapped);
      const { data: usual } = await graph.ask(who, QUESTION, variables);
      const nameOf = (value: unknown): unknown => (value as { name: unknown } | null)?.name ?? null;
      expect(nameOf(data?.['other'])).toEqual(nameOf(usual?.['patient']));
      expect(nameOf(data?.['patient'])).toEqual(nameOf(usual?.['other']));
    }
  });

  it('consent-server 6: for one of many requests at once is never another’s', async () => {
    const alone = new Map<string, string>();
    for (const who of WHO) alone.set(who, (await graph.ask(who, QUESTION, variables)).text);
    const crowd = [...WHO, ...WHO, ...WHO];
    const texts = await Promise.all(
      crowd.map(async (who) => (await graph.ask(who, QUESTION, variables)).text),
    );
    expect(texts).toEqual(crowd.map((who) => alone.get(who)));
  });

  it('consent-server 6: for one patient of an operation is never another’s', async () => {
    const { data } = await graph.ask('sdm-chan', QUESTION, variables);
    expect(data).toMatchObject({ patient: null, other: { hkid: expect.any(String) } });
    for (const { context } of graph.dataRequests())
      expect(context.permits.map(({ patient }) => patient)).toEqual([CHILD_CHAN]);
  });

  it('consent-server 8: is not remembered: a revocation counts for the very next request', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await graph.ask('dr-li', NAME, CHAN)).text).toContain('CHAN');
      tick();
      stores.consents.putGrant(grantOf({ state: 'REVOKED' }));
      expect((await graph.ask('dr-li', NAME, CHAN)).text).toBe(NOTHING);
      tick();
      stores.consents.putGrant(grantOf());
    }
  });
});

describe('the period of', () => {
  const giving = (period: NewConsent['period'], provision: readonly ProvisionFact[] = []) =>
    consentOf({ kind: 'SHARING', grantee: [BAUHINIA_CLINIC], period, provision });

  it.each<readonly [string, NewConsent['period'], boolean]>([
    ['is open', { start: null, end: null }, true],
    ['has not begun', { start: '2026-11-23', end: null }, false],
    ['ended yesterday', { start: null, end: '2026-11-21' }, false],
    ['ends today', { start: null, end: '2026-11-22' }, true],
    ['ended a moment ago', { start: null, end: '2026-11-22T12:00:00+08:00' }, false],
  ])('consent-server 7: a consent counts: one that %s', async (_what, period, isSeen) => {
    const { text } = await whileThereIs(giving(period), () => graph.ask('dr-lee', NAME, CHAN));
    expect(text.includes('CHAN')).toBe(isSeen);
  });

  it('consent-server 7: a provision counts: a denial that is over denies nothing, and one that is not does', async () => {
    const denying = (period: NewConsent['period']) =>
      giving({ start: null, end: null }, [{ type: 'deny', code: PENICILLIN, period }]);
    const over = denying({ start: '2020-01-01', end: '2020-12-31' });
    expect(await whileThereIs(over, () => seenBy('dr-lee'))).toEqual(BOTH);
    const present = denying({ start: '2026-01-01', end: null });
    expect(await whileThereIs(present, () => seenBy('dr-lee'))).toEqual(['peanut']);
  });
});

describe('a relation', () => {
  /** What makes the mother the child's substitute decision maker. */
  const motherhood = () => {
    const mother = stores.patients
      .relatedPersonsOf([CHILD_CHAN])
      .find(({ person }) => person === SDM_CHAN);
    if (mother === undefined) throw new Error('Expected the mother');
    const { periodStart: start, periodEnd: end, ...row } = mother;
    const source = { namespace: SEED_NAMESPACE, id: mother.id };
    return { ...row, source, identifier: [], content: null, period: { start, end } };
  };

  const write = (relation: ReturnType<typeof motherhood>): void => {
    tick();
    stores.patients.putRelatedPerson(relation);
  };

  const read = async () => (await graph.ask('sdm-chan', NAME, { id: CHILD_CHAN })).text;

  it.each(['CAREGIVER', 'CONTACT', 'AUTHORISED_PERSON'] as const)(
    'consent-server 11: as %s reads nothing: what a relation is worth is looked at',
    async (role) => {
      const relation = motherhood();
      expect(await read()).toContain('CHAN');
      write({ ...relation, role });
      expect(await read()).toBe(NOTHING);
      write(relation);
      expect(await read()).toContain('CHAN');
    },
  );

  it('consent-server 13: that has ended counts at once, for all that it stood between', async () => {
    const relation = motherhood();
    const give = `mutation ($id: ID!) { giveSharingConsent(patient: $id, organization: "${BAUHINIA_CLINIC}") { id } }`;
    const ended = { ...relation.period, end: '2026-11-21' };
    for (const over of [
      { ...relation, active: false },
      { ...relation, period: ended },
    ]) {
      write(over);
      for (const query of [NAME, ALLERGIES, give]) {
        const { text } = await graph.ask('sdm-chan', query, { id: CHILD_CHAN });
        expect(text).toMatch(/^\{"data":\{"\w+":null\}\}\n$/);
        expect(graph.dataRequests()).toEqual([]);
      }
      write(relation);
      expect(await read()).toContain('CHAN');
    }
  });
});
