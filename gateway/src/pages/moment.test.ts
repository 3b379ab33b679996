import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@causeway/schema';
import { moment, momentText } from './moment.js';

const INSTANT = '2026-11-22T16:05:00Z';

describe('an instant in words', () => {
  it.each(LANGUAGES)('is told by the clocks of Hong Kong in %s', (language) => {
    expect(momentText(INSTANT, language)).toMatch(/2026.*23|23.*2026/);
    expect(momentText(INSTANT, language)).toMatch(/12:05|00:05/);
  });

  it('is a day where no more is said', () => {
    expect(momentText('2026-11-22', 'en')).toBe('22 November 2026');
  });

  it('keeps what machines read', () => {
    expect(moment(INSTANT, 'en').markup).toMatch(`<time datetime="${INSTANT}">23 November 2026`);
  });
});
