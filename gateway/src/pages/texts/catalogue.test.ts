import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import { CATALOGUE, sayIn } from './catalogue.js';

const entries: readonly (readonly [string, Texts])[] = Object.entries(CATALOGUE);

const bracesIn = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** Characters that are written otherwise in the other script, as they occur in what we say. */
const ONLY_SIMPLIFIED = /[录链过时间开请获权条构码诊资内两个这为从来后]/;
const ONLY_TRADITIONAL = /[錄鏈過時間開請獲權條構碼診資內兩個這為從來後連結]/;

describe('the catalogue of texts', () => {
  it.each(entries)('says %s in every language', (_key, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...LANGUAGES].sort());
    for (const language of LANGUAGES) expect(texts[language].trim()).not.toBe('');
  });

  it.each(entries)('fills in the same words of %s in every language', (_key, texts) => {
    for (const language of LANGUAGES) {
      expect(bracesIn(texts[language])).toEqual(bracesIn(texts.en));
    }
  });

  it.each(entries)('writes %s in the script of each language', (_key, texts) => {
    expect(texts['zh-Hant'].replace(/[後]/g, '')).not.toMatch(ONLY_SIMPLIFIED);
    expect(texts['zh-Hans']).not.toMatch(ONLY_TRADITIONAL);
  });

  it('fills in what it is given, and nothing else', () => {
    expect(sayIn('en')('PASSCODE_INVALID', { remainingAttempts: 4 })).toBe(
      'The passcode is wrong. Attempts left: 4.',
    );
    expect(sayIn('zh-Hans')('signIn')).toBe('登录');
  });
});
