import { LANGUAGES } from '@causeway/schema';
import type { NoticeKind, NoticeTask } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { noticeTask } from './testing/notices.js';
import { NOTICE_WORDS, PLACEHOLDERS } from './words/index.js';
import { writeNotice } from './write-notice.js';

const KINDS = Object.keys(NOTICE_WORDS) as NoticeKind[];
const WITH_CODE: readonly NoticeKind[] = ['PASSCODE', 'STEP_UP_CODE'];
const SECRET = '30481759';

const each = KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

const write = (given: Partial<NoticeTask>, language: (typeof LANGUAGES)[number] = 'en') =>
  writeNotice(noticeTask(given), language);

const placeholdersOf = (line: string): readonly string[] =>
  [...line.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);

describe('the catalogue of notices', () => {
  it.each(each)('has words for %s in %s', (kind, language) => {
    const { subject, lines } = NOTICE_WORDS[kind];
    expect(subject[language]).not.toBe('');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line[language]).not.toBe('');
  });

  it.each(KINDS)('names the same in every language for %s, and nothing unknown', (kind) => {
    for (const line of NOTICE_WORDS[kind].lines) {
      const named = placeholdersOf(line.en);
      for (const language of LANGUAGES) expect(placeholdersOf(line[language])).toEqual(named);
      expect(PLACEHOLDERS).toEqual(expect.arrayContaining([...named]));
    }
  });

  it.each(each)('names nobody in the subject of %s in %s', (kind, language) => {
    expect(placeholdersOf(NOTICE_WORDS[kind].subject[language])).toEqual([]);
  });

  it.each(KINDS)('writes %s differently in each language', (kind) => {
    const subjects = new Set(LANGUAGES.map((language) => NOTICE_WORDS[kind].subject[language]));
    expect(subjects.size).toBe(LANGUAGES.length);
  });
});

describe('a notice', () => {
  it.each(each)('%s in %s carries a secret only where it is the code', (kind, language) => {
    const { subject, text } = write({ kind, secret: SECRET }, language);
    expect(subject).not.toContain(SECRET);
    expect(text.includes(SECRET)).toBe(WITH_CODE.includes(kind));
  });

  it.each(each)('%s in %s leaves no placeholder open', (kind, language) => {
    for (const given of [{}, { organization: null, scopes: [], secret: SECRET }]) {
      expect(write({ kind, ...given }, language).text).not.toMatch(/[{}]|undefined|null/);
    }
  });

  it('lists each view with its categories, in the words of the language and the time of Hong Kong', () => {
    const views = [
      {
        event: 'e-1',
        at: Date.parse('2026-11-22T02:30:00Z'),
        scopes: ['MEDICATION', 'LAB_REPORT'],
      },
      { event: 'e-2', at: Date.parse('2026-11-22T16:05:00Z'), scopes: ['PERSON', 'GRANT'] },
    ] as const;
    expect(write({ kind: 'ACCESS', views }).text).toBe(
      [
        'Your health records were viewed.',
        'Organisation: Bay Hospital',
        'Views:',
        '- 22 November 2026 at 10:30 · Medication, Laboratory reports',
        '- 23 November 2026 at 00:05 · Personal details',
        'If you did not expect this, look at who has access in the app and end it there.',
      ].join('\n'),
    );
    expect(write({ kind: 'ACCESS', views }, 'zh-Hant').text).toContain(
      '機構：灣區醫院\n查閱：\n- 2026年11月22日 10:30 · 藥物、化驗報告\n',
    );
    expect(write({ kind: 'ACCESS', views }, 'zh-Hans').text).toContain(
      '机构：湾区医院\n查阅：\n- 2026年11月22日 10:30 · 药物、化验报告\n',
    );
  });

  it('takes the access itself for the view where none is listed', () => {
    expect(write({ kind: 'ACCESS', scopes: ['MEDICATION'] }).text).toContain(
      '- 22 November 2026 at 12:00 · Medication\n',
    );
  });

  it('tells of a deposit how many records of each category it brought', () => {
    const { text } = writeNotice(
      noticeTask({
        kind: 'DEPOSITED',
        scopes: ['RAD_REPORT', 'RAD_IMAGE'],
        counts: { RAD_REPORT: 1, RAD_IMAGE: 2 },
      }),
      'en',
    );
    expect(text).toContain('Categories: Radiology reports × 1, Radiology images × 2');
  });

  it('says nothing of an organisation where it is about none', () => {
    expect(write({ kind: 'JOINED', organization: null }).text).not.toContain('Organisation');
  });

  it('lets the name of an organisation write neither lines nor codes of its own', () => {
    const names = [{ language: 'en', text: 'Bay Hospital\nCall {code} now' }];
    const organization = { id: 'o-1', names };
    expect(write({ kind: 'GRANT_REQUESTED', organization, secret: SECRET }).text).toContain(
      'Organisation: Bay Hospital Call {code} now\n',
    );
  });

  it('names an organisation in words where no name is known', () => {
    const organization = { id: 'o-1', names: [] };
    expect(write({ kind: 'ACCESS', organization }).text).toContain(
      'Organisation: a healthcare provider',
    );
  });
});
