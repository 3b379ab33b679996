import { describe, expect, it } from '@jest/globals';
import type { FieldNode } from 'graphql';
import { Kind } from 'graphql';
import { compileRecordReader } from './record-facts.js';
import { recordLabel, selection } from './testing/records.js';

/** The fields that a fetch selects, by response key. */
const fields = (text: string): ReadonlyMap<string, FieldNode> =>
  new Map(
    selection(text)
      .selections.filter((node): node is FieldNode => node.kind === Kind.FIELD)
      .map((node) => [node.alias?.value ?? node.name.value, node]),
  );

const LABEL = recordLabel({
  id: 'patient { id }',
  category: 'category',
  date: 'date',
  security: 'meta { security { system code } }',
  author: 'performer { organization { id } }',
  code: 'code { coding { system code } }',
  party: 'requester { id }',
});

const ALL = fields('id patient category date meta performer code requester');

/** Of whom a record is by, and what it is of, an answer that holds neither says nothing. */
const NOTHING = {
  patient: null,
  id: null,
  category: null,
  date: null,
  security: [],
  author: null,
  code: null,
  party: [],
};

const read = (raw: Record<string, unknown>, selected = ALL, label = LABEL) =>
  compileRecordReader(label, selected)?.(raw);

describe('a record reader', () => {
  it('reads what @subject names', () => {
    expect(
      read({
        id: 'r-1',
        patient: { id: 'chan' },
        category: 'LAB_REPORT',
        date: '2026',
        meta: {
          security: [
            { system: 's', code: 'N' },
            { system: null, code: 'x' },
          ],
        },
        performer: [{ organization: { id: 'clinic' } }, { organization: null }, null],
        code: { coding: [{ system: 'l', code: '1' }] },
        requester: { id: 'clinic' },
      }),
    ).toEqual({
      patient: 'chan',
      id: 'r-1',
      category: 'LAB_REPORT',
      date: '2026',
      security: [
        { system: 's', code: 'N' },
        { system: null, code: 'x' },
      ],
      author: ['clinic'],
      code: [{ system: 'l', code: '1' }],
      party: ['clinic'],
    });
  });

  it('reads them under the keys that the fetch gives them', () => {
    const selected = fields('id patient_1: patient(first: 1) patient_2: patient category: date');
    expect(
      read(
        { id: 'r-1', patient_1: { id: 'wong' }, patient_2: { id: 'chan' }, category: '2026' },
        selected,
      ),
    ).toEqual({ ...NOTHING, id: 'r-1', patient: 'chan', date: '2026' });
  });

  it('reads a field whose node names no arguments at all', () => {
    const bare: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'patient' } };
    expect(read({ patient: { id: 'chan' } }, new Map([['patient', bare]]))).toEqual({
      ...NOTHING,
      patient: 'chan',
    });
  });

  it('is none where whose record it is was not selected', () => {
    expect(compileRecordReader(LABEL, fields('id category'))).toBeNull();
    expect(compileRecordReader(LABEL, fields('patient(first: 1)'))).toBeNull();
    expect(compileRecordReader(recordLabel({ id: '... on X { id }' }), ALL)).toBeNull();
  });

  it('leaves out what was not selected, or what @subject does not name', () => {
    const raw = { id: 'r-1', patient: { id: 'chan' }, category: 'LAB_REPORT' };
    expect(read(raw, fields('patient'))).toEqual({ ...NOTHING, patient: 'chan' });
    expect(read(raw, ALL, recordLabel({ id: 'patient { id }' }, { keys: [] }))).toEqual({
      ...NOTHING,
      author: [],
      code: [],
      patient: 'chan',
    });
  });

  it('reads labels of records that follow each other, whether they are the same or not', () => {
    const reader = compileRecordReader(LABEL, ALL);
    const normal = { system: 's', code: 'N' };
    const lists = [
      [normal],
      [normal],
      [{ system: 's', code: 'R' }],
      [{ system: 't', code: 'R' }],
      [normal, { system: 's', code: 'R' }],
      [normal],
      [],
      [normal],
    ];
    for (const security of lists)
      expect(reader?.({ meta: { security } }).security).toEqual(security);
    const [first, second] = [0, 1].map(() => reader?.({ meta: { security: [normal] } }).security);
    expect(second).toBe(first);
  });

  it('tells a record without author and codes from one of which they were not asked', () => {
    const raw = { patient: { id: 'chan' } };
    expect(read({ ...raw, performer: null, code: null })).toMatchObject({ author: [], code: [] });
    expect(read(raw)).toMatchObject({ author: null, code: null });
    // What the answer holds unasked is nothing to go by.
    expect(read({ ...raw, performer: [], code: null }, fields('patient'))).toMatchObject({
      author: null,
      code: null,
    });
  });

  it.each<readonly [string, Record<string, unknown>, object]>([
    ['nothing', {}, {}],
    ['a patient that is null', { patient: null }, {}],
    ['a patient that is no object', { patient: 'chan' }, {}],
    ['several patients', { patient: [{ id: 'chan' }, { id: 'wong' }] }, {}],
    ['one patient in a list', { patient: [{ id: 'chan' }] }, { patient: 'chan' }],
    ['an id that is no text', { patient: { id: 7 } }, {}],
    [
      'a patient beside an id that is no text',
      { patient: [{ id: 7 }, { id: 'chan' }] },
      { patient: 'chan' },
    ],
    [
      'an inherited patient',
      Object.create({ patient: { id: 'chan' } }) as object as Record<string, unknown>,
      {},
    ],
    ['labels that are no objects', { meta: { security: ['N', null, ['R']] } }, {}],
    [
      'a label without system or code',
      { meta: { security: [{}] } },
      { security: [{ system: null, code: null }] },
    ],
    [
      'a code that is a number',
      { code: { coding: { system: 'l', code: 1 } } },
      { code: [{ system: 'l', code: null }] },
    ],
  ])('makes of %s no more than it is', (_name, raw, expected) => {
    expect(read(raw)).toEqual({ ...NOTHING, ...expected });
  });
});
