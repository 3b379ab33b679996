import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CHILD_CHAN,
  PATIENT_CHAN,
  SDM_CHAN,
  UNKNOWN_PATIENT,
  expectedCount,
} from '@causeway/seeds';
import { MODES } from '../support/fleets.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

describe.each(MODES)('%s:', (mode) => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ mode });
  }, 60_000);

  afterAll(() => graph.close());

  const CHAN = { id: PATIENT_CHAN };
  const ENGLISH = { text: 'CHAN Tai Man' };
  const NAMES = [ENGLISH, { text: '陳大文' }, { text: '陈大文' }];

  /** What subgraphs were asked for data, as one text. */
  const asked = (): string =>
    graph
      .dataRequests()
      .map(({ query }) => query)
      .join('\n');

  const codes = (
    errors: readonly {
      path?: readonly (string | number)[] | undefined;
      extensions?: Record<string, unknown>;
    }[],
  ) => errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']]);

  describe('an alias', () => {
    it('over the key changes the name and nothing else', async () => {
      const { data, errors } = await graph.ask(
        'dr-li',
        'query ($id: ID!) { patient(id: $id) { id: gender name { text } allergyIntolerances { totalCount } } }',
        CHAN,
      );
      expect(errors).toEqual([]);
      expect(data).toEqual({
        patient: {
          id: 'MALE',
          name: NAMES,
          allergyIntolerances: {
            totalCount: expectedCount('allergyIntolerances', ['N'], 'THREE_YEARS'),
          },
        },
      });
    });

    it('that poses as a hidden selection changes nothing that is checked', async () => {
      const query = `query ($id: ID!) { patient(id: $id) { allergyIntolerances(first: 1) { edges { node {
      category: criticality clinicalDate: id security: category patient: id author: versionId
    } } } } }`;
      const { data, errors } = await graph.ask('dr-li', query, CHAN);
      expect(errors).toEqual([]);
      expect(JSON.stringify(data)).toContain('"security":"ALLERGY_ADR"');
    });

    it('named __typename by the client is told from the real one', async () => {
      const { data } = await graph.ask(
        'dr-li',
        'query ($id: ID!) { patient(id: $id) { kind: __typename __typename: gender } }',
        CHAN,
      );
      expect(data).toEqual({ patient: { kind: 'Patient', __typename: 'MALE' } });
    });

    it('does not get a refused field in under another name', async () => {
      const { data, errors } = await graph.ask(
        'dr-li',
        'query ($id: ID!) { patient(id: $id) { name: hkid allergyIntolerances: conditions { totalCount } } }',
        CHAN,
      );
      expect(data).toEqual({ patient: { name: null, allergyIntolerances: null } });
      expect(codes(errors)).toEqual([
        ['patient.name', 'NOT_SHARABLE'],
        ['patient.allergyIntolerances', 'CONSENT_REQUIRED'],
      ]);
      expect(asked()).not.toMatch(/hkid|conditions/);
    });

    it('of one field twice with different arguments gives each its own', async () => {
      const { data, errors } = await graph.ask(
        'dr-wong',
        'query ($id: ID!) { patient(id: $id) { a: allergyIntolerances(first: 1) { edges { cursor } } b: allergyIntolerances(first: 2) { edges { cursor } } } }',
        CHAN,
      );
      expect(errors).toEqual([]);
      const { a, b } = (data as { patient: Record<'a' | 'b', { edges: unknown[] }> }).patient;
      expect([a.edges.length, b.edges.length]).toEqual([1, 2]);
    });

    it('of two patients in one operation gives each what its own permit allows', async () => {
      const { data, errors } = await graph.ask(
        'dr-li',
        'query ($a: ID!, $b: ID!, $c: ID!) { b: patient(id: $b) { name { text } } a: patient(id: $a) { name { text } hkid } c: patient(id: $c) { name { text } } }',
        { a: PATIENT_CHAN, b: CHILD_CHAN, c: UNKNOWN_PATIENT },
      );
      expect(data).toEqual({ b: null, a: { name: NAMES, hkid: null }, c: null });
      expect(codes(errors)).toEqual([['a.hkid', 'NOT_SHARABLE']]);
      const [fetch] = graph.dataRequests();
      expect(fetch?.context.permits.map(({ patient }) => patient)).toEqual([PATIENT_CHAN]);
      expect(graph.dataRequests()).toHaveLength(1);
    });
  });

  describe('two patients with different permits', () => {
    it('are fetched together, each field only for whom it is permitted', async () => {
      const query =
        'query ($a: ID!, $b: ID!) { a: patient(id: $a) { hkid allergyIntolerances { totalCount } } b: patient(id: $b) { hkid allergyIntolerances { totalCount } } }';
      const { data, errors } = await graph.ask('sdm-chan', query, { a: CHILD_CHAN, b: SDM_CHAN });
      expect(errors).toEqual([]);
      expect(data).toMatchObject({
        a: { hkid: expect.any(String) },
        b: { hkid: expect.any(String) },
      });
      const strangers = await graph.ask('sdm-chan', query, { a: CHILD_CHAN, b: PATIENT_CHAN });
      expect(strangers.data).toMatchObject({ a: { hkid: expect.any(String) }, b: null });
      const [records] = graph.dataRequestsTo('records');
      expect(JSON.stringify(records?.variables)).toContain(CHILD_CHAN);
      expect(JSON.stringify(records?.variables)).not.toContain(PATIENT_CHAN);
    });
  });

  describe('a link', () => {
    it('to a record of a scope that is not granted is refused where it stands, and not fetched', async () => {
      const { data, errors } = await graph.ask(
        'dr-li',
        'query ($id: ID!) { patient(id: $id) { allergyIntolerances(first: 2) { edges { node { encounter { id } } } } } }',
        CHAN,
      );
      expect(JSON.stringify(data)).not.toContain('"id"');
      expect(codes(errors)).toEqual([
        ['patient.allergyIntolerances.edges.0.node.encounter', 'CONSENT_REQUIRED'],
        ['patient.allergyIntolerances.edges.1.node.encounter', 'CONSENT_REQUIRED'],
      ]);
      expect(asked()).not.toContain('encounter');
    });

    it('back to the patient is as good as the patient', async () => {
      const { data, errors } = await graph.ask(
        'dr-li',
        'query ($id: ID!) { patient(id: $id) { allergyIntolerances(first: 1) { edges { node { patient { id name { text } hkid conditions { totalCount } } } } } } }',
        CHAN,
      );
      expect(data).toMatchObject({
        patient: {
          allergyIntolerances: {
            edges: [
              {
                node: { patient: { id: PATIENT_CHAN, name: NAMES, hkid: null, conditions: null } },
              },
            ],
          },
        },
      });
      expect(codes(errors).map(([, code]) => code)).toEqual(['NOT_SHARABLE', 'CONSENT_REQUIRED']);
    });

    it('to results leaves out those that are withheld, without a word', async () => {
      const query =
        'query ($id: ID!) { patient(id: $id) { laboratoryReports(first: 100) { edges { node { result { id security { code } } } } } } }';
      const [own, wongs] = [
        await graph.ask('patient-chan', query, CHAN),
        await graph.ask('dr-wong', query, CHAN),
      ];
      expect(own.text).toMatch(/"code":"[RV]"/);
      expect(wongs.errors).toEqual([]);
      expect(wongs.text).toContain('"code":"N"');
      expect(wongs.text).not.toMatch(/"code":"[RV]"/);
    });

    it('to staff stays at home', async () => {
      const query =
        'query ($id: ID!) { patient(id: $id) { allergyIntolerances(first: 1) { edges { node { authorRole { id } author { id names { text } } } } } } }';
      const abroad = await graph.ask('dr-li', query, CHAN);
      expect(codes(abroad.errors)).toEqual([
        ['patient.allergyIntolerances.edges.0.node.authorRole', 'NOT_SHARABLE'],
      ]);
      expect(asked()).not.toContain('authorRole');
      expect((await graph.ask('dr-wong', query, CHAN)).errors).toEqual([]);
    });
  });

  describe('a fragment', () => {
    it.each([
      [
        'inline',
        'query ($id: ID!) { patient(id: $id) { ... on Patient { hkid conditions { totalCount } } } }',
      ],
      [
        'named',
        'query ($id: ID!) { patient(id: $id) { ...F } } fragment F on Patient { hkid conditions { totalCount } }',
      ],
      [
        'nested',
        'query ($id: ID!) { patient(id: $id) { ...F } } fragment F on Patient { ...G } fragment G on Patient { hkid ... { conditions { totalCount } } }',
      ],
      [
        'conditioned',
        'query ($id: ID!) { patient(id: $id) { ... @include(if: true) { hkid conditions { totalCount } } } }',
      ],
    ])('%s is no way around a refusal', async (_name, query) => {
      const { data, errors } = await graph.ask('dr-li', query, CHAN);
      expect(data).toEqual({ patient: { hkid: null, conditions: null } });
      expect(codes(errors)).toEqual([
        ['patient.hkid', 'NOT_SHARABLE'],
        ['patient.conditions', 'CONSENT_REQUIRED'],
      ]);
      expect(graph.dataRequests().every(({ query: text }) => !/hkid|conditions/.test(text))).toBe(
        true,
      );
    });

    it('on the interface of records releases what each record’s own type releases', async () => {
      const query = `query ($id: ID!) { patient(id: $id) { allergyIntolerances(first: 3) { edges { node { ...R ... on AllergyIntolerance { criticality } } } } } }
      fragment R on ClinicalRecord { id category clinicalDate security { code } }`;
      const { data, errors } = await graph.ask('dr-li', query, CHAN);
      expect(errors).toEqual([]);
      expect(JSON.stringify(data)).toContain('"category":"ALLERGY_ADR"');
    });
  });

  describe('restricted records', () => {
    it.each([
      ['dr-wong', 'STEP_UP_REQUIRED'],
      ['dr-li', 'CONSENT_REQUIRED'],
    ] as const)(
      'asked for by %s are refused by the permit alone, whether there are any or not',
      async (persona, code) => {
        const query =
          'query ($id: ID!, $codes: [CodeFilter!]) { patient(id: $id) { allergyIntolerances(restricted: true, code: $codes) { totalCount } } }';
        const some = await graph.ask(persona, query, CHAN);
        const none = await graph.ask(persona, query, {
          ...CHAN,
          codes: [{ system: 'urn:none', code: 'none' }],
        });
        expect(codes(some.errors)).toEqual([['patient.allergyIntolerances', code]]);
        expect(none.text).toBe(some.text);
      },
    );
  });

  describe('an office', () => {
    it('sees who accessed what, and nothing of any record', async () => {
      await graph.ask('dr-li', 'query ($id: ID!) { patient(id: $id) { name { text } } }', CHAN);
      const { data, errors } = await graph.ask(
        'auditor',
        '{ auditEvents(first: 50) { edges { node { outcome entity { what } patient { id name { text } } } } } }',
      );
      expect(JSON.stringify(data)).toContain(`Patient/${PATIENT_CHAN}`);
      expect(JSON.stringify(data)).not.toContain('CHAN Tai Man');
      expect(new Set(codes(errors).map(([, code]) => code))).toEqual(
        new Set(['ROLE_NOT_PERMITTED']),
      );
      expect(asked()).not.toMatch(/name \{/);
    });

    it.each(['patient-chan', 'dr-wong', 'dr-li'] as const)(
      'is what %s is not: the list of all events is refused and not fetched',
      async (persona) => {
        const { data, errors } = await graph.ask(
          persona,
          '{ auditEvents(first: 1) { edges { node { outcome } } } }',
        );
        expect(data).toEqual({ auditEvents: null });
        expect(codes(errors)).toEqual([['auditEvents', 'FORBIDDEN']]);
        expect(graph.dataRequests()).toEqual([]);
      },
    );

    it('gets no patient', async () => {
      const { data, errors } = await graph.ask(
        'commissioner',
        'query ($id: ID!) { patient(id: $id) { name { text } } }',
        CHAN,
      );
      expect(data).toEqual({ patient: null });
      expect(codes(errors)).toEqual([['patient', 'ROLE_NOT_PERMITTED']]);
      expect(graph.dataRequests()).toEqual([]);
    });
  });

  describe('patients that no argument names', () => {
    it('are fetched by key first, and the rest passes the gate patient by patient', async () => {
      const { data, errors } = await graph.ask(
        'dr-wong',
        '{ myPatients { id name { text } allergyIntolerances { totalCount } } }',
      );
      expect(errors).toEqual([]);
      expect(JSON.stringify(data)).toContain('CHAN Tai Man');
      const [first, ...others] = graph.dataRequests();
      expect(first?.subgraph).toBe('consents');
      expect(first?.query.replace(/\s+/g, ' ')).not.toMatch(/name \{|allergy/);
      expect(first?.context.permits).toEqual([]);
      expect(others.map(({ subgraph }) => subgraph).sort()).toEqual(['patients', 'records']);
    });

    it('are not there where there is no consent', async () => {
      const { data } = await graph.ask('dr-lee', '{ myPatients { id name { text } } }');
      expect(JSON.stringify(data)).not.toContain('CHAN Tai Man');
      expect(JSON.stringify(data)).not.toContain(PATIENT_CHAN);
    });

    it('include the patient of the caller’s own grant', async () => {
      const { data, errors } = await graph.ask(
        'dr-li',
        '{ myGrant { state scopes patient { name { text } hkid } } }',
      );
      expect(data).toMatchObject({
        myGrant: { state: 'REDEEMED', patient: { name: NAMES, hkid: null } },
      });
      expect(codes(errors)).toEqual([['myGrant.patient.hkid', 'NOT_SHARABLE']]);
      expect((await graph.ask('dr-zhao', '{ myGrant { state } }')).data).toEqual({ myGrant: null });
    });
  });

  describe('extensions.consent', () => {
    it('tells on request what the caller’s own permit covers', async () => {
      const query = 'query ($id: ID!) { patient(id: $id) { id } }';
      const { extensions } = await graph.ask('dr-li', query, CHAN, {
        extensions: { consent: true },
      });
      expect(extensions).toEqual({
        consent: [
          {
            patient: PATIENT_CHAN,
            scopes: ['PERSON', 'ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT', 'GRANT', 'DEPOSIT'],
            from: expect.stringMatching(/^20\d\d-\d\d-\d\dT16:00:00.000Z$/),
            until: expect.any(String),
            obligations: ['NO_ONWARD_TRANSFER', 'NO_REUSE', 'NO_IMAGE_DOWNLOAD'],
          },
        ],
      });
      expect(
        (await graph.ask('dr-zhao', query, CHAN, { extensions: { consent: true } })).extensions,
      ).toEqual({ consent: [] });
      expect((await graph.ask('dr-li', query, CHAN)).extensions).toBeUndefined();
    });
  });
});
