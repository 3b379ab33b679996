import { describe, expect, it } from '@jest/globals';
import { StartError } from '../program.js';
import { exportFilter } from './export-filter.js';
import type { ExportOptions } from './export-filter.js';

const NOW = Date.parse('2026-06-01T12:00:00+08:00');

describe('exportFilter', () => {
  it('asks for all where nothing is said', () => {
    expect(exportFilter({}, NOW)).toEqual({ patient: null, since: null, before: null });
  });

  it('takes a patient, a date in Hong Kong and an age', () => {
    const options = { patient: 'p-1', since: '2026-05-01', olderThan: 'P10Y' };
    expect(exportFilter(options, NOW)).toEqual({
      patient: 'p-1',
      since: Date.parse('2026-05-01T00:00:00+08:00'),
      before: Date.parse('2016-06-01T00:00:00+08:00'),
    });
  });

  it('takes an instant', () => {
    const since = '2026-05-01T10:00:00Z';
    expect(exportFilter({ since }, NOW).since).toBe(Date.parse(since));
  });

  it.each<[string, ExportOptions]>([
    ['a date that is none', { since: 'yesterday' }],
    ['an empty date', { since: '' }],
    ['an age that is none', { olderThan: '10 years' }],
    ['an age in hours', { olderThan: 'PT10H' }],
  ])('refuses %s', (_case, options) => {
    expect(() => exportFilter(options, NOW)).toThrow(StartError);
  });
});
