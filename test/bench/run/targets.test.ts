import { describe, expect, it } from '@jest/globals';
import type { Figure } from './figures.js';
import { OPERATION_NAMES } from './operations.js';
import { ROWS } from './rows.js';
import { TARGETS, outcomes } from './targets.js';
import type { Target } from './targets.js';

const figure = (row: string, cpu: number, changes: Partial<Figure> = {}): Figure => ({
  row,
  operation: 'small',
  connections: 64,
  cpu,
  rate: 1,
  p50: 1,
  p99: 1,
  memory: 1,
  ...changes,
});

const target: Target = { ours: 'ours', beside: ['one', 'other'], operation: 'small', times: 10 };

const kindOf = (...figures: readonly Figure[]): string | undefined =>
  outcomes(figures, [target])[0]?.kind;

describe('outcomes', () => {
  it.each([
    { ours: 10, one: 100, other: 300, kind: 'met' },
    { ours: 10.1, one: 100, other: 300, kind: 'missed' },
    { ours: 10, one: 300, other: 99, kind: 'missed' },
  ])('compares $ours with the cheaper of $one and $other: $kind', ({ ours, one, other, kind }) => {
    expect(kindOf(figure('ours', ours), figure('one', one), figure('other', other))).toBe(kind);
  });

  it('calls a target unmeasured, never met, where any of its rows is missing', () => {
    const given = [figure('ours', 1), figure('one', 1_000)];
    expect(outcomes(given, [target])).toEqual([
      { ...target, kind: 'unmeasured', missing: ['other'] },
    ]);
  });

  it('looks at 64 connections and at the operation of the target alone', () => {
    const others = [figure('ours', 1), figure('one', 100)];
    expect(kindOf(...others, figure('other', 100, { connections: 16 }))).toBe('unmeasured');
    expect(kindOf(...others, figure('other', 100, { operation: 'large' }))).toBe('unmeasured');
  });
});

describe('TARGETS', () => {
  it('name rows that there are', () => {
    const rows = new Set(ROWS.map(({ name }) => name));
    const unknown = TARGETS.flatMap(({ ours, beside }) => [ours, ...beside]).filter(
      (name) => !rows.has(name),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    { beside: 'apollo', times: [12, 12, 5] },
    { beside: 'apollo-undici', times: [4, 4, 4] },
    { beside: 'hive', times: [10, 10, 10] },
    { beside: 'hive-rust', times: [10, 10, 10] },
    { beside: 'grafbase', times: [1, 1, 0.5] },
    { beside: 'bare', times: [undefined, 1 / 1.2, 1 / 1.2] },
  ])('ask of Causeway beside $beside $times', ({ beside, times }) => {
    const wanted = OPERATION_NAMES.map(
      (operation) =>
        TARGETS.find(
          (one) =>
            one.ours === 'causeway' && one.operation === operation && one.beside.includes(beside),
        )?.times,
    );
    expect(wanted).toEqual(times);
  });
});
