import { afterEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import { buildRecord, confidential } from './testing/build-record.js';
import { openWith } from './testing/open.js';
import type { OpenRecords } from './testing/open.js';

let records: OpenRecords;

afterEach(() => {
  records.close();
});

/** Asks for fields of patients as the gateway does. */
const ask = (
  fields: string,
  permits: readonly Permit[] = [permit('p-chan')],
  patients = permits.map(({ patient }) => patient),
): Promise<ExecutionResult> =>
  records.ask(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Patient { id ${fields} } }
    }`,
    {
      permits,
      variables: { representations: patients.map((id) => ({ __typename: 'Patient', id })) },
    },
  );

const ALLERGIES = 'allergyIntolerances { edges { node { id } } }';
const nodes = (...ids: string[]) => ({ edges: ids.map((id) => ({ node: { id } })) });

describe('a list of records', () => {
  it('answers each patient with the own records', async () => {
    records = openWith(
      buildRecord({ id: 'r1' }),
      buildRecord({ id: 'r2', patient: 'p-lam' }),
      buildRecord({ id: 'r3', patient: 'p-ho' }),
    );
    const { data, errors } = await ask(ALLERGIES, [permit('p-lam'), permit('p-chan')]);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [
        { id: 'p-lam', allergyIntolerances: nodes('r2') },
        { id: 'p-chan', allergyIntolerances: nodes('r1') },
      ],
    });
  });

  it('has no patient without a permit for the person', async () => {
    records = openWith(buildRecord());
    const permits = [permit('p-chan', { scopes: ['ALLERGY_ADR'] })];
    expect((await ask(ALLERGIES, permits, ['p-chan', 'p-lam'])).data).toEqual({
      _entities: [null, null],
    });
    expect(records.statements).toEqual([]);
  });

  it('is null, and reads nothing, where the permit does not cover its category', async () => {
    records = openWith(buildRecord());
    const { data, errors } = await ask(ALLERGIES, [permit('p-chan', { scopes: ['PERSON'] })]);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ id: 'p-chan', allergyIntolerances: null }] });
    expect(records.statements).toEqual([]);
  });

  it('goes from page to page by cursor', async () => {
    records = openWith(...['a', 'b', 'c'].map((id) => buildRecord({ id })));
    const fields = (args: string): string =>
      `allergyIntolerances(${args}) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }`;
    const first = await ask(fields('first: 2'));
    const page = { hasNextPage: true, hasPreviousPage: false, endCursor: expect.any(String) };
    expect(first.data).toMatchObject({
      _entities: [{ allergyIntolerances: { ...nodes('a', 'b'), pageInfo: page } }],
    });
    const [, cursor = ''] = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first.data)) ?? [];
    expect((await ask(fields(`first: 2, after: "${cursor}"`))).data).toMatchObject({
      _entities: [
        {
          allergyIntolerances: {
            ...nodes('c'),
            pageInfo: { hasNextPage: false, hasPreviousPage: true },
          },
        },
      ],
    });
  });

  it.each([
    ['a bad cursor', 'after: "bm9uc2Vuc2U"'],
    ['the cursor of another list', `before: "${Buffer.from('["x",1]').toString('base64url')}"`],
    ['too many records', 'first: 101'],
    ['no records', 'last: 0'],
    ['both ends', 'first: 1, last: 1'],
  ])('refuses %s as bad input', async (_case, args) => {
    records = openWith(buildRecord());
    const { data, errors } = await ask(`allergyIntolerances(${args}) { totalCount }`);
    expect(data).toEqual({ _entities: [{ id: 'p-chan', allergyIntolerances: null }] });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(records.statements).toEqual([]);
  });

  it('counts after the permit and the filters', async () => {
    records = openWith(
      buildRecord(),
      buildRecord({ status: 'resolved' }),
      buildRecord({ security: [confidential('R')] }),
      buildRecord({ clinicalDate: '2020' }),
    );
    const permits = [permit('p-chan', { windowStart: Date.parse('2023-06-01T00:00:00+08:00') })];
    const { data } = await ask(
      'all: allergyIntolerances { totalCount } active: allergyIntolerances(status: ["active"]) { totalCount }',
      permits,
    );
    expect(data).toMatchObject({
      _entities: [{ all: { totalCount: 2 }, active: { totalCount: 1 } }],
    });
  });

  it('narrows by period, status and code', async () => {
    const code = { element: 'code', system: 'http://snomed.info/sct', code: '91936005' };
    records = openWith(
      buildRecord({ id: 'r1', codes: [code] }),
      buildRecord({ id: 'r2', clinicalDate: '2022-12-31T23:30:00+08:00', codes: [code] }),
      buildRecord({ id: 'r3', status: 'resolved', codes: [code] }),
      buildRecord({ id: 'r4' }),
    );
    const args =
      'period: { start: "2023", end: "2024-03-01" }, status: ["active"], code: [{ code: "91936005" }]';
    const { data } = await ask(`allergyIntolerances(${args}) { edges { node { id } } }`);
    expect(data).toMatchObject({ _entities: [{ allergyIntolerances: nodes('r1') }] });
  });

  describe('where restricted records are demanded', () => {
    const DEMAND = 'allergyIntolerances(restricted: true) { edges { node { id } } }';
    const restricted = buildRecord({ id: 'r1', security: [confidential('R')] });

    it.each<[string, Partial<Permit>, string]>([
      ['at home', {}, 'STEP_UP_REQUIRED'],
      ['abroad', { abroad: true }, 'CONSENT_REQUIRED'],
    ])('refuses %s, the same whether or not there are any', async (_case, stated, code) => {
      const answers: ExecutionResult[] = [];
      for (const batch of [[restricted], []]) {
        records = openWith(...batch);
        answers.push(await ask(DEMAND, [permit('p-chan', stated)]));
        records.close();
      }
      expect(answers[0]?.errors).toMatchObject([{ extensions: { code, scope: 'ALLERGY_ADR' } }]);
      expect(answers[0]?.data).toEqual({
        _entities: [{ id: 'p-chan', allergyIntolerances: null }],
      });
      expect(answers[0]).toEqual(answers[1]);
    });

    it.each([true, false, null])('lists what the permit covers, if it does: %s', async (demand) => {
      records = openWith(restricted);
      const field = `allergyIntolerances(restricted: ${String(demand)}) { edges { node { id } } }`;
      const { data, errors } = await ask(field, [
        permit('p-chan', { confidentiality: ['N', 'R'] }),
      ]);
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ _entities: [{ allergyIntolerances: nodes('r1') }] });
    });
  });

  it.each([1, 30])('takes a fixed number of statements for %i patients', async (count) => {
    const patients = Array.from({ length: count }, (_, index) => `p-${index}`);
    records = openWith(
      ...patients.flatMap((patient) => [
        buildRecord({ patient, encounter: `e-${patient}` }),
        buildRecord({ patient, encounter: `e-${patient}`, security: [confidential('R')] }),
        buildRecord({ patient, type: 'Condition', category: 'DIAGNOSIS' }),
        buildRecord({ id: `e-${patient}`, patient, type: 'Encounter', category: 'ENCOUNTER' }),
      ]),
    );
    const { data, errors } = await ask(
      `allergyIntolerances { totalCount edges { node { id encounter { id partOf { id } } } } }
       conditions { edges { node { id provenance { id } } } }
       recordSummary { allergyAdr { count } }`,
      // Half of the permits differ from the others: that must not cost statements either.
      patients.map((patient, index) =>
        permit(patient, { windowStart: index % 2 === 0 ? null : 0 }),
      ),
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).match(/"encounter":\{/g)).toHaveLength(count);
    // Two lists, a count, a summary, and the links encounter, partOf and provenance.
    expect(records.statements).toHaveLength(7);
  });

  it('does not count what nobody asks for', async () => {
    records = openWith(buildRecord());
    await ask(ALLERGIES);
    expect(records.statements.filter((sql) => sql.includes('count('))).toEqual([]);
    expect(records.statements).toHaveLength(1);
  });
});
