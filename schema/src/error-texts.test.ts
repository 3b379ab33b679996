import { describe, expect, it } from '@jest/globals';
import { ANSWER_CODES } from './error-codes.js';
import { ERROR_TEXTS } from './error-texts.js';
import { LANGUAGES } from './languages.js';

const CHINESE = /^[\p{Script=Han}，。、：；]+$/u;

/** Characters that are written otherwise in the other script, as they occur in these texts. */
const ONLY_SIMPLIFIED = /[资类权录请说额应响统问关数]/;
const ONLY_TRADITIONAL = /[資類權錄請說須額應響統問關數]/;

describe('what people are told with a code', () => {
  it('is there for every code', () => {
    expect(Object.keys(ERROR_TEXTS).sort()).toEqual([...ANSWER_CODES].sort());
  });

  it.each(ANSWER_CODES.filter((code) => code !== 'PERSISTED_QUERY_NOT_FOUND'))(
    '%s: in every language, in its own script',
    (code) => {
      const { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans } = ERROR_TEXTS[code];
      expect(en).toMatch(/^[A-Z][\x20-\x7e’]+[a-zL]$/);
      expect(zhHant).toMatch(CHINESE);
      expect(zhHans).toMatch(CHINESE);
      expect(zhHant).not.toMatch(ONLY_SIMPLIFIED);
      expect(zhHans).not.toMatch(ONLY_TRADITIONAL);
    },
  );

  it('is one word of the protocol for a query that is not known by its hash', () => {
    for (const language of LANGUAGES)
      expect(ERROR_TEXTS.PERSISTED_QUERY_NOT_FOUND[language]).toBe('PersistedQueryNotFound');
  });
});
