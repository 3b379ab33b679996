import { describe, expect, it } from '@jest/globals';
import { ROWS } from './rows.js';
import { NoPlaceError, withFigures } from './section.js';
import { tables } from './table.js';
import type { Results } from './table.js';

const RESULTS: Results = {
  rows: ROWS,
  figures: [
    figure('causeway', 50),
    figure('apollo', 700),
    { ...figure('causeway', 500), operation: 'medium' },
  ],
  unavailable: [{ row: 'grafbase', operation: null, why: 'no binary | for this\nmachine' }],
  outcomes: [
    {
      ...{ ours: 'causeway', beside: ['apollo'], operation: 'small', times: 12 },
      ...{ kind: 'met', measured: 14 },
    },
    {
      ...{ ours: 'causeway', beside: ['grafbase'], operation: 'small', times: 1 },
      ...{ kind: 'unmeasured', missing: ['grafbase'] },
    },
  ],
  firstRequests: [{ row: 'causeway', median: 21, longest: 40 }],
};

function figure(row: string, cpu: number): Results['figures'][number] {
  return {
    ...{ row, cpu, operation: 'small', connections: 64 },
    ...{ rate: 1_000, p50: 1, p99: 2, memory: 2 ** 20 },
  };
}

describe('tables', () => {
  const text = tables(RESULTS);
  const linesWith = (words: string): readonly string[] =>
    text.split('\n').filter((line) => line.includes(words));

  it('give each figure as a ratio to what Causeway costs', () => {
    expect(linesWith('in Apollo Server')).toEqual([
      '| 64 | @apollo/gateway 2.14.4 in Apollo Server | 700 | 14.0× | 1000 | 1.00 | 2.00 | 1 |',
    ]);
  });

  it('say of a row that could not be had that it is not available, and why, in every operation', () => {
    const missing = linesWith('not available: no binary for this machine');
    expect(missing).toHaveLength(2);
  });

  it('never call a target met that was not measured', () => {
    expect(linesWith('causeway beside grafbase')).toEqual([
      '| causeway beside grafbase | small | 1.00× |  | unmeasured: no grafbase |',
    ]);
  });

  it('hold the first request against its bound', () => {
    expect(linesWith('first request of a new text')[0]).toContain('| 20 ms | 21.0 ms | missed |');
  });

  it('leave out operations that were not measured', () => {
    expect(text).not.toContain('large');
  });

  it('have as many cells in each line as in the head of its table', () => {
    for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      const cells = table.split('\n').map((line) => line.split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe('withFigures', () => {
  it('replaces what stands between the marks, and nothing else', () => {
    const document = '# A\n\n<!-- bench -->\n\nold\n\n<!-- /bench -->\n\n## B\n';
    expect(withFigures(document, '\nnew\n')).toBe(
      '# A\n\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\n\n## B\n',
    );
  });

  it.each(['# A\n', '<!-- /bench -->\n<!-- bench -->\n'])('finds no place in %j', (document) => {
    expect(() => withFigures(document, 'new')).toThrow(NoPlaceError);
  });
});
