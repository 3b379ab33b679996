import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildRecord, confidential } from './testing/build-record.js';
import { openWith } from './testing/open.js';
import type { OpenRecords } from './testing/open.js';

const QUERY = 'query ($keys: [AccessFactsKey!]!) { recordFacts(keys: $keys) }';
const RECORD = buildRecord({ id: 'r-1', patient: 'p-1' });

let subgraph: OpenRecords;

beforeEach(() => {
  subgraph = openWith(RECORD);
});

afterEach(() => {
  subgraph.close();
});

const epochOf = (patient: string) => subgraph.repository.facts([{ patient }])[0]?.epoch;

describe('Query.recordFacts', () => {
  it('answers each key in order; a patient without records is at 0', async () => {
    const keys = ['p-2', 'p-1', 'p-1'].map((patient) => ({ patient }));
    const { data } = await subgraph.ask(QUERY, { use: 'facts', caller: null, variables: { keys } });
    expect(data).toEqual({ recordFacts: [{ epoch: 0 }, { epoch: 1 }, { epoch: 1 }] });
    expect(subgraph.statements).toHaveLength(1);
  });

  it('answers what a decision may know of a record of the patient, and of nobody else’s', async () => {
    const keys = ['p-1', 'p-2'].map((patient) => ({ patient, record: 'r-1' }));
    const { data } = await subgraph.ask(QUERY, { use: 'facts', caller: null, variables: { keys } });
    const { type, category, clinicalDate: date } = RECORD;
    const facts = { patient: 'p-1', id: 'r-1', category, date, party: [] };
    expect(data).toMatchObject({ recordFacts: [{ record: { type, facts } }, { record: null }] });
  });

  it('is for the gateway alone', async () => {
    const { data, errors } = await subgraph.ask(QUERY, {
      variables: { keys: [{ patient: 'p-1' }] },
    });
    expect([data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      null,
      ['FORBIDDEN'],
    ]);
  });

  it.each([[{}], ['p-1'], [{ patient: 1 }], [{ patient: 'p-1', record: 1 }]])(
    'refuses the key %j',
    async (key) => {
      const options = { use: 'facts', caller: null, variables: { keys: [key] } } as const;
      expect((await subgraph.ask(QUERY, options)).errors).toHaveLength(1);
    },
  );
});

describe('the epoch of a patient’s records', () => {
  it.each([
    ['a label', { security: [confidential('V')] }],
    ['a date', { clinicalDate: '2020' }],
    ['a link', { links: [{ element: 'encounter', position: 0, target: 'e-1' }] }],
  ])('grows when %s changes, and not when nothing does', (_what, change) => {
    subgraph.repository.putRecords([{ ...RECORD, ...change }]);
    expect(epochOf('p-1')).toBe(2);
    subgraph.repository.putRecords([{ ...RECORD, ...change }]);
    expect(epochOf('p-1')).toBe(2);
  });

  it('grows once for a batch, and for both patients where a record passes to another', () => {
    subgraph.repository.putRecords([
      { ...RECORD, patient: 'p-2' },
      buildRecord({ patient: 'p-2' }),
    ]);
    expect([epochOf('p-1'), epochOf('p-2')]).toEqual([2, 1]);
  });
});
