import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, filled, preferredLanguage, texts, wordsOf } from './languages.js';
import type { Language } from './languages.js';

describe('the language that a header asks for', () => {
  it.each<readonly [string | undefined, Language]>([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['fr', 'en'],
    ['en-GB', 'en'],
    ['zh', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['ZH-hans-HK', 'zh-Hans'],
    ['fr, zh-CN', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['en;q=0.8, zh-HK', 'zh-Hant'],
    ['en; q=0.5 , zh-CN ; q=0.7', 'zh-Hans'],
    ['zh-HK;q=0.5, zh-CN;q=0.5', 'zh-Hant'],
    ['zh-CN;q=0, en;q=0.1', 'en'],
    ['zh-CN;q=0', 'en'],
    ['zh-CN;q=1.000, en;Q=0.999', 'zh-Hans'],
    ['zh-CN;q=much, en;q=0.1', 'en'],
    ['zh-CN;q=-1', 'en'],
    [',;q=1,,zh-CN', 'zh-Hans'],
  ])('%j: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('a text in every language', () => {
  it('has its places filled in alike, and keeps those of which nothing is told', () => {
    const told = filled(
      texts('At most {most} {what}', '最多 {most} {what}', '至多 {most} {what}'),
      {
        most: 5,
      },
    );
    expect(told).toEqual(texts('At most 5 {what}', '最多 5 {what}', '至多 5 {what}'));
  });

  it('stands as it is where it is given in one alone', () => {
    for (const language of LANGUAGES) expect(wordsOf('FHIR')[language]).toBe('FHIR');
  });
});
