import { describe, expect, it } from '@jest/globals';
import { StartError } from '../program.js';
import { reportPeriod } from './report-period.js';

describe('reportPeriod', () => {
  it('is open where nothing is said', () => {
    expect(reportPeriod({})).toEqual({ from: null, to: null });
  });

  it('takes whole days in Hong Kong', () => {
    expect(reportPeriod({ from: '2026-06-01', to: '2026-06-30' })).toEqual({
      from: Date.parse('2026-06-01T00:00:00+08:00'),
      to: Date.parse('2026-07-01T00:00:00+08:00') - 1,
    });
  });

  it.each([{ from: 'yesterday' }, { to: '' }, { to: '2026-13-01' }])('refuses %j', (options) => {
    expect(() => reportPeriod(options)).toThrow(StartError);
  });
});
