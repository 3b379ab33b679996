import { describe, expect, it } from '@jest/globals';
import { textIn } from './localised-text.js';

const NAMES = [
  { language: 'en', text: 'Lotus Bay Hospital' },
  { language: 'zh-Hant-HK', text: '蓮灣醫院' },
  { language: 'zh-Hans-CN', text: '莲湾医院' },
];

describe('textIn', () => {
  it.each([
    ['en', 'Lotus Bay Hospital'],
    ['en-GB', 'Lotus Bay Hospital'],
    ['zh-Hant-HK', '蓮灣醫院'],
    ['zh-hant', '蓮灣醫院'],
    ['zh-Hans', '莲湾医院'],
    ['zh-Hans-SG', '莲湾医院'],
    ['zh', '蓮灣醫院'],
    ['fr', 'Lotus Bay Hospital'],
    ['', 'Lotus Bay Hospital'],
    ['zh-Han', '蓮灣醫院'],
  ])('finds for %j %s', (language, expected) => {
    expect(textIn(language, NAMES)).toBe(expected);
  });

  it('prefers English to another language, and any to none', () => {
    expect(textIn('fr', NAMES.slice(1))).toBe('蓮灣醫院');
    expect(textIn('fr', [])).toBeNull();
  });
});
