import { afterEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import { RECORD_TYPES } from './record-types.js';
import type { RecordType } from './record-types.js';
import { buildRecord, confidential, ofType } from './testing/build-record.js';
import { openWith } from './testing/open.js';
import type { OpenRecords } from './testing/open.js';

let records: OpenRecords;

afterEach(() => {
  records.close();
});

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on ClinicalRecord { id } }
}`;

const asked = (...keys: [RecordType, string][]) => ({
  variables: { representations: keys.map(([__typename, id]) => ({ __typename, id })) },
});

describe('references', () => {
  it.each(RECORD_TYPES)('resolves %s by its key', async (type) => {
    records = openWith(ofType(type, { id: 'r1' }));
    const { data, errors } = await records.ask(ENTITIES, {
      ...asked([type, 'r1']),
      permits: [permit('p-chan')],
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ __typename: type, id: 'r1' }] });
  });

  it('answers in the order asked, with null for what is missing, withheld, or of another type', async () => {
    records = openWith(
      buildRecord({ id: 'r1' }),
      buildRecord({ id: 'restricted', security: [confidential('R')] }),
      buildRecord({ id: 'others', patient: 'p-lam' }),
      ofType('Condition', { id: 'c1' }),
    );
    const { data, errors } = await records.ask(ENTITIES, {
      ...asked(
        ['Condition', 'c1'],
        ['AllergyIntolerance', 'nobody'],
        ['AllergyIntolerance', 'restricted'],
        ['AllergyIntolerance', 'r1'],
        ['AllergyIntolerance', 'others'],
        ['AllergyIntolerance', 'c1'],
        ['AllergyIntolerance', 'r1'],
      ),
      permits: [permit('p-chan')],
    });
    expect(errors).toBeUndefined();
    const allergy = { __typename: 'AllergyIntolerance', id: 'r1' };
    expect(data).toEqual({
      _entities: [{ __typename: 'Condition', id: 'c1' }, null, null, allergy, null, null, allergy],
    });
    expect(records.statements).toHaveLength(1);
  });

  it('resolves nothing for the calls of the gateway itself', async () => {
    records = openWith(buildRecord({ id: 'r1' }));
    const context = { use: 'facts', caller: null } as const;
    const { data } = await records.ask(ENTITIES, {
      ...asked(['AllergyIntolerance', 'r1']),
      ...context,
    });
    expect(data).toEqual({ _entities: [null] });
  });
});
