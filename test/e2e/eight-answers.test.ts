import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN, UNKNOWN_PATIENT, expectedCount } from '@causeway/seeds';
import type { PersonaName, RecordField } from '@causeway/seeds';
import { readFileSync } from 'node:fs';
import { MODES } from '../support/fleets.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

/** The one question. */
const QUESTION = readFileSync(
  new URL('../../schema/operations/patient-record.graphql', import.meta.url),
  'utf8',
);

type Levels = readonly ('N' | 'R' | 'V')[];

const ALL: Levels = ['N', 'R', 'V'];
const NORMAL: Levels = ['N'];

describe.each(MODES)('%s:', (mode) => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ mode });
  }, 60_000);

  afterAll(() => graph.close());

  const ask = (persona: PersonaName, id = PATIENT_CHAN): Promise<Answered> =>
    graph.ask(persona, QUESTION, { id });

  const patientOf = ({ data }: Answered): Record<string, unknown> =>
    (data as { patient: Record<string, unknown> }).patient;

  const countIn = (answer: Answered, field: RecordField): unknown =>
    (patientOf(answer)[field] as { totalCount: number } | null)?.totalCount ?? null;

  const edgesIn = (
    answer: Answered,
    field: RecordField,
  ): readonly { node: { permittedActions?: readonly string[] } }[] =>
    (patientOf(answer)[field] as { edges: readonly { node: object }[] }).edges;

  const codes = ({ errors }: Answered) =>
    errors.map(({ path, extensions }) => [
      path?.join('.'),
      extensions?.['code'],
      extensions?.['scope'],
    ]);

  /** What the records subgraph was asked, as one text. */
  const asked = (): string =>
    graph
      .dataRequests()
      .map(({ query }) => query)
      .join('\n');

  describe('patient(id), asked by', () => {
    it('patient-chan: everything, restricted and very restricted records included', async () => {
      const answer = await ask('patient-chan');
      expect(answer.errors).toEqual([]);
      expect(patientOf(answer)).toMatchObject({
        hkid: 'ZZ000001(8)',
        address: [{ text: expect.stringContaining('Kwai Tsing') }],
      });
      for (const field of [
        'allergyIntolerances',
        'medicationRequests',
        'laboratoryReports',
        'conditions',
        'imagingStudies',
      ] as const) {
        expect([field, countIn(answer, field)]).toEqual([
          field,
          expectedCount(field, ALL, 'UNBOUNDED'),
        ]);
      }
      expect(edgesIn(answer, 'imagingStudies')[0]?.node.permittedActions).toEqual([
        'VIEW',
        'DOWNLOAD',
      ]);
    });

    it('dr-wong: normal records of every category, images to view; what is restricted is not there', async () => {
      const answer = await ask('dr-wong');
      expect(answer.errors).toEqual([]);
      expect(patientOf(answer)).toMatchObject({ hkid: 'ZZ000001(8)' });
      for (const field of [
        'allergyIntolerances',
        'medicationRequests',
        'laboratoryReports',
        'conditions',
        'imagingStudies',
      ] as const) {
        expect([field, countIn(answer, field)]).toEqual([
          field,
          expectedCount(field, NORMAL, 'UNBOUNDED'),
        ]);
      }
      expect(edgesIn(answer, 'imagingStudies').map(({ node }) => node.permittedActions)).toEqual(
        edgesIn(answer, 'imagingStudies').map(() => ['VIEW']),
      );
    });

    it('pharmacist-ng: no images without a step-up, and none asked for', async () => {
      const answer = await ask('pharmacist-ng');
      expect(codes(answer)).toEqual([['patient.imagingStudies', 'STEP_UP_REQUIRED', 'RAD_IMAGE']]);
      expect(patientOf(answer)).toMatchObject({ hkid: 'ZZ000001(8)', imagingStudies: null });
      for (const field of [
        'allergyIntolerances',
        'medicationRequests',
        'laboratoryReports',
        'conditions',
      ] as const) {
        expect([field, countIn(answer, field)]).toEqual([
          field,
          expectedCount(field, NORMAL, 'UNBOUNDED'),
        ]);
      }
      expect(asked()).not.toContain('imagingStudies');
    });

    it('dr-li: what the grant names, three years back, normal records; nothing else is asked for', async () => {
      const answer = await ask('dr-li');
      expect(codes(answer)).toEqual([
        ['patient.hkid', 'NOT_SHARABLE', undefined],
        ['patient.address', 'NOT_SHARABLE', undefined],
        ['patient.conditions', 'CONSENT_REQUIRED', 'DIAGNOSIS'],
        ['patient.imagingStudies', 'CONSENT_REQUIRED', 'RAD_IMAGE'],
      ]);
      expect(patientOf(answer)).toMatchObject({
        hkid: null,
        address: null,
        conditions: null,
        imagingStudies: null,
      });
      expect(patientOf(answer)['name']).toHaveLength(3);
      for (const field of [
        'allergyIntolerances',
        'medicationRequests',
        'laboratoryReports',
      ] as const) {
        expect([field, countIn(answer, field)]).toEqual([
          field,
          expectedCount(field, NORMAL, 'THREE_YEARS'),
        ]);
      }
      for (const field of ['hkid', 'address', 'conditions', 'imagingStudies'])
        expect(asked()).not.toContain(field);
      const [toRecords] = graph.dataRequestsTo('records');
      expect(
        toRecords?.context.permits.map(({ patient, scopes }) => [patient, [...scopes].sort()]),
      ).toEqual([[PATIENT_CHAN, ['ALLERGY_ADR', 'LAB_REPORT', 'MEDICATION', 'PERSON']]]);
    });

    it.each(['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo'] as const)(
      '%s: null, byte for byte as for a patient who does not exist, and no data is asked for',
      async (persona) => {
        const denied = await ask(persona);
        expect(graph.dataRequests()).toEqual([]);
        const callsWhenDenied = graph.asked.map(({ subgraph, context, query }) => [
          subgraph,
          context.use,
          query,
        ]);
        const unknown = await ask(persona, UNKNOWN_PATIENT);
        expect(graph.dataRequests()).toEqual([]);
        expect(denied.text).toBe('{"data":{"patient":null}}\n');
        expect(unknown.text).toBe(denied.text);
        expect([...unknown.headers]).toEqual([...denied.headers]);
        expect(unknown.status).toBe(denied.status);
        expect(
          graph.asked.map(({ subgraph, context, query }) => [subgraph, context.use, query]),
        ).toEqual(callsWhenDenied);
      },
    );

    it('anybody: one data request to each subgraph that holds a part, none to the others', async () => {
      await ask('dr-wong');
      expect(graph.dataRequests().map(({ subgraph }) => subgraph)).toEqual(['patients', 'records']);
    });
  });
});
